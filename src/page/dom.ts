/**
 * What the DOM says about a node, whatever the page has named its fields.
 *
 * A form's fields are properties of the form and lie over the DOM's own: with `<input name="parentNode">` in it,
 * `form.parentNode` is that input, in the extension's own world too
 * (https://html.spec.whatwg.org/multipage/forms.html#the-form-element, seen in Chromium 156). So whatever may be a form
 * or lead to one is read by the getters and functions of the prototypes, which the page cannot reach.
 */

/** Where a control can stand: the page, or a shadow root in it. */
export type Root = Document | ShadowRoot;

// biome-ignore lint/suspicious/noExplicitAny: the types are those of the functions below
type Anything = any;

// Lets the build leave out what nobody reads.
/* @__NO_SIDE_EFFECTS__ */
function getter<Owner extends object, Name extends keyof Owner & string>(
  prototype: Owner,
  name: Name,
): (owner: Owner) => Owner[Name] {
  const read = Object.getOwnPropertyDescriptor(prototype, name)?.get as () => Anything;
  return (owner) => read.call(owner);
}

/* @__NO_SIDE_EFFECTS__ */
function method<Owner extends object, Name extends keyof Owner & string>(
  prototype: Owner,
  name: Name,
): (
  owner: Owner,
  ...args: Parameters<Extract<Owner[Name], (...args: Anything) => Anything>>
) => ReturnType<Extract<Owner[Name], (...args: Anything) => Anything>> {
  const call = prototype[name] as (...args: unknown[]) => Anything;
  return (owner, ...args) => call.apply(owner, args);
}

/** Types of nodes; as numbers, because the scripts in pages are small. */
const ELEMENT = 1;
const TEXT = 3;
const DOCUMENT = 9;
const FRAGMENT = 11;

const node = Node.prototype;
const element = Element.prototype;
const page = Document.prototype;

// A document's own names are overlaid as well, by `<img name="body">`.
export const pageElementOf = getter(page, 'documentElement') as (document: Document) => HTMLElement;
export const bodyOf = getter(page, 'body') as (document: Document) => HTMLElement | null;
export const fullscreenOf = getter(page, 'fullscreenElement');
export const windowOf = getter(page, 'defaultView') as (
  document: Document,
) => (Window & typeof globalThis) | null;
export const selectionOf = method(page, 'getSelection');
const treeWalkerOf = method(page, 'createTreeWalker') as (
  document: Document,
  root: Node,
  show: number,
) => TreeWalker;

export const parentNodeOf = getter(node, 'parentNode');
export const parentElementOf = getter(node, 'parentElement');
export const childNodesOf = getter(node, 'childNodes');
export const isConnected = getter(node, 'isConnected');
/** The document of a node; of a document itself. */
export const documentOf = (node: Node): Document =>
  isDocument(node) ? node : (ownerDocumentOf(node) as Document);
const ownerDocumentOf = getter(node, 'ownerDocument');
export const textContentOf = getter(node, 'textContent');
export const baseAddressOf = getter(node, 'baseURI');
const nodeTypeOf = getter(node, 'nodeType');

export const isElement = (value: Node | null): value is Element =>
  value !== null && nodeTypeOf(value) === ELEMENT;
export const isText = (value: Node): value is Text => nodeTypeOf(value) === TEXT;
export const isDocument = (value: Node): value is Document => nodeTypeOf(value) === DOCUMENT;
/** A node of a tree is in no other fragment than a shadow root. */
const isShadowRoot = (value: Node | null): value is ShadowRoot =>
  value !== null && nodeTypeOf(value) === FRAGMENT;

export const rootOf = method(node, 'getRootNode') as (node: Node) => Node;
/** The element that holds the tree in which a node stands; null for a node of the page's own tree. */
export function hostOf(node: Node): Element | null {
  const root = rootOf(node);
  return isShadowRoot(root) ? (root.host ?? null) : null;
}
export const contains = method(node, 'contains');
export const comparePosition = method(node, 'compareDocumentPosition');

export const attributeOf = method(element, 'getAttribute');
export const attributeNamesOf = method(element, 'getAttributeNames');
export const shadowRootOf = getter(element, 'shadowRoot');
export const boxOf = method(element, 'getBoundingClientRect');
export const checkVisibility = method(element, 'checkVisibility');
export const nextElementOf = getter(element, 'nextElementSibling');
export const previousElementOf = getter(element, 'previousElementSibling');
export const localNameOf = getter(element, 'localName');
export const childElementCountOf = getter(element, 'childElementCount');
export const offsetWidthOf = getter(HTMLElement.prototype, 'offsetWidth');
const offsetHeightOf = getter(HTMLElement.prototype, 'offsetHeight');
const clientLeftOf = getter(element, 'clientLeft');
const clientTopOf = getter(element, 'clientTop');
const clientWidthOf = getter(element, 'clientWidth');
const clientHeightOf = getter(element, 'clientHeight');
const scrollLeftOf = getter(element, 'scrollLeft');
const scrollTopOf = getter(element, 'scrollTop');
const scrollWidthOf = getter(element, 'scrollWidth');
const scrollHeightOf = getter(element, 'scrollHeight');
const slotOf = getter(element, 'assignedSlot');
const slotOfText = getter(Text.prototype, 'assignedSlot');

export const matches = method(element, 'matches') as (element: Element, selectors: string) => boolean;
export const closest = method(element, 'closest') as (element: Element, selectors: string) => Element | null;

type Scope = Element | Document | DocumentFragment;

/** A getter or function that elements, documents and fragments each have by themselves. */
/* @__NO_SIDE_EFFECTS__ */
function forScope<Result>(pick: (prototype: Scope) => (...args: string[]) => Result) {
  const [ofElement, ofDocument, ofFragment] = [element, page, DocumentFragment.prototype].map(pick) as [
    (...args: string[]) => Result,
    (...args: string[]) => Result,
    (...args: string[]) => Result,
  ];
  return (scope: Scope, ...args: string[]): Result => {
    const own = isElement(scope) ? ofElement : isDocument(scope) ? ofDocument : ofFragment;
    return own.apply(scope, args);
  };
}

export const childrenOf = forScope<HTMLCollection>(
  (prototype) => Object.getOwnPropertyDescriptor(prototype, 'children')?.get as never,
);
/** The same as {@link elementsIn}, as the browser gives it: each element is met only where it is asked for. */
export const queryIn = forScope<NodeListOf<Element>>((prototype) => prototype.querySelectorAll as never);
export const firstChildElementOf = forScope<Element | null>(
  (prototype) => Object.getOwnPropertyDescriptor(prototype, 'firstElementChild')?.get as never,
);

/** The elements of a page's own tree with a local name: many times as fast as a selector. */
export const namedIn = method(page, 'getElementsByTagName') as (
  document: Document,
  name: string,
) => HTMLCollectionOf<Element>;

/** The same, in any tree. */
export const elementsNamed = <E extends Element = Element>(root: Root, name: string): E[] =>
  Array.from(isDocument(root) ? namedIn(root, name) : queryIn(root, name)) as E[];

/** How many elements a tree has, without the trees in it. A list of all of them would burden the page's memory. */
export const countOf = (root: Root): number =>
  isDocument(root) ? namedIn(root, '*').length : queryIn(root, '*').length;

/** The elements below `scope` that fit, in document order. */
export const elementsIn = <E extends Element = Element>(scope: Scope, selectors: string): E[] =>
  Array.from(queryIn(scope, selectors)) as E[];

/** What takes presses at a point of the view, the topmost first; of the trees inside a tree only their hosts. */
export const hitsAt = (root: Root, x: number, y: number): Element[] =>
  (isDocument(root) ? page : ShadowRoot.prototype).elementsFromPoint.call(root, x, y);

/** How far a box is scrolled, in pixels. */
export const scrolledBy = (element: Element) => ({ left: scrollLeftOf(element), top: scrollTopOf(element) });
/** How large the content of a box is, in pixels. */
export const scrollSizeOf = (element: Element) => ({
  width: scrollWidthOf(element),
  height: scrollHeightOf(element),
});

/** How large a box is as it is laid out, and the part of it in which its content shows, from its corner. In pixels. */
export const laidOut = (element: HTMLElement) => ({
  width: offsetWidthOf(element),
  height: offsetHeightOf(element),
  inner: {
    left: clientLeftOf(element),
    top: clientTopOf(element),
    width: clientWidthOf(element),
    height: clientHeightOf(element),
  },
});

/** Walks the elements (`NodeFilter.SHOW_ELEMENT`) or texts below `root`, without itself, in document order. */
export const walkerIn = (root: Node, show: number): TreeWalker => treeWalkerOf(documentOf(root), root, show);

/** The parent in what is drawn: through slots, and out of a shadow root to its host. */
export function drawnParentOf(child: Element | Text): Element | null {
  const parent = (isText(child) ? slotOfText(child) : slotOf(child)) ?? parentNodeOf(child);
  if (isShadowRoot(parent)) return parent.host ?? null;
  return isElement(parent) ? parent : null;
}

/** The element and those around it in what is drawn, the nearest first; null where they are more than `most`. */
export function drawnLineOf(element: Element, most: number): Element[] | null {
  const line: Element[] = [];
  for (let at: Element | null = element; at !== null; at = drawnParentOf(at))
    if (line.push(at) > most) return null;
  return line;
}

/** The elements around `element` in what is drawn, the nearest first, without itself. */
export function* drawnAncestorsOf(element: Element): Generator<Element> {
  for (let parent = drawnParentOf(element); parent !== null; parent = drawnParentOf(parent)) yield parent;
}

/** Whether `inner` is `outer` or is drawn inside it. */
export function isDrawnIn(inner: Element, outer: Element): boolean {
  for (let at: Element | null = inner; at !== null; at = drawnParentOf(at)) if (at === outer) return true;
  return false;
}

/** Whether `first` comes before `second` in their tree. */
export const precedes = (first: Node, second: Node): boolean =>
  Boolean(comparePosition(second, first) & Node.DOCUMENT_POSITION_PRECEDING);
