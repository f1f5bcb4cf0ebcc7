/** Whether something is drawn over an element, whether or not it takes presses. Needs layout; changes nothing. */
import { type Box, holds, intersection, type Point, viewOf } from './boxes';
import {
  boxOf,
  documentOf,
  drawnAncestorsOf,
  elementsIn,
  isDrawnIn,
  localNameOf,
  type Root,
  rootOf,
} from './dom';
import { isDrawnOver, type Painted } from './paint-order';
import { alphaOf, isSet } from './style';

/** From here on what lies on top leaves too little to be seen. */
const OPAQUE = 0.8;

/** What covers so much of the box through which an element comes into view covers it wherever it is scrolled to. */
const WHOLE = 0.9;

/** In a page of more elements than this, what their `::before` and `::after` draw is looked at only around the element. */
const MOST_PSEUDO_OWNERS = 10_000;

/** Elements that draw something of their own, whatever their style says. */
const PICTURES: ReadonlySet<string> = new Set(
  'img video canvas iframe object embed svg input textarea select'.split(' '),
);

/** How an element is looked at: at points that are in view now, or where it would be once it is scrolled there. */
export interface Look {
  readonly element: Element;
  readonly points: readonly Point[];
  readonly inView: boolean;
  /** The box through which the element comes into view; null for the page itself. */
  readonly scroller: Element | null;
}

/** Whether a press at `point` would go to something else than the element. */
function isUnderPointer(element: Element, { x, y }: Point, window: Window): boolean {
  const hit = (rootOf(element) as Root).elementFromPoint(x, y);
  if (hit === null || isDrawnIn(hit, element)) return hit === null;
  // What lets presses through is missed; what it stands on is hit instead.
  return !(isDrawnIn(element, hit) && window.getComputedStyle(element).pointerEvents === 'none');
}

/** The points at which nothing that takes presses lies over the element; all of them where it is out of view. */
const pointsLeft = ({ element, points, inView }: Look, window: Window): Point[] =>
  points.filter((point) => !inView || !isUnderPointer(element, point, window));

/** Whether something that takes presses lies over the element wherever it is looked at. */
export const isUnderSomething = (look: Look, window: Window): boolean =>
  pointsLeft(look, window).length === 0;

interface Layer extends Painted {
  readonly box: Box;
  readonly style: CSSStyleDeclaration;
}

/** What a positioned pseudo-element draws; one among its element's text has the place of that. */
function pseudoLayer(element: Element, pseudo: '::before' | '::after', window: Window): Layer[] {
  const style = window.getComputedStyle(element, pseudo);
  const { content, position } = style;
  if (!isSet(content) || !/absolute|fixed/.test(position)) return [];
  const [left = 0, top = 0, width = 0, height = 0] = [style.left, style.top, style.width, style.height].map(
    Number.parseFloat,
  );
  const placed = (one: Element) => window.getComputedStyle(one).position !== 'static';
  const around = [element, ...drawnAncestorsOf(element)].find(placed) ?? documentOf(element).documentElement;
  const origin = position === 'fixed' ? { left: 0, top: 0 } : boxOf(around);
  const start = { left: origin.left + left, top: origin.top + top };
  return [
    { element, pseudo, style, box: { ...start, right: start.left + width, bottom: start.top + height } },
  ];
}

const PSEUDO = ['::before', '::after'] as const;

/** Everything that could lie over the element: what it is not drawn in, what is not drawn in it, and what these add. */
function* layersBeside(element: Element, roots: readonly Root[], window: Window): Generator<Layer> {
  const elements = roots.flatMap((root) => elementsIn(root, '*'));
  for (const other of elements) {
    const box = boxOf(other);
    if (box.width === 0 || box.height === 0) continue;
    if (isDrawnIn(other, element) || isDrawnIn(element, other)) continue;
    yield { element: other, box, style: window.getComputedStyle(other) };
  }
  const owners = elements.length > MOST_PSEUDO_OWNERS ? drawnAncestorsOf(element) : elements;
  for (const owner of owners) for (const pseudo of PSEUDO) yield* pseudoLayer(owner, pseudo, window);
}

/** How much of what lies below a layer it hides, from 0 to 1. */
function opacityOf({ element, style, pseudo }: Layer, below: Element, window: Window): number {
  if (style.visibility !== 'visible') return 0;
  const isPicture = pseudo ? style.content.startsWith('url') : PICTURES.has(localNameOf(element));
  const draws = isPicture || isSet(style.backgroundImage) || isSet(style.backdropFilter);
  let opacity = (draws ? 1 : alphaOf(style.backgroundColor)) * Number(style.opacity);
  const around = pseudo ? [element, ...drawnAncestorsOf(element)] : drawnAncestorsOf(element);
  for (const one of around) {
    if (opacity === 0 || isDrawnIn(below, one)) break;
    opacity *= Number(window.getComputedStyle(one).opacity);
  }
  return opacity;
}

/** Whether a layer stays where it is while the element is scrolled into view. */
const staysInPlace = ({ element }: Layer, { scroller }: Look, window: Window): boolean =>
  scroller
    ? !isDrawnIn(element, scroller)
    : [element, ...drawnAncestorsOf(element)].some(
        (one) => window.getComputedStyle(one).position === 'fixed',
      );

function coversMostOf(box: Box, whole: Box): boolean {
  const { left, top, right, bottom } = intersection(box, whole);
  const area = Math.max(0, right - left) * Math.max(0, bottom - top);
  return area >= WHOLE * (whole.right - whole.left) * (whole.bottom - whole.top);
}

/**
 * Whether so much is drawn over the element, wherever it is looked at, that it cannot be seen.
 *
 * @param roots all trees of its document
 */
export function isCovered(look: Look, roots: readonly Root[], window: Window): boolean {
  const { element, inView, scroller } = look;
  const left = new Map(pointsLeft(look, window).map((point) => [point, 1]));
  if (left.size === 0) return true;
  const frame = scroller ? boxOf(scroller) : viewOf(window);
  for (const layer of layersBeside(element, roots, window)) {
    const stays = !inView && staysInPlace(layer, look, window);
    const under = [...left.keys()].filter((point) =>
      stays ? coversMostOf(layer.box, frame) : holds(layer.box, point),
    );
    if (under.length === 0) continue;
    // In view, what takes presses has been asked for by a press.
    if (inView && layer.style.pointerEvents !== 'none') continue;
    const opacity = opacityOf(layer, element, window);
    if (opacity === 0 || !isDrawnOver(layer, { element }, window)) continue;
    for (const point of under) {
      const rest = (left.get(point) ?? 0) * (1 - opacity);
      if (rest > 1 - OPAQUE) left.set(point, rest);
      else left.delete(point);
    }
    if (left.size === 0) return true;
  }
  return false;
}
