/** Putting a value into a control so that the page's framework takes it as typed. */
import type { TextControl } from './linking-form';

/** What a page sees of a written field, in this order, and nothing else. */
export const WRITE_EVENTS = ['focus', 'input', 'change', 'blur'] as const;

/**
 * The setter of the prototype. React puts a setter of its own on each element and drops what passes through it; a
 * content script's isolated world does not see that one, the page's own world does.
 */
function setValue(control: HTMLElement & { value: string }, value: string): void {
  const prototypes = [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement];
  const own = prototypes.find((type) => control instanceof type);
  const setter = own && Object.getOwnPropertyDescriptor(own.prototype, 'value')?.set;
  setter?.call(control, value);
}

/**
 * Replaces a control's value. The focus stays where the person has it: the events are only announced, as a password
 * manager does it.
 */
export function writeValue(control: TextControl | HTMLSelectElement, value: string): void {
  control.dispatchEvent(new FocusEvent('focus', { composed: true }));
  setValue(control, value);
  control.dispatchEvent(
    new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText' }),
  );
  control.dispatchEvent(new Event('change', { bubbles: true }));
  control.dispatchEvent(new FocusEvent('blur', { composed: true }));
}
