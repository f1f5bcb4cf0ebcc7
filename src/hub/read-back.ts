/** Reading back what a form made of the values that were written: what it shows, and what it says about them. */
import type { DetailName } from '../link-details';
import { textOf } from './dropdown';
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

/** The part of a block that holds a text but not the control. */
function partWith(text: Node, control: Element): Element | null {
  let part = text.parentElement;
  while (part?.parentElement && !part.parentElement.contains(control)) part = part.parentElement;
  return part;
}

/**
 * The form's own words about a value. In all releases they stand after the control as bare text; what else can stand
 * there is a notice, and a notice has an icon.
 */
function errorOf(form: FoundForm, name: DetailName): string {
  const control = form.found[name].control;
  if (!control || control.state === 'dropdown') return '';
  const { element, block } = control;
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    const after = element.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (!after || text.parentElement?.closest(NOT_AN_ERROR) || partWith(text, element)?.querySelector('svg'))
      continue;
    texts.push(text.nodeValue?.trim() ?? '');
  }
  return [...new Set(texts.filter((text) => text !== ''))].join(' ');
}

/**
 * What became of a value, by the form as it stands now.
 *
 * @param form found anew; undefined when it is gone
 * @param value what was written
 * @param written what writing it said
 */
export function readBack(
  form: FoundForm | undefined,
  name: DetailName,
  value: string,
  written: FieldOutcome,
): FieldOutcome {
  if (written.result === 'no-option') return written;
  if (!form) return { result: 'refused', error: '' };
  const said = errorOf(form, name);
  // What the form says is shown elsewhere too, and a form may repeat the secret that it was given.
  const error = name === 'userToken' ? said.replaceAll(value, '…') : said;
  return error === '' && shownValue(form, name) === value ? written : { result: 'refused', error };
}
