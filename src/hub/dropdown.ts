/**
 * Choosing from a dropdown of the Hub, whose options exist only while it is open. Facts from `@stackone/hub`: in 1.11.2
 * and 1.11.4 `button[data-dropdown-option]` in the document's body, in 1.10.1 plain elements after the button.
 *
 * Only what appears at our press is an option of the dropdown: whatever stood there before is something else.
 */
import {
  attributeOf,
  closest,
  elementsIn,
  isConnected,
  nextElementOf,
  parentElementOf,
  type Root,
  rootOf,
  walkerIn,
} from '../page/dom';
import { press } from '../page/press';
import { textWithout } from '../page/text';
import { labelText } from './control-label';
import type { DropdownControl } from './labelled-controls';
import type { FieldOutcome } from './report';
import { waitFor } from './settle';
import { writeValue } from './write-value';

/** How long a dropdown may take to draw its options, and to show what was chosen, in milliseconds. */
const DRAW_LIMIT_MS = 1_000;

/** What could be pressed, or typed into, is no plain option. */
const CONTROLS = 'a, button, input, select, textarea, label, form, [role="button"]';

const OPTION = '[data-dropdown-option]';

interface Option {
  readonly element: Element;
  readonly text: string;
  readonly selected: boolean;
}

/** What a dropdown or an option shows, in one line. */
export const textOf = (element: Element): string =>
  Array.from(element.childNodes, labelText).join(' ').replace(/\s+/g, ' ').trim();

/** The option's row: the highest element around the text that holds no other text. */
function rowOf(text: Node, panel: Element): Element {
  let row = parentElementOf(text) as Element;
  for (let parent = parentElementOf(row); parent && parent !== panel; parent = parentElementOf(parent)) {
    if (textOf(parent) !== textOf(row)) break;
    row = parent;
  }
  return row;
}

/** 1.10.1: what appears behind the button in its own wrapper is the open panel, with plain rows. */
function plainOptions(panel: Element): Option[] {
  const walker = walkerIn(panel, NodeFilter.SHOW_TEXT);
  const rows = new Set<Element>();
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    if (text.nodeValue?.trim()) rows.add(rowOf(text, panel));
  }
  return Array.from(rows, (element) => ({ element, text: textOf(element), selected: false }));
}

/** What stands where options appear. */
function whereOptionsAppear(trigger: Element): { marked: Element[]; panel: Element | null } {
  const trees = new Set([rootOf(trigger) as Root, trigger.ownerDocument]);
  const marked = [...trees].flatMap((tree) => elementsIn(tree, OPTION));
  return { marked, panel: nextElementOf(trigger) };
}

/** An option submits nothing and belongs to no form: a dropdown of the Hub has neither. */
const isHarmless = (element: Element): boolean =>
  !(element instanceof HTMLButtonElement && element.type !== 'button') &&
  closest(element, 'a[href]') === null;

/** The options that have appeared since `before`. */
function newOptions(trigger: Element, before: ReturnType<typeof whereOptionsAppear>): Option[] {
  const now = whereOptionsAppear(trigger);
  const marked = now.marked.filter((element) => !before.marked.includes(element));
  if (marked.length > 0)
    return marked.filter(isHarmless).map((element) => ({
      element,
      text: textOf(element),
      selected: attributeOf(element, 'data-selected') === 'true',
    }));
  const panel = now.panel === before.panel ? null : now.panel;
  return panel && elementsIn(panel, CONTROLS).length === 0 ? plainOptions(panel) : [];
}

/** More options than anybody reads. */
const MOST_OPTIONS = 50;

const noOption = (options: readonly { readonly text: string }[], secret: string): FieldOutcome => ({
  result: 'no-option',
  options: options.slice(0, MOST_OPTIONS).map(({ text }) => textWithout(secret, text.trim())),
});

function chooseNative(
  select: HTMLSelectElement,
  value: string,
  secret: string,
  mayStill: () => boolean,
): FieldOutcome {
  const options = Array.from(select.options);
  const option = options.find(({ text, value: own }) => text.trim() === value || own === value);
  if (!option) return noOption(options, secret);
  if (select.value === option.value) return { result: 'kept' };
  return { result: writeValue(select, option.value, mayStill) ? 'filled' : 'hidden' };
}

/** What choosing must keep to. */
interface Conditions {
  /** What no text that is told may hold. */
  readonly secret: string;
  /** Asked before the dropdown is opened, or a value is given to a native one. */
  mayOpen(): boolean;
  /** Whether an option can be seen. */
  isVisible(option: Element): boolean;
  /** Asked before an option is pressed. */
  mayChoose(): boolean;
}

/** Presses the one option that equals `value`. Where there is none the dropdown is closed again and nothing is chosen. */
export async function chooseOption(
  control: DropdownControl,
  value: string,
  { secret, mayOpen, isVisible, mayChoose }: Conditions,
): Promise<FieldOutcome> {
  if (control instanceof HTMLSelectElement) return chooseNative(control, value, secret, mayOpen);
  const before = whereOptionsAppear(control);
  if (!mayOpen()) return { result: 'hidden' };
  press(control);
  const options = (await waitFor(() => nonEmpty(newOptions(control, before)), DRAW_LIMIT_MS)) ?? [];
  const [option, ...others] = options.filter(({ text }) => text === value);
  if (!option || option.selected || others.length > 0) {
    if (options.length > 0) press(control);
    if (option) return others.length > 0 ? { result: 'refused', error: '' } : { result: 'kept' };
    return noOption(options, secret);
  }
  if (!isVisible(option.element) || !mayChoose()) return { result: 'hidden' };
  press(option.element);
  const done = await waitFor(() => (isConnected(option.element) ? undefined : true), DRAW_LIMIT_MS);
  return done && textOf(control) === value ? { result: 'filled' } : { result: 'refused', error: '' };
}

const nonEmpty = <T>(items: T[]): T[] | undefined => (items.length > 0 ? items : undefined);
