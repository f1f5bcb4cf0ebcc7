/** The names by which a page can put something of its own over what an element, a document or a form has. */

/** Every name that the DOM gives an element, a document or an input. */
export const DOM_NAMES = (() => {
  const names = new Set<string>();
  for (const { prototype } of [
    Node,
    Element,
    HTMLElement,
    HTMLFormElement,
    Document,
    HTMLInputElement,
    EventTarget,
  ])
    for (const name of Object.getOwnPropertyNames(prototype)) names.add(name);
  names.delete('constructor');
  return [...names];
})();
