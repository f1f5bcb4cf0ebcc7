/** All that is drawn in a page, box by box, and what the boxes around it leave of it. */
import { type Box, holdersAmong, overlapOf, viewAround } from './boxes';
import {
  boxOf,
  checkVisibility,
  drawnAncestorsOf,
  elementsIn,
  firstChildElementOf,
  localNameOf,
  matches,
  type Root,
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
import { haveMarks, marksOfLetters } from './marks';
import { type Painted, TOP_LAYER } from './paint-order';
import { placeOfPseudo } from './pseudo-place';
import { rareInk, rareInkBeside } from './rare-ink';
import { inertIn } from './reach';
import { alphaOfGround, isSet, type Pseudo, styleOf } from './style';

/** Something that is drawn in one box. */
export interface Layer extends Painted {
  readonly box: Box;
  readonly style: CSSStyleDeclaration;
  /** What is drawn there, where it is not the background and the content. */
  readonly drawn?: Ink;
  /** Presses go past it, whatever its style says. */
  readonly inert?: boolean;
}

/** What a pseudo-element draws; one in the flow that stays in its element has the place of that. */
function pseudoLayers(element: Element, pseudo: Pseudo): Layer[] {
  const style = styleOf(element, pseudo);
  // Most draw nothing, and each property that is asked for takes its time.
  if (!isSet(style.content)) return [];
  const layerOf = (ink: Ink): Layer => ({ element, pseudo, style, box: ink.box, drawn: ink });
  const place = placeOfPseudo(element, style);
  const box = place ?? boxOf(element);
  const scale = scaleOf(element);
  const filled = [{ box, alpha: alphaOfBox(element, style, pseudo) }];
  const inked = { style, box: () => box, scale: () => scale, filled: () => filled };
  const outside = [...rareInkBeside(element, style), ...inkOutside(inked)].map(layerOf);
  if (!place) return outside;
  return [{ element, pseudo, style, box }, ...outside, ...[...inkInside(inked)].map(layerOf)];
}

/** Whether a style may let presses through: a shape does, too, that takes them on its outline only. */
export const mayLetThrough = ({ pointerEvents }: CSSStyleDeclaration): boolean => pointerEvents !== 'auto';

const PSEUDO = ['::before', '::after'] as const;

/** Boxes that paint containment cuts off at (https://drafts.csswg.org/css-contain-2/#containment-paint). */
const CUTS_OFF = /^(?:inline-)?(?:block|flex|grid|flow-root)$|^list-item$/;

/** Whether all that is drawn in an element is cut off at its box, wherever it is positioned. */
function holdsAllPaint(style: CSSStyleDeclaration): boolean {
  // Each property that is asked for takes its time.
  const isContained =
    /strict|content|paint/.test(style.contain) || /auto|hidden/.test(style.contentVisibility);
  return isContained && cutsOffAtBox(style);
}

const cutsOffAtBox = ({ display, overflowClipMargin }: CSSStyleDeclaration): boolean =>
  CUTS_OFF.test(display) && /^(0px)?$/.test(overflowClipMargin ?? '');

/** Whether nothing that stands in an element is drawn outside of its box. */
function cutsOff(element: Element, style: CSSStyleDeclaration): boolean {
  const { overflowX, overflowY } = style;
  if (overflowX === 'visible' || overflowY === 'visible') return holdsAllPaint(style);
  // A picture in a picture has no box of its own.
  if (element instanceof SVGElement)
    return localNameOf(element) === 'svg' && element.ownerSVGElement === null;
  return cutsOffAtBox(style);
}

/** What the boxes around a layer leave of it; those that the element stands in, too, move with it. */
export function uncutBox({ element, pseudo, style, drawn, box }: Layer, line: ReadonlySet<Element>): Box {
  if (matches(element, TOP_LAYER)) return box;
  const around = [...drawnAncestorsOf(element)];
  const holders =
    pseudo || drawn?.inside
      ? holdersAmong([element, ...around], pseudo ? style.position : 'static')
      : holdersAmong(around, style.position);
  let left = box;
  for (const { holder, style } of holders) {
    if (line.has(holder)) break;
    if (cutsOff(holder, style)) left = overlapOf(left, boxOf(holder));
    if (matches(holder, TOP_LAYER)) break;
  }
  return left;
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
  for (const ink of inkOfShape(element, style)) if (wanted(ink.box)) yield layerOf(ink);
  if (box.width === 0 || box.height === 0 || !wanted(box)) return;
  for (const ink of inkInside(inkedElement(element, style))) yield layerOf(ink);
}

/** What few elements draw, and takes long to ask for, as far as it is wanted. */
export function* rareLayers(
  element: Element,
  style: CSSStyleDeclaration,
  wanted: (box: Box) => boolean,
): Generator<Layer> {
  for (const pseudo of PSEUDO)
    for (const layer of pseudoLayers(element, pseudo)) if (wanted(layer.box)) yield layer;
  if (!checkVisibility(element)) return;
  for (const ink of rareInk(element, style))
    if (wanted(ink.box)) yield { element, style, box: ink.box, drawn: ink };
}

/**
 * Everything that is drawn in these trees.
 *
 * @param wanted asked of each box first: what most of the time would go into is the rest
 * @param through only what lets presses through is needed; a style is asked for in half the time of a box
 * @param rare those of which also is looked for what few elements draw; all of them where it is null
 */
export function* layersIn(
  roots: readonly Root[],
  wanted: (box: Box) => boolean,
  through: boolean,
  rare: ReadonlySet<Element> | null,
): Generator<Layer> {
  const isInert = inertIn(roots);
  const marked = haveMarks(roots);
  for (const root of roots) {
    const walker = walkerIn(root, NodeFilter.SHOW_ELEMENT);
    let node = walker.nextNode();
    while (node !== null) {
      const element = node as Element;
      // Deep in what is not drawn, a style takes as long as all that is around it.
      const isDrawn = checkVisibility(element);
      const style = styleOf(element);
      if (!isDrawn && style.display === 'none') {
        node = afterSubtree(walker);
        continue;
      }
      const inert = isInert(element, style);
      if (!rare || rare.has(element))
        for (const layer of rareLayers(element, style, wanted)) yield { ...layer, inert };
      if (!isDrawn) {
        node = walker.nextNode();
        continue;
      }
      const isMissed = inert || mayLetThrough(style);
      const box = through && !isMissed ? null : boxOf(element);
      if (box && box.width > 0 && box.height > 0 && wanted(box)) yield { element, box, style, inert };
      if (box || hasInkOutside(style)) yield* inkLayers(element, style, box, wanted);
      if (box && marked)
        for (const ink of marksOfLetters(element))
          if (wanted(ink.box)) yield { element, style, box: ink.box, drawn: ink };
      // A page that is very long marks parts as ones of which nothing comes out.
      const isApart =
        firstChildElementOf(element) !== null &&
        holdsAllPaint(style) &&
        !wanted(box ?? boxOf(element)) &&
        elementsIn(element, TOP_LAYER).length === 0;
      node = isApart ? afterSubtree(walker) : walker.nextNode();
    }
  }
  for (const root of roots) for (const element of elementsIn(root, TOP_LAYER)) yield backdropOf(element);
}

/** What is drawn over all of the page behind an element of the top layer. */
function backdropOf(element: Element): Layer {
  const style = styleOf(element, '::backdrop');
  const box = viewAround(element);
  const alpha = alphaOfGround(style);
  return { element, style, box, drawn: { box, alphaAt: () => alpha } };
}
