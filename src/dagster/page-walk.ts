/** One pass over a page, into open shadow roots too. Nothing is written. */
import {
  attributeOf,
  childNodesOf,
  elementsNamed,
  isDocument,
  isElement,
  isText,
  localNameOf,
  namedIn,
  queryIn,
  type Root,
  shadowRootOf,
  walkerIn,
} from '../page/dom';
import { cleanText } from './token';

/**
 * How many elements of a page are asked for a shadow root of their own: to ask every element of a longer one, which is a
 * list of thousands of rows, takes longer than to read all its texts. Of the others those are asked that are called
 * like one that had a shadow root.
 */
const MOST_ASKED = 5_000;

/** Attributes that can hold the name of a control, or where a link leads. */
const NAMES = ['aria-label', 'title', 'href'] as const;
const NAMED = NAMES.map((name) => `[${name}]`).join();

/** How many elements of a tree have these attributes read: what is looked for stands above a long list. */
const MOST_NAMED_ELEMENTS = 2_000;

/** In a page of which not all elements are asked, these are looked through for names: it is quicker than a selector. */
const PRESSED = ['a', 'button'] as const;

const FIELDS = ['input', 'textarea'] as const;

/** A field that shows its value, which is in a property only. What a password field or a hidden one holds is not shown. */
export type ShownField = HTMLInputElement | HTMLTextAreaElement;

const isShown = ({ type }: HTMLInputElement): boolean => type === 'text' || type === 'textarea';

export interface PageVisitor {
  /** Asked first, of each text as it stands in the page: it is what most of the time goes into. */
  wanted(text: string): boolean;
  /** Each text that is wanted, in document order, whole: neighbours are never joined. */
  text(text: string, node: Text): void;
  /** What an attribute calls an element, or where a link leads. */
  name(name: string, element: Element): void;
}

/**
 * Visits what a page may show. Each value is as it stands in its one node, because in `…4bd6` + `Apr 3` the next cell
 * begins with a hex digit.
 *
 * @returns the fields that show their values, tree by tree and kind by kind
 */
export function walkPage(page: Document, visitor: PageVisitor): ShownField[] {
  const { roots, hosts, isLong } = treesOf(page);
  for (const root of roots) visitNames(root, isLong, visitor);
  const outer: TreeWalker[] = [];
  // Elements are met only where some of them hold a tree.
  const show = hosts.size > 0 ? NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT : NodeFilter.SHOW_TEXT;
  let walker: TreeWalker | undefined = walkerIn(page, show);
  while (walker) {
    const node = walker.nextNode();
    if (node === null) {
      walker = outer.pop();
    } else if (hosts.size === 0 || isText(node)) {
      const { data } = node as Text;
      if (visitor.wanted(data)) visitor.text(data, node as Text);
    } else if (hosts.has(node)) {
      outer.push(walker);
      walker = walkerIn(shadowRootOf(node as Element) as ShadowRoot, show);
    }
  }
  const fieldsIn = (root: Root) =>
    FIELDS.flatMap((field) => elementsNamed<HTMLInputElement>(root, field).filter(isShown));
  return roots.flatMap(fieldsIn);
}

/** All trees of the page, the page first, and what holds the others. */
function treesOf(page: Document): { roots: Root[]; hosts: ReadonlySet<Node>; isLong: boolean } {
  const roots: Root[] = [page];
  const hosts = new Set<Node>();
  const hostNames = new Set<string>();
  let elements = 0;
  const ask = (element: Element) => {
    const inner = shadowRootOf(element);
    if (!inner || hosts.has(element)) return;
    hosts.add(element);
    hostNames.add(localNameOf(element));
    roots.push(inner);
  };
  for (let at = 0; at < roots.length; at++) {
    const walker = walkerIn(roots[at] as Root, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node as Element;
      if (elements++ === MOST_ASKED && at === 0) {
        for (const name of hostNames) for (const named of elementsNamed(page, name)) ask(named);
        break;
      }
      ask(element);
    }
  }
  return { roots, hosts, isLong: elements > MOST_ASKED };
}

function visitNames(root: Root, isLong: boolean, { name }: PageVisitor): void {
  const lists =
    isLong && isDocument(root) ? PRESSED.map((one) => namedIn(root, one)) : [queryIn(root, NAMED)];
  for (const list of lists) {
    for (let at = 0; at < Math.min(list.length, MOST_NAMED_ELEMENTS); at++) {
      const element = list[at] as Element;
      for (const attribute of NAMES) {
        const value = attributeOf(element, attribute);
        if (value) name(value, element);
      }
    }
  }
}

/** As much of a text as anything is told from, in characters. */
const LONGEST_TOLD = 400;

/** What a text says: its beginning, where it is long. */
export const wordsOf = ({ data }: Text): string => cleanText(data.slice(0, LONGEST_TOLD));

/** How many nodes are passed for one text that is wanted: a page can nest very many without any. */
const NODES_PER_TEXT = 100;

/** A longer text is not blank. */
const LONGEST_BLANK = 1_000;

/** What stands in these is not shown. */
const NOT_SHOWN: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'textarea']);

/**
 * The first texts in a part of a page that are not blank, in document order, into open shadow roots too.
 *
 * @param most how many
 */
export function textsIn(part: Node, most: number): Text[] {
  const texts: Text[] = [];
  const open: Node[] = [part];
  let nodes = most * NODES_PER_TEXT;
  for (let node = open.pop(); node && texts.length < most && nodes-- > 0; node = open.pop()) {
    if (isText(node)) {
      if (node.length > LONGEST_BLANK || /\S/.test(node.data)) texts.push(node);
    } else if (!isElement(node) || !NOT_SHOWN.has(localNameOf(node))) {
      const children = childNodesOf(node);
      for (let at = Math.min(children.length, nodes) - 1; at >= 0; at--) open.push(children[at] as Node);
      const inner = isElement(node) && shadowRootOf(node);
      if (inner) open.push(inner);
    }
  }
  return texts;
}
