/** Reading back what a form made of the values that were written: what it shows, and what it says about them. */
import type { DetailName } from '../link-details';
import { closest, contains, elementsIn, parentElementOf, precedes, walkerIn } from '../page/dom';
import { textWithout } from '../page/text';
import { textOf } from './dropdown';
import { isDropdown } from './labelled-controls';
import type { FoundForm } from './linking-form';
import type { FieldOutcome } from './report';

/** What a control shows: its value, or the text of a dropdown. */
export function shownValue(form: FoundForm, name: DetailName): string {
  const element = form.found[name].control?.element;
  if (element === undefined) return '';
  if (element instanceof HTMLButtonElement) return textOf(element);
  if (element instanceof HTMLSelectElement) return element.selectedOptions[0]?.text.trim() ?? '';
  return element.value;
}

/** Text that stands after a control and is no error of it. */
const NOT_AN_ERROR = 'button, svg, textarea, select, style, script';

/** More than this of what stands behind a control is not read: in texts, and in characters of each. */
const MOST_READ = { texts: 200, characters: 1_000 } as const;

/** The part of a block that holds a text but not the control. */
function partWith(text: Node, control: Element): Element | null {
  let part = parentElementOf(text);
  for (let around = part; around !== null && !contains(around, control); around = parentElementOf(around))
    part = around;
  return part;
}

/** A notice has an icon, an error has none. */
function isNotice(text: Node, control: Element): boolean {
  const part = partWith(text, control);
  return part !== null && elementsIn(part, 'svg').length > 0;
}

/**
 * The form's own words about a value. In all releases they stand after the control as bare text; what else can stand
 * there is a notice.
 */
function errorOf(form: FoundForm, name: DetailName, secret: string): string {
  const control = form.found[name].control;
  if (!control || isDropdown(control.element)) return '';
  const { element, block } = control;
  const walker = walkerIn(block, NodeFilter.SHOW_TEXT);
  const texts = new Set<string>();
  let read = 0;
  for (let text = walker.nextNode(); text !== null && read < MOST_READ.texts; text = walker.nextNode()) {
    if (!precedes(element, text)) continue;
    read++;
    const words = (text.nodeValue ?? '').slice(0, MOST_READ.characters).trim();
    const owner = parentElementOf(text);
    if (words === '' || (owner && closest(owner, NOT_AN_ERROR)) || isNotice(text, element)) continue;
    texts.add(words);
  }
  return textWithout(secret, [...texts].join(' '));
}

/**
 * What became of a value, by the form as it stands now.
 *
 * @param form found anew; undefined when it is gone
 * @param value what was written
 * @param secret what no text that is told may hold: a form may repeat in one field what it was given in another
 * @param written what writing it said
 */
export function readBack(
  form: FoundForm | undefined,
  name: DetailName,
  { value, secret }: { readonly value: string; readonly secret: string },
  written: FieldOutcome,
): FieldOutcome {
  if (written.result === 'no-option' || written.result === 'hidden') return written;
  if (!form) return { result: 'refused', error: '' };
  const error = errorOf(form, name, secret);
  return error === '' && shownValue(form, name) === value ? written : { result: 'refused', error };
}
