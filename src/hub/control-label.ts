/** What a form control is called, read the way a person reads it. */
import {
  attributeOf,
  closest,
  contains,
  isDocument,
  isElement,
  isText,
  localNameOf,
  matches,
  parentElementOf,
  precedes,
  type Root,
  rootOf,
  walkerIn,
} from '../page/dom';
import { LONGEST_LABEL, normalizeLabel, oneLine } from './normal-label';

/** Elements whose text is never a label. */
const NOT_A_LABEL = 'style, script, template, svg, button, select, textarea, noscript';

/** A control is not looked for its label further up than this, in levels of the tree. */
const MOST_LEVELS = 60;

/** The texts below a node that are shown as text of their own, in one line; not all of what is too long for a label. */
export function labelText(node: Node): string {
  if (isText(node)) return oneLine(node.data);
  let text = '';
  const walker = walkerIn(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let next = firstIn(walker, node); next !== null && text.length <= LONGEST_LABEL; ) {
    if (isText(next)) text = oneLine(`${text} ${next.data}`);
    next = isElement(next) && matches(next, NOT_A_LABEL) ? behind(walker) : walker.nextNode();
  }
  return text.trim();
}

const firstIn = (walker: TreeWalker, node: Node): Node | null =>
  isElement(node) && matches(node, NOT_A_LABEL) ? null : walker.nextNode();

/** The next node that is not in the current one. */
function behind(walker: TreeWalker): Node | null {
  do {
    const next = walker.nextSibling();
    if (next !== null) return next;
  } while (walker.parentNode() !== null);
  return null;
}

/**
 * The largest ancestor of a control that holds neither of its neighbours: the block in which its label, description
 * and error stand.
 *
 * @param neighbours the controls before and after it in document order, where there are such
 */
export function controlBlock(control: Element, neighbours: readonly (Element | undefined)[]): Element {
  let block = control;
  for (let level = 0; level < MOST_LEVELS; level++) {
    const holder = parentElementOf(block);
    if (holder === null) break;
    if (/^(?:form|body)$/.test(localNameOf(holder))) break;
    if (neighbours.some((neighbour) => neighbour !== undefined && contains(holder, neighbour))) break;
    block = holder;
  }
  return block;
}

/** The first text before `control` inside `ancestor`, together with the rest of its own element. */
function firstTextBefore(control: Element, ancestor: Element): string {
  const walker = walkerIn(ancestor, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode() as Text | null; text !== null; text = walker.nextNode() as Text | null) {
    if (!precedes(text, control)) return '';
    const owner = parentElementOf(text);
    if (owner === null || closest(owner, NOT_A_LABEL) !== null) continue;
    if (normalizeLabel(text.data) === '') continue;
    if (!contains(owner, control)) return labelText(owner);
    // A bare text beside the control: all of it up to the control, so that `Deployment <b>notes</b>` stays whole.
    const before: string[] = [];
    for (let child = owner.firstChild; child && !contains(child, control); child = child.nextSibling)
      before.push(labelText(child));
    return before.join(' ');
  }
  return '';
}

/** Without a label element (`@stackone/hub` 1.10.1 has none): the first text in the nearest ancestor that has one. */
function textBefore(control: Element, block: Element): string {
  let around: Element | null = control;
  while (around !== block && around !== null) {
    around = parentElementOf(around);
    const text = around && firstTextBefore(control, around);
    if (text) return text;
  }
  return '';
}

function referencedText(control: Element): string {
  const root = rootOf(control) as Root;
  const ids = (attributeOf(control, 'aria-labelledby') ?? '').slice(0, LONGEST_LABEL).split(/\s/);
  return ids
    .flatMap((id) => (id === '' ? [] : (elementWithId(root, id) ?? [])))
    .filter((element) => !contains(control, element))
    .map(labelText)
    .join(' ');
}

const elementWithId = (root: Root, id: string): Element | null =>
  (isDocument(root) ? Document : DocumentFragment).prototype.getElementById.call(root, id);

/**
 * What a control is called, in the page's own words; empty when it has none that say anything: its label elements, else `aria-labelledby` (looked up in
 * the control's own tree), else `aria-label`, else the first text before it.
 *
 * @param block the part of the page that belongs to the control: {@link controlBlock}
 */
export function controlWords(control: Element, block: Element): string {
  const labels = (control as HTMLInputElement).labels;
  const sources = [
    () => Array.from(labels ?? [], labelText).join(' '),
    () => referencedText(control),
    () => attributeOf(control, 'aria-label') ?? '',
    () => textBefore(control, block),
  ];
  for (const source of sources) {
    const words = source();
    if (normalizeLabel(words) !== '') return words;
  }
  return '';
}

/** The normalised label of a control, empty when it has none. See {@link controlWords}. */
export const controlLabel = (control: Element, block: Element): string =>
  normalizeLabel(controlWords(control, block));
