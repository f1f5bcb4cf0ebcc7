/** Whether something is drawn over an element, whether or not it takes presses. Needs layout; changes nothing. */
import { type Box, holds, overlapOf, type Point, viewAround } from './boxes';
import {
  boxOf,
  countOf,
  drawnAncestorsOf,
  hostOf,
  isDocument,
  isDrawnIn,
  matches,
  type Root,
  rootOf,
} from './dom';
import { alphaOfBox } from './ink';
import { type Layer, layersIn, mayLetThrough, uncutBox } from './layers';
import { isDrawnOver, TOP_LAYER } from './paint-order';
import { styleOf } from './style';

/** From here on what lies on top leaves too little to be seen. */
export const OPAQUE = 0.8;

/** What covers so much of the box through which an element comes into view covers it wherever it is scrolled to. */
const WHOLE = 0.9;

/** In a page of more elements than this, what they seldom draw is looked at only around the element. */
const MOST_LOOKED_AT_CLOSELY = 5_000;

/** Nobody can tell in time what lies over an element in a page of more elements than this. */
const MOST_ELEMENTS = 120_000;

/** How an element is looked at: at points that are in view now, or where it would be once it is scrolled there. */
export interface Look {
  readonly element: Element;
  readonly points: readonly Point[];
  readonly inView: boolean;
  /** The box through which the element comes into view; null for the page itself. */
  readonly scroller: Element | null;
  /** What is read need not take presses: only what is drawn over it counts. Else presses on it must reach it. */
  readonly read?: 'letters' | 'field';
}

/** The topmost thing in a tree that takes presses at a point of the view. */
const hitAt = (root: Root, x: number, y: number): Element | null =>
  (isDocument(root) ? Document : ShadowRoot).prototype.elementFromPoint.call(root, x, y);

/**
 * Whether a press at `point` would go to something else than the element. Asked in the tree of the element and of each
 * host around it: Firefox tells of a tree what takes presses in it, also where something outside lies over all of it.
 */
function isUnderPointer(element: Element, { x, y }: Point): boolean {
  for (let at: Element | null = element; at !== null; at = hostOf(at)) {
    const hit = hitAt(rootOf(at) as Root, x, y);
    if (hit === null) return true;
    // What lets presses through is missed; what it stands on is hit instead.
    const isMissed = isDrawnIn(at, hit) && styleOf(element).pointerEvents === 'none';
    if (!isMissed && !(at === element ? isDrawnIn(hit, at) : hit === at)) return true;
  }
  return false;
}

/** The points at which nothing that takes presses lies over the element; all of them where it is out of view. */
const pointsLeft = ({ element, points, inView }: Look): Point[] =>
  points.filter((point) => !inView || !isUnderPointer(element, point));

/** Whether something that takes presses lies over the element wherever it is looked at. */
export const isUnderSomething = (look: Look): boolean => pointsLeft(look).length === 0;

/** How much of what lies below a layer it hides, from 0 to 1; of an ink the most. */
function opacityOf(layer: Layer, below: ReadonlySet<Element>): number {
  const { element, style, pseudo } = layer;
  if (style.visibility !== 'visible') return 0;
  let opacity = (layer.drawn ? 1 : alphaOfBox(element, style, pseudo)) * Number(style.opacity);
  let inner = element;
  for (const one of pseudo ? [element, ...drawnAncestorsOf(element)] : drawnAncestorsOf(element)) {
    // What lies in the top layer hangs on the page itself.
    if (opacity === 0 || below.has(one) || (one !== inner && matches(inner, TOP_LAYER))) break;
    opacity *= Number(styleOf(one).opacity);
    inner = one;
  }
  return opacity;
}

/** Whether a layer stays where it is while the element is scrolled into view. */
const staysInPlace = ({ element }: Layer, { scroller }: Look): boolean =>
  scroller
    ? !isDrawnIn(element, scroller)
    : [element, ...drawnAncestorsOf(element)].some((one) => styleOf(one).position === 'fixed');

function coversMostOf(box: Box, whole: Box): boolean {
  const { left, top, right, bottom } = overlapOf(box, whole);
  const area = Math.max(0, right - left) * Math.max(0, bottom - top);
  return area >= WHOLE * (whole.right - whole.left) * (whole.bottom - whole.top);
}

/** One look with what is left to be seen of the element at each of its points, from 0 to 1. */
export interface Watched {
  readonly look: Look;
  /** The element and all that it is drawn in. */
  readonly line: ReadonlySet<Element>;
  readonly frame: Box;
  readonly left: Map<Point, number>;
}

/** Whether a box lies at one of the points, or where the element comes into view. */
export function isUnder({ look, frame, left }: Watched, box: Box): boolean {
  for (const point of left.keys()) if (holds(box, point)) return true;
  return !look.inView && coversMostOf(box, frame);
}

/** Whether something stands in what is looked at: in a field nothing does, and beside letters it may lie over them. */
const isPartOf = ({ element }: Layer, look: Look): boolean =>
  look.read !== 'letters' && isDrawnIn(element, look.element);

/** In view, what takes presses has been asked for by a press. */
const isAskedByPress = ({ inView, read }: Look): boolean => inView && !read;

/** Takes away what a layer hides. */
export function cover({ look, line, frame, left }: Watched, layer: Layer): void {
  const { element, inView } = look;
  const { drawn: ink, inert, style } = layer;
  if (isAskedByPress(look) && !ink && !inert && !mayLetThrough(style)) return;
  const stays = !inView && staysInPlace(layer, look);
  const under = [...left.keys()].filter((point) =>
    stays ? coversMostOf(layer.box, frame) : holds(layer.box, point),
  );
  if (under.length === 0) return;
  const isBelow = isPartOf(layer, look) || (!layer.pseudo && line.has(layer.element));
  if (isBelow && !ink?.overContent) return;
  const opacity = opacityOf(layer, line);
  if (opacity === 0 || !(isBelow || isDrawnOver(layer, { element }, ink?.overContent))) return;
  const box = uncutBox(layer, line);
  for (const point of under) {
    if (!(stays ? coversMostOf(box, frame) : holds(box, point))) continue;
    const rest = (left.get(point) ?? 0) * (1 - opacity * (ink?.alphaAt(point) ?? 1));
    if (rest > 1 - OPAQUE) left.set(point, rest);
    else left.delete(point);
  }
}

export function watch(look: Look): Watched {
  const { element, scroller } = look;
  return {
    look,
    line: new Set([element, ...drawnAncestorsOf(element)]),
    frame: scroller ? boxOf(scroller) : viewAround(element),
    left: new Map((look.read ? look.points : pointsLeft(look)).map((point) => [point, 1])),
  };
}

/** How many elements are in these trees. */
const countIn = (roots: readonly Root[]): number => roots.reduce((count, root) => count + countOf(root), 0);

/**
 * Those looks in which so much is drawn over the element, wherever it is looked at, that it cannot be seen.
 *
 * @param roots all trees of the document
 */
export function coveredAmong(looks: readonly Look[], roots: readonly Root[]): ReadonlySet<Look> {
  const all = looks.map(watch);
  const open = () => all.filter(({ left }) => left.size > 0);
  if (open().length > 0) {
    const count = countIn(roots);
    if (count > MOST_ELEMENTS) return new Set(looks);
    const around = new Set(looks.flatMap(({ element }) => [...drawnAncestorsOf(element)]));
    const rare = count > MOST_LOOKED_AT_CLOSELY ? around : null;
    const wanted = (box: Box): boolean => all.some((watched) => isUnder(watched, box));
    for (const layer of layersIn(roots, wanted, looks.every(isAskedByPress), rare)) {
      for (const watched of open()) cover(watched, layer);
      if (open().length === 0) break;
    }
  }
  return new Set(all.filter(({ left }) => left.size === 0).map(({ look }) => look));
}
