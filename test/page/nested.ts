/** Parts of a page that are nested deeper than any page is. */

/** As deep as a parser goes. */
const NEST = `${'<div>'.repeat(400)}${'</div>'.repeat(400)}`;

/** An element with at least `levels` more inside each other, and what is at the end. */
export function nested(levels: number, end: Node): HTMLElement {
  const outer = document.createElement('div');
  let at: Element = outer;
  // Piece by piece: a browser climbs all that is around an element when it is put there.
  for (let level = 0; level < levels; level += 400) {
    const piece = document.createRange().createContextualFragment(NEST);
    const inner = Array.from(piece.querySelectorAll('div')).at(-1) as Element;
    at.append(piece);
    at = inner;
  }
  at.append(end);
  return outer;
}

/** An element with so many open shadow roots inside each other, and the text at the end. */
export function nestedRoots(roots: number, end: string): HTMLElement {
  const outer = document.createElement('div');
  let at: Element | ShadowRoot = outer;
  for (let root = 0; root < roots; root++)
    at = at.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  at.append(end);
  return outer;
}
