/**
 * What few elements draw outside of their boxes: moved shadows of letters, thick lines, marks, reflections, parts that a
 * style has taken out. To ask for it takes as long as to ask for all other ink.
 */
import { type Box, holds, NO_CLIP, scrollportOf } from './boxes';
import { boxOf, childNodesOf, isText, laidOut, localNameOf, matches, scrollSizeOf } from './dom';
import {
  ANYWHERE,
  FIRST,
  type Ink,
  isPictureOf,
  LARGEST_LABEL_PX,
  lettersIn,
  matrixOf,
  moved,
  NEAR_SHADOW_PX,
  px,
  type Shadow,
  SIDES,
  scaleOf,
  shadowsIn,
  stretchOf,
} from './ink';
import { isSet, styleOf } from './style';

/** Lines and distances up to this size, in pixels, hide no field. */
const USUAL_PX = 20;

/** Thinner ones leave enough to be read below them, in pixels. */
const THICK_PX = 6;

/** Rules closer to each other than columns are wide hide what lies below them together; thinner ones do not, in pixels. */
const THIN_RULE_PX = 2;

/** In more places than this, the shadows of the letters in one element may be anywhere. */
const MOST_SHADOWS = 100;

const opaque = (box: Box): Ink => ({ box, alphaAt: () => 1 });

const isUnusual = (...lengths: readonly (string | undefined)[]): boolean =>
  lengths.some((length) => px(length) > USUAL_PX);

/** Whether what stands in an element is larger than it. */
function isSpilled(element: Element): boolean {
  const { width, height } = scrollSizeOf(element);
  const scale = scaleOf(element);
  const own = boxOf(element);
  return width * scale > own.width + USUAL_PX || height * scale > own.height + USUAL_PX;
}

/** Something around an element and what stands in it, on whichever side that is too large for its box. */
function around(element: Element, byPx: number): Ink {
  const { left, top, right, bottom, width, height } = boxOf(element);
  const size = scrollSizeOf(element);
  const scale = scaleOf(element);
  const x = byPx + Math.max(0, size.width * scale - width);
  const y = byPx + Math.max(0, size.height * scale - height);
  return opaque({ left: left - x, top: top - y, right: right + x, bottom: bottom + y });
}

const isNear = ({ x, y, blur }: Shadow): boolean => Math.abs(x) + Math.abs(y) + blur <= NEAR_SHADOW_PX;

function* shadowsOfLetters(element: Element, { textShadow }: CSSStyleDeclaration): Generator<Ink> {
  if (!isSet(textShadow)) return;
  const far = shadowsIn(textShadow, scaleOf(element)).filter((shadow) => !isNear(shadow));
  let left = MOST_SHADOWS;
  for (const box of far.length > 0 ? lettersIn(element) : [])
    for (const { x, y, blur, alpha } of far) {
      if (left-- === 0) return yield ANYWHERE;
      yield { box: moved(box, x, y, blur), alphaAt: () => alpha };
    }
}

/** Of most elements: asked for in one go per property, as each question takes its time. */
const NO_SIDES = '0px 0px 0px';

/** How far around an element the beginning of its text draws something by a style of its own, in pixels. */
function spreadOf(style: CSSStyleDeclaration, own: CSSStyleDeclaration): number {
  const shadows = [
    ...(style.textShadow === own.textShadow ? [] : shadowsIn(style.textShadow, 1)),
    ...shadowsIn(style.boxShadow, 1),
  ].map(({ x, y, blur, spread }) => Math.abs(x) + Math.abs(y) + blur + Math.abs(spread));
  const sides =
    `${style.padding} ${style.margin} ${style.borderWidth}` === NO_SIDES
      ? []
      : SIDES.map(
          (side) =>
            px(style[`padding${side}`]) + px(style[`margin${side}`]) + px(style[`border${side}Width`]),
        );
  const line = isSet(style.textDecorationLine) ? px(style.textDecorationThickness) : 0;
  return Math.max(0, ...shadows, ...sides, line, px(style.webkitTextStrokeWidth));
}

/** Parts of elements that have a style of their own (https://drafts.csswg.org/css-pseudo-4/#element-backed). */
const PARTS: Readonly<Record<string, { readonly of: string; readonly part: string }>> = {
  details: { of: 'details', part: '::details-content' },
  input: { of: '[type="file" i]', part: '::file-selector-button' },
  select: { of: 'select', part: '::picker-icon' },
};
/** What a box that scrolls may have (https://drafts.csswg.org/css-overflow-5/#scroll-buttons, #scroll-markers). */
const MARKER_GROUP = '::scroll-marker-group';
const SCROLL_BUTTONS = ['block-start', 'block-end', 'inline-start', 'inline-end'].map(
  (side) => `::scroll-button(${side})`,
);

/** A browser that does not know a part says nothing of it, or the element's own style. */
const isKnown = (part: string): boolean => CSS.supports(`selector(${part})`);

let known: readonly string[] | undefined;
/** Those that this browser knows; asked for once, as many boxes scroll. */
function scrollButtons(): readonly string[] {
  known ??= SCROLL_BUTTONS.filter(isKnown);
  return known;
}

/** Whether a part that is large has been taken out of its place in the element. */
function isTakenOut(element: Element, part: string): boolean {
  const style = getComputedStyle(element, part);
  if (!isSet(style.display)) return false;
  const scale = Math.max(stretchOf(matrixOf(style.transform)), px(style.scale));
  const side = Math.max(px(style.width), px(style.height)) * scale;
  const isMoved =
    /fixed|absolute/.test(style.position) ||
    (style.position !== 'static' && isUnusual(style.top, style.left, style.right, style.bottom)) ||
    scale > 1 ||
    isSet(style.translate) ||
    SIDES.some((side) => px(style[`margin${side}`]) > LARGEST_LABEL_PX) ||
    px(style.width) > boxOf(element).width + LARGEST_LABEL_PX;
  return (isMoved && side > LARGEST_LABEL_PX) || !shadowsIn(style.boxShadow, scale).every(isUsual);
}

function hasPartTakenOut(element: Element): boolean {
  const own = PARTS[localNameOf(element)];
  return own !== undefined && matches(element, own.of) && isKnown(own.part) && isTakenOut(element, own.part);
}

/** The same of the parts of a box that scrolls, of which a style first has to say that there are any. */
function hasScrollPartTakenOut(element: Element, style: CSSStyleDeclaration): boolean {
  if (!/auto|scroll|hidden/.test(style.overflowX)) return false;
  return (
    (isSet(style.getPropertyValue('scroll-marker-group')) && isTakenOut(element, MARKER_GROUP)) ||
    scrollButtons().some(
      (part) => isSet(getComputedStyle(element, part).content) && isTakenOut(element, part),
    )
  );
}

/**
 * The bars with which a box is scrolled, where a style makes them large (https://developer.mozilla.org/docs/Web/CSS/::-webkit-scrollbar).
 * No style tells what they are drawn with.
 */
function* largeScrollBars(element: Element, style: CSSStyleDeclaration): Generator<Ink> {
  const { overflowX, overflowY, display } = style;
  if (!(element instanceof HTMLElement) || !/auto|scroll/.test(overflowX + overflowY)) return;
  if (NO_CLIP.test(display)) return;
  const { width, height, inner } = laidOut(element);
  const across = width - inner.width - px(style.borderLeftWidth) - px(style.borderRightWidth);
  const down = height - inner.height - px(style.borderTopWidth) - px(style.borderBottomWidth);
  if (across <= USUAL_PX && down <= USUAL_PX) return;
  const port = scrollportOf(element);
  yield { box: boxOf(element), alphaAt: (point) => (holds(port, point) ? 0 : 1), overContent: true };
}

const isUsual = ({ x, y, spread }: Shadow): boolean =>
  Math.abs(x) + Math.abs(y) <= LARGEST_LABEL_PX && spread <= USUAL_PX;

/** What WebKit's own property says; Firefox has none. */
const reflectionOf = (style: CSSStyleDeclaration): string => style.getPropertyValue('-webkit-box-reflect');

function reflectionAround(element: Element, reflection: string): Ink {
  const { width, height } = scrollSizeOf(element);
  const gap = px(/-?[\d.]+px/.exec(reflection)?.[0]);
  return around(element, (Math.max(width, height) + gap) * scaleOf(element));
}

/**
 * Whether a picture is drawn as large as it is, and may show more than its box. A browser that does not cut pictures off
 * by a style draws none outside of its box (https://drafts.csswg.org/css-overflow-4/#overflow-clip-margin).
 */
const isUncutPicture = (element: Element, style: CSSStyleDeclaration): boolean =>
  /^(?:img|video|canvas)$/.test(localNameOf(element)) &&
  style.overflowX === 'visible' &&
  (style.objectFit !== 'fill' || style.objectPosition !== '50% 50%') &&
  CSS.supports('overflow-clip-margin: content-box');

/** Whether the mark of a list's element is large. It has a size where it stands outside of the element only. */
function hasLargeMark(element: Element, { listStyleImage }: CSSStyleDeclaration): boolean {
  const { width, height, fontSize } = styleOf(element, '::marker');
  const isLarge = [width, height, fontSize].some((length) => px(length) > LARGEST_LABEL_PX);
  return isLarge || (isSet(listStyleImage) && isSpilled(element));
}

/** What has a first line, though it may stand in an element within (https://drafts.csswg.org/css-pseudo-4/#first-line-pseudo). */
const HAS_FIRST_LINE = /^(?:(?:inline-)?block|flow-root|list-item|table-(?:cell|caption))$/;

function holdsText(element: Element): boolean {
  for (const child of childNodesOf(element)) if (isText(child)) return true;
  return false;
}

/** In an element and what stands in it, as far as it does not cut that off. */
const within = (element: Element): Ink => ({ ...around(element, 0), inside: true });

/** Whether borders are drawn half outside of their boxes, and are thick (https://drafts.csswg.org/css-tables-3/#border-collapsing). */
const hasThickSharedBorder = (style: CSSStyleDeclaration): boolean =>
  style.display.startsWith('table') &&
  style.borderCollapse === 'collapse' &&
  isUnusual(...SIDES.map((side) => style[`border${side}Width`]));

/** A colour that most grounds have: a property that says so needs no second look. */
const NO_COLOUR = 'rgba(0, 0, 0, 0)';

/** Whether the beginning of a text fills a box that nobody tells: with a ground, or with a letter that is lines high. */
const fillsBox = ({ backgroundColor, backgroundImage, initialLetter }: CSSStyleDeclaration): boolean =>
  backgroundColor !== NO_COLOUR || isSet(backgroundImage) || isSet(initialLetter);

/** @returns its boxes are those of the element as it is drawn now */
export function* rareInk(element: Element, style: CSSStyleDeclaration): Generator<Ink> {
  const { display } = style;
  const isMarked = display === 'list-item';
  const isWritten = isMarked || holdsText(element);
  const strokePx = isWritten ? px(style.webkitTextStrokeWidth) : 0;
  const rulePx = isSet(style.columnRuleStyle) ? px(style.columnRuleWidth) : 0;
  const isLarge =
    rulePx > USUAL_PX ||
    hasThickSharedBorder(style) ||
    isUncutPicture(element, style) ||
    (isMarked && hasLargeMark(element, style)) ||
    strokePx > USUAL_PX ||
    hasPartTakenOut(element) ||
    hasScrollPartTakenOut(element, style);
  if (isLarge) yield ANYWHERE;
  else if (rulePx > THIN_RULE_PX) yield within(element);
  if (strokePx > THICK_PX) yield around(element, strokePx * scaleOf(element));
  if (HAS_FIRST_LINE.test(display)) {
    const styles = FIRST.map((first) => styleOf(element, first));
    const spread = Math.max(...styles.map((first) => spreadOf(first, style)));
    if (spread > USUAL_PX) yield around(element, spread * scaleOf(element));
    else if (styles.some(fillsBox)) yield within(element);
  }
  yield* largeScrollBars(element, style);
  yield* rareInkOf(element, style);
  if (isWritten) yield* shadowsOfLetters(element, style);
}

/** What an element and its pseudo-elements alike may draw around it. */
function* rareInkOf(element: Element, style: CSSStyleDeclaration): Generator<Ink> {
  const reflection = reflectionOf(style);
  if (isSet(reflection)) yield reflectionAround(element, reflection);
  if (!isSet(style.textDecorationLine)) return;
  const { textDecorationThickness, textUnderlineOffset } = style;
  if (px(textDecorationThickness) > THICK_PX || isUnusual(textUnderlineOffset))
    yield around(element, (px(textDecorationThickness) + px(textUnderlineOffset)) * scaleOf(element));
}

/** The same of what a pseudo-element draws beside an element, whose letters and pictures have no box that anybody tells. */
export function* rareInkBeside(element: Element, style: CSSStyleDeclaration): Generator<Ink> {
  const isLarge = px(style.fontSize) > LARGEST_LABEL_PX || isPictureOf(style);
  const isFar = !shadowsIn(style.textShadow, 1).every(isNear) || isUnusual(style.webkitTextStrokeWidth);
  if (isFar || (isLarge && isSpilled(element))) yield ANYWHERE;
  yield* rareInkOf(element, style);
}

declare global {
  interface CSSStyleDeclaration {
    /** Chrome 110; Firefox has none (https://drafts.csswg.org/css-inline-3/#initial-letter-styling). */
    readonly initialLetter?: string;
  }
}
