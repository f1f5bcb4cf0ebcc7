/** What a form control is called, read the way a person reads it. */

/** Elements whose text is never a label. */
const NOT_A_LABEL = 'style, script, template, svg, button, select, textarea, noscript';

const INVISIBLE_CHARACTERS = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const MARKS = /\(\s*(?:optional|required)\s*\)/gi;

/**
 * A label reduced to what can be compared: lower case, single spaces, without the marks that forms put beside a
 * label (`*`, `:`, "(Optional)", "(required)"). "Deployment notes" stays different from "Deployment".
 */
export function normalizeLabel(text: string): string {
  return text
    .normalize('NFKC')
    .replace(INVISIBLE_CHARACTERS, '')
    .replace(MARKS, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s*]+|[\s*:]+$/g, '')
    .toLowerCase();
}

/** The text of a node, without its controls, icons and scripts. */
export function labelText(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (node instanceof Element && node.matches(NOT_A_LABEL)) return '';
  return Array.from(node.childNodes, labelText).join(' ');
}

/**
 * The largest ancestor of a control that holds neither of its neighbours: the block in which its label, description
 * and error stand.
 *
 * @param neighbours the controls before and after it in document order, where there are such
 */
export function controlBlock(control: Element, neighbours: readonly (Element | undefined)[]): Element {
  let block = control;
  for (let parent = control.parentElement; parent !== null; parent = parent.parentElement) {
    const holder = parent;
    if (holder.localName === 'form' || holder.localName === 'body') break;
    if (neighbours.some((neighbour) => neighbour !== undefined && holder.contains(neighbour))) break;
    block = holder;
  }
  return block;
}

/** The first text before `control` inside `ancestor`, together with the rest of its own element. */
function firstTextBefore(control: Element, ancestor: Element): string {
  const walker = ancestor.ownerDocument.createTreeWalker(ancestor, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    const follows = control.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_PRECEDING;
    if (!follows) return '';
    const owner = text.parentElement;
    if (owner === null || owner.closest(NOT_A_LABEL) !== null) continue;
    if (normalizeLabel(text.nodeValue ?? '') === '') continue;
    if (!owner.contains(control)) return labelText(owner);
    // A bare text beside the control: all of it up to the control, so that `Deployment <b>notes</b>` stays whole.
    const before = Array.from(owner.childNodes).filter((node) => !node.contains(control));
    return before
      .filter((node) => control.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING)
      .map(labelText)
      .join(' ');
  }
  return '';
}

/** Without a label element (`@stackone/hub` 1.10.1 has none): the first text in the nearest ancestor that has one. */
function textBefore(control: Element, neighbours: readonly (Element | undefined)[]): string {
  const block = controlBlock(control, neighbours);
  for (let ancestor = control.parentElement; ancestor !== null; ancestor = ancestor.parentElement) {
    if (!block.contains(ancestor)) break;
    const text = firstTextBefore(control, ancestor);
    if (text !== '') return text;
  }
  return '';
}

function referencedText(control: Element): string {
  const root = control.getRootNode() as Document | ShadowRoot;
  return (control.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => (id === '' ? null : root.getElementById(id)))
    .filter((element) => element !== null && !control.contains(element))
    .map((element) => labelText(element as Element))
    .join(' ');
}

/**
 * The normalised label of a control, empty when it has none: its label elements, else `aria-labelledby` (looked up in
 * the control's own tree), else `aria-label`, else the first text before it.
 *
 * @param neighbours the controls before and after it in document order, where there are such
 */
export function controlLabel(control: Element, neighbours: readonly (Element | undefined)[]): string {
  const labels = (control as HTMLInputElement).labels;
  const sources = [
    () => Array.from(labels ?? [], labelText).join(' '),
    () => referencedText(control),
    () => control.getAttribute('aria-label') ?? '',
    () => textBefore(control, neighbours),
  ];
  for (const source of sources) {
    const label = normalizeLabel(source());
    if (label !== '') return label;
  }
  return '';
}
