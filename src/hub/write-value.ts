/** Putting a value into a control so that the page's framework takes it as typed. */
import type { TextControl } from './labelled-controls';

/** What a page sees of a written field, in this order, and nothing else. */
export const WRITE_EVENTS = ['focus', 'input', 'change', 'blur'] as const;

/**
 * Past the setter that React puts on each element, and that drops what passes through it: a content script's isolated
 * world does not see that one, the page's own world does.
 */
function setterOf(control: TextControl | HTMLSelectElement): ((value: string) => void) | undefined {
  const prototypes = [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement];
  const own = prototypes.find((type) => control instanceof type);
  return own && Object.getOwnPropertyDescriptor(own.prototype, 'value')?.set;
}

/**
 * An empty text field gets its value as a text that is inserted behind the caret. With the setter Chromium would move
 * the caret, and tell the page by `selectionchange`.
 */
function setValue(control: TextControl | HTMLSelectElement, value: string): void {
  const hasCaret = 'selectionStart' in control && control.selectionStart !== null;
  if (hasCaret && control.value === '') control.setRangeText(value, 0, 0, 'preserve');
  else setterOf(control)?.call(control, value);
}

/**
 * Replaces a control's value. The focus stays where the person has it: the events are only announced, as a password
 * manager does it.
 *
 * @param mayStill asked after the page has heard of the focus, at the last moment before the value is in its hands
 * @returns whether the value was written
 */
export function writeValue(
  control: TextControl | HTMLSelectElement,
  value: string,
  mayStill: () => boolean,
): boolean {
  control.dispatchEvent(new FocusEvent('focus', { composed: true }));
  const may = mayStill();
  if (may) {
    setValue(control, value);
    control.dispatchEvent(
      new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText' }),
    );
    control.dispatchEvent(new Event('change', { bubbles: true }));
  }
  control.dispatchEvent(new FocusEvent('blur', { composed: true }));
  return may;
}
