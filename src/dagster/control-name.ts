/** What a control is called, from everything that gives it a name. Only a name that nothing contradicts is known. */
import { attributeOf, closest, contains, isText, type Root, rootOf, walkerIn } from '../page/dom';
import { cleanText } from './token';

/** What holds text that is not drawn, such as the title of an icon. */
const NOT_DRAWN = 'desc,title,metadata,style,script,template';

/** Longer texts are no name of a control. */
const LONGEST_NAME = 80;

const nameIn = (text: string): string => cleanText(text).replace(/\s+/g, ' ').toLowerCase();

/**
 * All texts in an element, also in open shadow roots in it, as one line in lower case. Joined without spaces, so that
 * what does not belong to a name makes another name of it.
 *
 * @param besides selects more elements in it whose texts are left out
 */
export function textIn(element: Element, besides?: string): string {
  const but = besides ? `${NOT_DRAWN},${besides}` : NOT_DRAWN;
  let text = '';
  const trees: Node[] = [element];
  for (let tree = trees.pop(); tree && text.length <= LONGEST_NAME; tree = trees.pop()) {
    const walker = walkerIn(tree, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
      if (isText(node)) {
        const left = node.parentElement && closest(node.parentElement, but);
        if (!left || left === element || !contains(tree, left)) text += node.data;
      } else if ((node as Element).shadowRoot) trees.push((node as Element).shadowRoot as ShadowRoot);
    }
  }
  return nameIn(text.slice(0, 2 * LONGEST_NAME));
}

/**
 * All that a control is called: by what stands in it, by its label, by what it is said to be labelled by. Each of them
 * must be a known name. A title counts where there is nothing else.
 */
export function namesOf(control: Element): string[] {
  const ids = attributeOf(control, 'aria-labelledby')?.split(/\s+/).filter(Boolean) ?? [];
  const labels = ids.map((id) => (rootOf(control) as Root).getElementById(id));
  const names = [
    textIn(control),
    nameIn(attributeOf(control, 'aria-label') ?? ''),
    nameIn(labels.map((label) => (label ? textIn(label) : '')).join(' ')),
  ].filter(Boolean);
  return names.length > 0 ? names : [nameIn(attributeOf(control, 'title') ?? '')];
}

/** Whether a control of these names has this one and no other. */
export const isNamed = (names: readonly string[], name: RegExp): boolean =>
  names.every((one) => name.test(one));
