/** Whether something is drawn over an element, whether or not it takes presses. Needs layout; changes nothing. */
import { type Box, holds, overlapOf, type Point, viewAround } from './boxes';
import {
  boxOf,
  checkVisibility,
  documentOf,
  drawnAncestorsOf,
  elementsIn,
  firstChildElementOf,
  hostOf,
  isDocument,
  isDrawnIn,
  matches,
  pageElementOf,
  type Root,
  rootOf,
  walkerIn,
} from './dom';
import {
  alphaOfBox,
  hasInkOutside,
  type Ink,
  inkedElement,
  inkInside,
  inkOfShape,
  inkOutside,
  largeLetters,
  scaleOf,
} from './ink';
import { isDrawnOver, type Painted, TOP_LAYER } from './paint-order';
import { alphaOfGround, isSet, isTransformed, type Pseudo, styleOf } from './style';

/** From here on what lies on top leaves too little to be seen. */
export const OPAQUE = 0.8;

/** What covers so much of the box through which an element comes into view covers it wherever it is scrolled to. */
const WHOLE = 0.9;

/** In a page of more elements than this, what their `::before` and `::after` draw is looked at only around the element. */
const MOST_PSEUDO_OWNERS = 10_000;

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

export interface Layer extends Painted {
  readonly box: Box;
  readonly style: CSSStyleDeclaration;
  /** What is drawn there, where it is not the background and the content. */
  readonly drawn?: Ink;
}

const SIDES = ['left', 'top', 'right', 'bottom'] as const;

const numbers = (...lengths: readonly string[]): number[] =>
  lengths.map((length) => Number.parseFloat(length) || 0);

/** Where a pseudo-element is drawn that is positioned; transforms of its own are left out. */
function placeOfPositioned(element: Element, style: CSSStyleDeclaration): Box {
  const [left = 0, top = 0, width = 0, height = 0] = numbers(
    style.left,
    style.top,
    style.width,
    style.height,
  );
  const placed = (one: Element) => styleOf(one).position !== 'static';
  const around = [element, ...drawnAncestorsOf(element)].find(placed) ?? pageElementOf(documentOf(element));
  const scale = scaleOf(around);
  const origin = style.position === 'fixed' ? { left: 0, top: 0 } : boxOf(around);
  const start = { left: origin.left + left * scale, top: origin.top + top * scale };
  return { ...start, right: start.left + width * scale, bottom: start.top + height * scale };
}

/**
 * Where a pseudo-element in the flow is drawn, as far as can be told: at the start of its element or after what is in it.
 *
 * @returns null for one that has its place in the element's own
 */
function placeInFlow(element: Element, style: CSSStyleDeclaration): Box | null {
  const own = boxOf(element);
  const scale = scaleOf(element);
  const [x = 0, y = 0, width = 0, height = 0] = numbers(
    style.marginLeft,
    style.marginTop,
    style.width,
    style.height,
  );
  const [left = 0, top = 0] = style.position === 'relative' ? numbers(style.left, style.top) : [];
  const start = { left: own.left + scale * (x + left), top: own.top + scale * (y + top) };
  const box = { ...start, right: start.left + width * scale, bottom: start.top + height * scale };
  const inside = overlapOf(box, own);
  const isInside = SIDES.every((side) => Math.abs(inside[side] - box[side]) <= 1);
  return isInside && !isTransformed(style) ? null : { ...box, bottom: box.bottom + own.height };
}

/** Where a box is drawn after a transform of its own. */
function transformed(box: Box, style: CSSStyleDeclaration, scale: number): Box {
  const { transform, translate, scale: sized, transformOrigin } = style;
  if (!isSet(transform) && !isSet(translate) && !isSet(sized)) return box;
  const [originX = 0, originY = 0] = numbers(...transformOrigin.split(' '));
  const [moveX = 0, moveY = 0] = isSet(translate) ? numbers(...translate.split(' ')) : [];
  const [scaleX = 1, scaleY = scaleX] = isSet(sized) ? numbers(...sized.split(' ')) : [];
  const origin = { x: box.left + originX * scale, y: box.top + originY * scale };
  const matrix = new DOMMatrix()
    .translate(origin.x + moveX * scale, origin.y + moveY * scale)
    .scale(scaleX, scaleY)
    .scale(scale)
    .multiply(new DOMMatrix(isSet(transform) ? transform : ''))
    .scale(1 / scale)
    .translate(-origin.x, -origin.y);
  const corners = [box.left, box.right].flatMap((x) =>
    [box.top, box.bottom].map((y) => matrix.transformPoint({ x, y })),
  );
  const xs = corners.map(({ x, w }) => x / w);
  const ys = corners.map(({ y, w }) => y / w);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** What a pseudo-element draws; one in the flow that stays in its element has the place of that. */
export function pseudoLayers(element: Element, pseudo: Pseudo): Layer[] {
  const style = styleOf(element, pseudo);
  // Most draw nothing, and each property that is asked for takes its time.
  if (!isSet(style.content)) return [];
  const placed = /absolute|fixed/.test(style.position)
    ? placeOfPositioned(element, style)
    : placeInFlow(element, style);
  if (!placed) return [];
  const scale = scaleOf(element);
  const box = transformed(placed, style, scale);
  const filled = [{ box, alpha: alphaOfBox(element, style, pseudo) }];
  const inked = { style, box: () => box, scale: () => scale, filled: () => filled };
  return [
    { element, pseudo, style, box },
    ...[...inkOutside(inked), ...inkInside(inked)].map((ink) => ({
      element,
      pseudo,
      style,
      box: ink.box,
      drawn: ink,
    })),
  ];
}

export const PSEUDO = ['::before', '::after'] as const;

/** Boxes that paint containment cuts off at (https://drafts.csswg.org/css-contain-2/#containment-paint). */
const CUTS_OFF = /^(?:inline-)?(?:block|flex|grid|flow-root)$|^list-item$/;

/** Whether all that is drawn in an element is cut off at its box, wherever it is positioned. */
function holdsAllPaint(style: CSSStyleDeclaration): boolean {
  // Each property that is asked for takes its time.
  const isContained =
    /strict|content|paint/.test(style.contain) || /auto|hidden/.test(style.contentVisibility);
  return isContained && CUTS_OFF.test(style.display) && /^(0px)?$/.test(style.overflowClipMargin ?? '');
}

/** The element that follows in document order when all inside the current one is left out. */
function afterSubtree(walker: TreeWalker): Node | null {
  do {
    const next = walker.nextSibling();
    if (next) return next;
  } while (walker.parentNode());
  return null;
}

/**
 * What an element draws besides its background and its content, as far as it is wanted.
 *
 * @param box of the element; null where only what is drawn outside of it is wanted
 */
export function* inkLayers(
  element: Element,
  style: CSSStyleDeclaration,
  box: DOMRect | null,
  wanted: (box: Box) => boolean,
): Generator<Layer> {
  const layerOf = (ink: Ink): Layer => ({ element, style, box: ink.box, drawn: ink });
  if (hasInkOutside(style))
    for (const ink of inkOutside(inkedElement(element, style))) if (wanted(ink.box)) yield layerOf(ink);
  if (!box) return;
  for (const ink of largeLetters(element, style)) if (wanted(ink.box)) yield layerOf(ink);
  if (box.width === 0 || box.height === 0 || !wanted(box)) return;
  for (const ink of inkInside(inkedElement(element, style))) yield layerOf(ink);
  for (const ink of inkOfShape(element, style, box)) yield layerOf(ink);
}

/**
 * Everything that is drawn in these trees, with what `::before` and `::after` add: in a large page only around `elements`.
 *
 * @param wanted asked of each box first: what most of the time would go into is the rest
 * @param through only what lets presses through is needed; a style is asked for in half the time of a box
 */
function* layersIn(
  roots: readonly Root[],
  elements: readonly Element[],
  wanted: (box: Box) => boolean,
  through: boolean,
): Generator<Layer> {
  const owners: Element[] = [];
  let count = 0;
  for (const root of roots) {
    const walker = walkerIn(root, NodeFilter.SHOW_ELEMENT);
    let node = walker.nextNode();
    while (node !== null) {
      const element = node as Element;
      if (++count <= MOST_PSEUDO_OWNERS) owners.push(element);
      // Deep in what is not drawn, a style takes as long as all that is around it.
      if (!checkVisibility(element)) {
        node = styleOf(element).display === 'none' ? afterSubtree(walker) : walker.nextNode();
        continue;
      }
      const style = styleOf(element);
      const box = through && style.pointerEvents !== 'none' ? null : boxOf(element);
      if (box && box.width > 0 && box.height > 0 && wanted(box)) yield { element, box, style };
      yield* inkLayers(element, style, box, wanted);
      // A page that is very long marks parts as ones of which nothing comes out.
      const isApart =
        firstChildElementOf(element) !== null &&
        holdsAllPaint(style) &&
        !wanted(box ?? boxOf(element)) &&
        elementsIn(element, TOP_LAYER).length === 0;
      node = isApart ? afterSubtree(walker) : walker.nextNode();
    }
  }
  const around =
    count > MOST_PSEUDO_OWNERS
      ? new Set(elements.flatMap((element) => [...drawnAncestorsOf(element)]))
      : owners;
  for (const owner of around)
    for (const pseudo of PSEUDO)
      for (const layer of pseudoLayers(owner, pseudo)) if (wanted(layer.box)) yield layer;
  for (const root of roots) for (const element of elementsIn(root, TOP_LAYER)) yield backdropOf(element);
}

/** What is drawn over all of the page behind an element of the top layer. */
function backdropOf(element: Element): Layer {
  const style = styleOf(element, '::backdrop');
  const box = viewAround(element);
  const alpha = alphaOfGround(style);
  return { element, style, box, drawn: { box, alphaAt: () => alpha } };
}

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
  const ink = layer.drawn;
  if (isAskedByPress(look) && !ink && layer.style.pointerEvents !== 'none') return;
  const stays = !inView && staysInPlace(layer, look);
  const under = [...left.keys()].filter((point) =>
    stays ? coversMostOf(layer.box, frame) : holds(layer.box, point),
  );
  if (under.length === 0) return;
  const isBelow = isPartOf(layer, look) || (!layer.pseudo && line.has(layer.element));
  if (isBelow && !ink?.overContent) return;
  const opacity = opacityOf(layer, line);
  if (opacity === 0 || !(isBelow || isDrawnOver(layer, { element }, ink?.overContent))) return;
  for (const point of under) {
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

/**
 * Those looks in which so much is drawn over the element, wherever it is looked at, that it cannot be seen.
 *
 * @param roots all trees of the document
 */
export function coveredAmong(looks: readonly Look[], roots: readonly Root[]): ReadonlySet<Look> {
  const all = looks.map(watch);
  const open = () => all.filter(({ left }) => left.size > 0);
  if (open().length > 0) {
    const elements = looks.map(({ element }) => element);
    const wanted = (box: Box): boolean => all.some((watched) => isUnder(watched, box));
    for (const layer of layersIn(roots, elements, wanted, looks.every(isAskedByPress)))
      for (const watched of open()) cover(watched, layer);
  }
  return new Set(all.filter(({ left }) => left.size === 0).map(({ look }) => look));
}
