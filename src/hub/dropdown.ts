/**
 * Choosing from a dropdown of the Hub, whose options exist only while it is open. Facts from `@stackone/hub`: in 1.11.2
 * and 1.11.4 `button[data-dropdown-option]` in the document's body, in 1.10.1 plain elements after the button.
 */
import { labelText } from './control-label';
import type { DropdownControl } from './linking-form';
import type { FieldOutcome } from './report';
import { waitFor } from './settle';
import { writeValue } from './write-value';

/** How long a dropdown may take to draw its options, and to show what was chosen, in milliseconds. */
const DRAW_LIMIT_MS = 1_000;

interface Option {
  readonly element: HTMLElement;
  readonly text: string;
  readonly selected: boolean;
}

/** What a dropdown or an option shows, in one line. */
export const textOf = (element: Element): string =>
  Array.from(element.childNodes, labelText).join(' ').replace(/\s+/g, ' ').trim();

/** The option's row: the highest element around the text that holds no other text. */
function rowOf(text: Node, panel: Element): HTMLElement {
  let row = text.parentElement as HTMLElement;
  while (row.parentElement && row.parentElement !== panel && textOf(row.parentElement) === textOf(row)) {
    row = row.parentElement;
  }
  return row;
}

/** 1.10.1: what follows the button in its own wrapper is the open panel. */
function plainOptions(trigger: HTMLElement): Option[] {
  const panel = trigger.nextElementSibling;
  if (panel === null) return [];
  const walker = trigger.ownerDocument.createTreeWalker(panel, NodeFilter.SHOW_TEXT);
  const rows = new Set<HTMLElement>();
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    if (text.nodeValue?.trim()) rows.add(rowOf(text, panel));
  }
  return Array.from(rows, (element) => ({ element, text: textOf(element), selected: false }));
}

function openOptions(trigger: HTMLElement): Option[] {
  const root = trigger.getRootNode() as Document | ShadowRoot;
  const buttons = [root, trigger.ownerDocument].flatMap((tree) =>
    Array.from(tree.querySelectorAll<HTMLElement>('[data-dropdown-option]')),
  );
  const options = [...new Set(buttons)].map((element) => ({
    element,
    text: textOf(element),
    selected: element.getAttribute('data-selected') === 'true',
  }));
  return options.length > 0 ? options : plainOptions(trigger);
}

function chooseNative(select: HTMLSelectElement, value: string): FieldOutcome {
  const option = Array.from(select.options).find(
    ({ text, value: own }) => text.trim() === value || own === value,
  );
  if (!option) return { result: 'no-option', options: Array.from(select.options, ({ text }) => text.trim()) };
  if (select.value === option.value) return { result: 'kept' };
  writeValue(select, option.value);
  return { result: 'filled' };
}

/** Presses the option that equals `value`. Where there is none the dropdown is closed again and nothing is chosen. */
export async function chooseOption(control: DropdownControl, value: string): Promise<FieldOutcome> {
  if (control instanceof HTMLSelectElement) return chooseNative(control, value);
  if (openOptions(control).length === 0) control.click();
  const options = (await waitFor(() => nonEmpty(openOptions(control)), DRAW_LIMIT_MS)) ?? [];
  const option = options.find(({ text }) => text === value);
  if (option === undefined || option.selected) {
    if (options.length > 0) control.click();
    return option ? { result: 'kept' } : { result: 'no-option', options: options.map(({ text }) => text) };
  }
  option.element.click();
  const done = await waitFor(() => (openOptions(control).length === 0 ? true : undefined), DRAW_LIMIT_MS);
  if (!done || textOf(control) !== value) return { result: 'refused', error: '' };
  return { result: 'filled' };
}

const nonEmpty = <T>(items: T[]): T[] | undefined => (items.length > 0 ? items : undefined);
