/** The document and its open shadow roots: where a linking form can stand. */

export type Root = Document | ShadowRoot;

/**
 * Every tree of a document that can be looked into: the document, then the open shadow roots in document order, each
 * before the roots inside it. Nothing is kept: call it at the moment of the press.
 *
 * A bare TreeWalker, because it is about five times as fast as `querySelectorAll('*')` on a page of 90,000 elements.
 *
 * @param closedRoot gives the closed root of an element, or null. Browsers offer one to content scripts only
 *   (`chrome.dom.openOrClosedShadowRoot`); without it closed roots stay closed.
 */
export function openRoots(document: Document, closedRoot?: (element: Element) => ShadowRoot | null): Root[] {
  const roots: Root[] = [];
  const enter = (root: Root): void => {
    roots.push(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const inner = (node as Element).shadowRoot ?? closedRoot?.(node as Element);
      if (inner) enter(inner);
    }
  };
  enter(document);
  return roots;
}
