/** Where an element is drawn, and what its ancestors leave of it. In CSS pixels, from the corner of the view. */
import {
  bodyOf,
  boxOf,
  documentOf,
  drawnAncestorsOf,
  laidOut,
  pageElementOf,
  scrolledBy,
  scrollSizeOf,
  windowOf,
} from './dom';
import { holdsPositioned, styleOf } from './style';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const overlapOf = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

export const holds = ({ left, top, right, bottom }: Box, { x, y }: Point): boolean =>
  left <= x && x < right && top <= y && y < bottom;

/** @param sidePx the smallest side that is not small */
export const isSmall = ({ left, top, right, bottom }: Box, sidePx: number): boolean =>
  right - left < sidePx || bottom - top < sidePx;

/** What the window of an element shows of its document. */
export function viewAround(element: Element): Box {
  const { innerWidth = 0, innerHeight = 0 } = windowOf(documentOf(element)) ?? {};
  return { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
}

/** Where an element is, after what its ancestors cut off. */
export interface Place {
  /** What is left of it after all scrolling that a person can do. */
  readonly reachable: Box;
  /** What of it is in view now. */
  readonly inView: Box;
  /** The innermost box that it is scrolled out of; null where that is the page itself, or nothing. */
  readonly scroller: Element | null;
}

/** Boxes that cut nothing off, whatever their overflow says. */
export const NO_CLIP = /^(inline|contents)$/;

const scrolls = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll';

/** Where a box shows what stands in it: within its borders, and beside the bars with which it is scrolled. */
export function scrollportOf(element: HTMLElement): Box {
  const box = boxOf(element);
  const { width, height, inner } = laidOut(element);
  const x = width > 0 ? box.width / width : 1;
  const y = height > 0 ? box.height / height : 1;
  const left = box.left + inner.left * x;
  const top = box.top + inner.top * y;
  return { left, top, right: left + inner.width * x, bottom: top + inner.height * y };
}

/** A box of the element's size that a person can bring into view by scrolling `scroller`. */
function scrolledInto(scroller: Element, box: Box): Box {
  const { left, top, right, bottom } = boxOf(scroller);
  const scrolled = scrolledBy(scroller);
  const size = scrollSizeOf(scroller);
  const start = { left: left - scrolled.left, top: top - scrolled.top };
  const content = { ...start, right: start.left + size.width, bottom: start.top + size.height };
  const inside = overlapOf(box, content);
  return {
    left,
    top,
    right: Math.min(right, left + inside.right - inside.left),
    bottom: Math.min(bottom, top + inside.bottom - inside.top),
  };
}

/**
 * Those of the elements around something that may cut it off, the nearest first: not those between what is positioned
 * absolutely and what it is positioned in, and none around what is fixed.
 *
 * @param position of what is drawn, as its style says
 */
export function* holdersAmong(
  around: Iterable<Element>,
  position: string,
): Generator<{ holder: Element; style: CSSStyleDeclaration }> {
  let placed = position;
  for (const holder of around) {
    const document = documentOf(holder);
    if (placed === 'fixed' || holder === pageElementOf(document) || holder === bodyOf(document)) return;
    const style = styleOf(holder);
    if (placed === 'absolute' && !holdsPositioned(style)) continue;
    placed = style.position;
    yield { holder, style };
  }
}

/**
 * @param sidePx a part in view that is smaller than this is none
 * @param letters where a text in the element is drawn, when that is looked for and not the element's own box
 */
export function placeOf(element: Element, sidePx: number, letters?: Box): Place {
  const page = pageElementOf(documentOf(element));
  let reachable: Box = letters ?? boxOf(element);
  let inView = reachable;
  let scroller: Element | null = null;
  let position = letters ? 'static' : styleOf(element).position;
  const around = drawnAncestorsOf(element);
  for (const { holder, style } of holdersAmong(letters ? [element, ...around] : around, position)) {
    position = style.position;
    const { overflowX, overflowY, display } = style;
    if (NO_CLIP.test(display) || (overflowX === 'visible' && overflowY === 'visible')) continue;
    const clip = boxOf(holder);
    const byScrolling = scrolls(overflowX) || scrolls(overflowY);
    inView = overlapOf(inView, clip);
    if (byScrolling && scroller === null && isSmall(inView, sidePx)) scroller = holder;
    reachable = byScrolling ? scrolledInto(holder, reachable) : overlapOf(reachable, clip);
  }
  const view = viewAround(element);
  const { scrollX = 0, scrollY = 0 } = windowOf(documentOf(element)) ?? {};
  const { width, height } = scrollSizeOf(page);
  const whole = {
    left: -scrollX,
    top: -scrollY,
    right: Math.max(width, view.right) - scrollX,
    bottom: Math.max(height, view.bottom) - scrollY,
  };
  return {
    reachable: overlapOf(reachable, position === 'fixed' ? view : whole),
    inView: overlapOf(inView, view),
    scroller,
  };
}
