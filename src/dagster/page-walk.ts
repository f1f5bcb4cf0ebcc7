/** One pass over a page, in document order, into open shadow roots too. Nothing is written. */

/**
 * How many elements of a page have their attributes read. Reading attributes costs more than all the rest, and a
 * page with more elements than this is a list of thousands of rows.
 */
const ELEMENTS_WITH_ATTRIBUTES = 9_000;

/** Attributes that can hold a token, the name of a control, or where a link leads. */
const ATTRIBUTES = /^(data-|(title|aria-label|href)$)/;

/**
 * Whether `element` is a text input or a text area, which holds what it shows as a property only. What a password
 * field or a hidden one holds is not revealed.
 */
export const isField = (element: Element): element is HTMLInputElement | HTMLTextAreaElement =>
  /^text(area)?$/.test((element as HTMLInputElement).type);

/**
 * Visits every value that the page may show: text nodes, some attributes, and what stands in inputs and text areas.
 * Each value is whole, as it stands in its one node: neighbours are never joined, because in `…4bd6` + `Apr 3` the
 * next cell begins with a hex digit.
 *
 * @param wanted asked first, of texts and attributes: it is what most of the time goes into
 */
export function walkPage(
  page: Document,
  wanted: (value: string) => boolean,
  visit: (value: string, element: Element, inAttribute?: boolean) => void,
): void {
  let elements = 0;
  const walk = (root: Node) => {
    const walker = page.createTreeWalker(root, 5 /* elements and texts */);
    while (walker.nextNode()) {
      const node = walker.currentNode as Element;
      if (node.nodeType === 3 /* a text */) {
        const { data } = node as unknown as Text;
        if (!wanted(data)) continue;
        const element = node.parentElement ?? (root as ShadowRoot).host;
        // The text in a text area is what it held at first; an option that is not chosen is not shown.
        if (!isField(element) && (element as HTMLOptionElement).selected !== false) visit(data, element);
        continue;
      }
      if (elements++ < ELEMENTS_WITH_ATTRIBUTES) {
        for (const name of node.getAttributeNames()) {
          const value = ATTRIBUTES.test(name) && node.getAttribute(name);
          if (value && wanted(value)) visit(value, node, true);
        }
      }
      if ((node as HTMLInputElement).value && isField(node)) visit(node.value, node);
      if (node.shadowRoot) walk(node.shadowRoot);
    }
  };
  walk(page);
}
