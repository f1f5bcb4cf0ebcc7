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

function getter<Owner extends object, Name extends keyof Owner & string>(
  prototype: Owner,
  name: Name,
): (owner: Owner) => Owner[Name] {
  const read = Object.getOwnPropertyDescriptor(prototype, name)?.get as () => Anything;
  return (owner) => read.call(owner);
}

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

const node = Node.prototype;
const element = Element.prototype;

export const parentNodeOf = getter(node, 'parentNode');
export const parentElementOf = getter(node, 'parentElement');
export const childNodesOf = getter(node, 'childNodes');
export const isConnected = getter(node, 'isConnected');
export const documentOf = getter(node, 'ownerDocument') as (node: Node) => Document;
export const rootOf = method(node, 'getRootNode') as (node: Node) => Node;
export const contains = method(node, 'contains');
export const comparePosition = method(node, 'compareDocumentPosition');

export const attributeOf = method(element, 'getAttribute');
export const boxOf = method(element, 'getBoundingClientRect');
export const checkVisibility = method(element, 'checkVisibility');
export const firstChildElementOf = getter(element, 'firstElementChild');
export const nextElementOf = getter(element, 'nextElementSibling');
export const localNameOf = getter(element, 'localName');
const scrollLeftOf = getter(element, 'scrollLeft');
const scrollTopOf = getter(element, 'scrollTop');
const scrollWidthOf = getter(element, 'scrollWidth');
const scrollHeightOf = getter(element, 'scrollHeight');
const slotOf = getter(element, 'assignedSlot');

export const matches = method(element, 'matches') as (element: Element, selectors: string) => boolean;
export const closest = method(element, 'closest') as (element: Element, selectors: string) => Element | null;

type Scope = Element | Document | DocumentFragment;
const queries = [element, Document.prototype, DocumentFragment.prototype].map(
  ({ querySelectorAll }) => querySelectorAll as (selectors: string) => NodeListOf<Element>,
);

/** The elements below `scope` that fit, in document order. */
export function elementsIn<E extends Element = Element>(scope: Scope, selectors: string): E[] {
  const kind = scope instanceof Element ? 0 : scope instanceof Document ? 1 : 2;
  return Array.from(
    (queries[kind] as (selectors: string) => NodeListOf<Element>).call(scope, selectors),
  ) as E[];
}

/** How far a box is scrolled, in pixels. */
export const scrolledBy = (element: Element) => ({ left: scrollLeftOf(element), top: scrollTopOf(element) });
/** How large the content of a box is, in pixels. */
export const scrollSizeOf = (element: Element) => ({
  width: scrollWidthOf(element),
  height: scrollHeightOf(element),
});

export const isElement = (value: unknown): value is Element => value instanceof Element;

/** The parent in what is drawn: through slots, and out of a shadow root to its host. */
export function drawnParentOf(element: Element): Element | null {
  const parent = slotOf(element) ?? parentNodeOf(element);
  if (parent instanceof ShadowRoot) return parent.host;
  return isElement(parent) ? parent : null;
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
