/**
 * What an element draws besides its background and its content, inside and outside of its box: shadows, outlines,
 * borders, shapes. None of it outside of the box takes presses, whatever the element does.
 */
import { type Box, holds, type Point } from './boxes';
import { boxOf, childNodesOf, drawnParentOf, isText, localNameOf, offsetWidthOf, walkerIn } from './dom';
import { alphaOf, alphaOfGround, isSet, type Pseudo, styleOf } from './style';

/** Something that is drawn in a box, and how much of what lies below it hides at a point, from 0 to 1. */
export interface Ink {
  readonly box: Box;
  alphaAt(point: Point): number;
  /** It is drawn over what stands in the element, too. */
  readonly overContent?: true;
  /** It stands in the element, which may cut it off. */
  readonly inside?: true;
}

/** Letters that are higher than this, in pixels, are no label that stands in a field. */
export const LARGEST_LABEL_PX = 50;

/** Of more elements in one the shadow may fall anywhere, if it is drawn farther from them than this, in pixels. */
const MOST_SHADOWED = 50;
export const NEAR_SHADOW_PX = 8;

/** What is drawn at a place that nobody can tell. */
const EVERYWHERE: Box = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 };

export const ANYWHERE: Ink = { box: EVERYWHERE, alphaAt: () => 1 };

/** A length as a computed style writes it, in pixels; 0 for a word. */
export const px = (length: string | undefined): number => Math.abs(Number.parseFloat(length ?? '')) || 0;

export const moved = ({ left, top, right, bottom }: Box, x: number, y: number, by = 0): Box => ({
  left: left + x - by,
  top: top + y - by,
  right: right + x + by,
  bottom: bottom + y + by,
});

/** Elements that draw something of their own, whatever their style says. */
const PICTURES: ReadonlySet<string> = new Set(
  'img video canvas iframe object embed svg input textarea select meter progress audio mfrac msqrt mroot'.split(
    ' ',
  ),
);

/** Whether a picture stands in the place of what an element, or a pseudo-element, holds. */
export const isPictureOf = ({ content }: CSSStyleDeclaration): boolean => /^[\w-]+\(/.test(content);

/** How much the background and the content of a box hide of what lies below, from 0 to 1. */
export function alphaOfBox(element: Element, style: CSSStyleDeclaration, pseudo?: Pseudo): number {
  const isPicture = isPictureOf(style) || (!pseudo && PICTURES.has(localNameOf(element)));
  return isPicture ? 1 : alphaOfGround(style);
}

/** How far inside of a box a point is; negative outside of it. In pixels. */
const depthIn = ({ left, top, right, bottom }: Box, { x, y }: Point): number =>
  Math.min(x - left, right - x, y - top, bottom - y);

/** How much of an edge that is blurred over so many pixels on each side is drawn so far inside of it. */
function partAt(depthPx: number, blurPx: number): number {
  if (blurPx === 0) return depthPx >= 0 ? 1 : 0;
  return Math.min(1, Math.max(0, 0.5 + depthPx / (2 * blurPx)));
}

export interface Shadow {
  readonly color: string;
  readonly alpha: number;
  readonly x: number;
  readonly y: number;
  readonly blur: number;
  readonly spread: number;
  readonly inset: boolean;
}

/** More than this, in characters, are no shadows that anybody draws: they count as one over all of the page, and one in the box. */
const LONGEST_SHADOWS = 5_000;
const ALL_OVER: Shadow = { color: '', alpha: 1, x: 0, y: 0, blur: 0, spread: 1e6, inset: false };

/** `rgb(0, 0, 0) 1px 2px 3px 4px inset`, as a computed style writes it; several stand between commas. */
const SHADOW =
  /(\S[^,(]*(?:\([^)]*\))?) (-?[\d.e+-]+)px (-?[\d.e+-]+)px ([\d.e+-]+)px(?: (-?[\d.e+-]+)px)?( inset)?/g;

/** @param scale how much larger they are drawn than the style says */
export function shadowsIn(value: string, scale: number): Shadow[] {
  if (value.length > LONGEST_SHADOWS) return [ALL_OVER, { ...ALL_OVER, inset: true }];
  return [...value.matchAll(SHADOW)].map(([, color = '', x, y, blur, spread, inset]) => ({
    color,
    alpha: alphaOf(color),
    x: Number(x) * scale,
    y: Number(y) * scale,
    blur: Number(blur) * scale,
    spread: Number(spread ?? 0) * scale,
    inset: inset !== undefined,
  }));
}

function shadowOf(box: Box, { alpha, x, y, blur, spread }: Shadow): Ink {
  const solid = moved(box, x, y, spread);
  return {
    box: moved(solid, 0, 0, blur),
    alphaAt: (point) => alpha * partAt(depthIn(solid, point), blur),
  };
}

function outlineOf(box: Box, style: CSSStyleDeclaration, scale: number): Ink {
  const offset = Number.parseFloat(style.outlineOffset) * scale;
  const outer = moved(box, 0, 0, offset + Number.parseFloat(style.outlineWidth) * scale);
  const hole = moved(box, 0, 0, offset);
  const alpha = alphaOf(style.outlineColor);
  return {
    box: outer,
    alphaAt: (point) => (holds(outer, point) && !holds(hole, point) ? alpha : 0),
    overContent: true,
  };
}

/** Lengths as CSS writes them, of which numbers are times `unit`: the largest, in pixels. */
function largestOf(lengths: string, unit: number): number {
  return Math.max(...lengths.split(' ').map((one) => parseFloat(one) * (one.endsWith('px') ? 1 : unit)));
}

/** A box, and how much of what lies below its background and content hide, from 0 to 1. */
interface Filled {
  readonly box: Box;
  readonly alpha: number;
}

/** What is looked at: an element, or what one of its pseudo-elements draws. */
export interface Inked {
  readonly style: CSSStyleDeclaration;
  /** Asked for where something is drawn only. */
  readonly box: () => Box;
  /** How much larger it is drawn than its style says. */
  readonly scale: () => number;
  /** It and what is drawn in it, as far as that is looked at. */
  readonly filled: () => readonly Filled[];
}

export const inkedElement = (element: Element, style: CSSStyleDeclaration): Inked => ({
  style,
  box: () => boxOf(element),
  scale: () => scaleOf(element),
  filled: () =>
    [element, ...firstIn(element, MOST_SHADOWED)].map((one) => ({
      box: boxOf(one),
      alpha: alphaOfBox(one, styleOf(one)),
    })),
});

function firstIn(element: Element, most: number): Element[] {
  const walker = walkerIn(element, NodeFilter.SHOW_ELEMENT);
  const found: Element[] = [];
  while (found.length < most && walker.nextNode()) found.push(walker.currentNode as Element);
  return found;
}

/** @param transform as a computed style writes it: `none`, or a matrix */
export const matrixOf = (transform: string): DOMMatrix => new DOMMatrix(isSet(transform) ? transform : '');

/** How much larger a matrix draws, along the longer side. */
export const stretchOf = ({ a, b, c, d }: Pick<DOMMatrix, 'a' | 'b' | 'c' | 'd'>): number =>
  Math.max(Math.hypot(a, b), Math.hypot(c, d));

/** How much larger an element is drawn than its own style says: by what it and all around it are scaled. */
export function scaleOf(element: Element): number {
  let scale = 1;
  for (let one: Element | null = element; one !== null; one = drawnParentOf(one)) {
    const width = one instanceof HTMLElement ? offsetWidthOf(one) : 0;
    if (width > 0) return (scale * boxOf(one).width) / width;
    // What has no size says nothing but by its style.
    const { transform, scale: own } = styleOf(one);
    scale *= stretchOf(matrixOf(transform)) * (isSet(own) ? largestOf(own, 1) : 1);
  }
  return scale;
}

/** Whether there can be any {@link inkOutside}. Each property that is asked for takes its time: of most elements, these four are all. */
export const hasInkOutside = (style: CSSStyleDeclaration): boolean =>
  isSet(style.boxShadow) ||
  isSet(style.outlineStyle) ||
  isSet(style.filter) ||
  isSet(style.borderImageSource);

/** What is drawn outside of a box, or over its content. */
export function* inkOutside({ style, box, scale, filled }: Inked): Generator<Ink> {
  const { boxShadow, outlineStyle, filter, borderImageSource } = style;
  if (isSet(boxShadow)) {
    const own = box();
    for (const shadow of shadowsIn(boxShadow, scale())) {
      const ink = shadowOf(own, shadow);
      // Below the box itself there is none of it.
      if (!shadow.inset) yield { ...ink, alphaAt: (point) => (holds(own, point) ? 0 : ink.alphaAt(point)) };
    }
  }
  if (isSet(outlineStyle)) yield outlineOf(box(), style, scale());
  if (filter.includes('url(')) yield ANYWHERE;
  if (filter.includes('drop-shadow'))
    for (const [, argument = ''] of filter.matchAll(DROP_SHADOW))
      for (const shadow of shadowsIn(argument, scale()))
        for (const { box, alpha } of shadowed(shadow, filled()))
          yield shadowOf(box, { ...shadow, alpha: alpha * shadow.alpha });
  if (isSet(borderImageSource)) {
    const outset = largestOf(style.borderImageOutset, Number.parseFloat(style.borderTopWidth));
    yield { box: moved(box(), 0, 0, outset * scale()), alphaAt: () => 1 };
  }
}

/** What a shadow of all that is in a box is drawn of. */
function shadowed({ x, y, blur }: Shadow, filled: readonly Filled[]): readonly Filled[] {
  if (filled.length <= MOST_SHADOWED) return filled;
  return Math.abs(x) + Math.abs(y) + blur > NEAR_SHADOW_PX ? [{ box: EVERYWHERE, alpha: 1 }] : [];
}

/** Draws a shadow of all that is in the box, which may lie far from it. */
const DROP_SHADOW = /drop-shadow\(((?:[^()]|\([^()]*\))*)\)/g;

export const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;

/** What is drawn in a box besides its background. */
export function* inkInside({ style, box: boxOf, scale: scaleOf }: Inked): Generator<Ink> {
  const box = boxOf();
  const scale = scaleOf();
  const widths = SIDES.map((side) => (Number.parseFloat(style[`border${side}Width`]) || 0) * scale);
  const [top = 0, right = 0, bottom = 0, left = 0] = widths;
  const inner = {
    left: box.left + left,
    top: box.top + top,
    right: box.right - right,
    bottom: box.bottom - bottom,
  };
  if (widths.some((width) => width > 0)) {
    const alpha = Math.max(...SIDES.map((side) => alphaOf(style[`border${side}Color`])));
    yield { box, alphaAt: (point) => (holds(inner, point) ? 0 : alpha) };
  }
  if (!isSet(style.boxShadow)) return;
  for (const { alpha, x, y, blur, spread, inset } of shadowsIn(style.boxShadow, scale)) {
    const free = moved(inner, x, y, -spread);
    if (inset) yield { box, alphaAt: (point) => alpha * (1 - partAt(depthIn(free, point), blur)) };
  }
}

/** What draws something in an SVG picture. */
const SHAPES: ReadonlySet<string> = new Set(
  'circle ellipse image line path polygon polyline rect text textPath tspan use'.split(' '),
);

/** What a shape, letters, a picture or a copy in an SVG picture draw. */
export function* inkOfShape(element: Element, style: CSSStyleDeclaration): Generator<Ink> {
  if (!SHAPES.has(localNameOf(element)) || !(element instanceof SVGGraphicsElement)) return;
  if (isSet(style.markerStart) || isSet(style.markerMid) || isSet(style.markerEnd)) yield ANYWHERE;
  const drawn = element.getScreenCTM();
  const scale = drawn ? Math.max(1, stretchOf(drawn)) : 1;
  const width = isSet(style.stroke) ? px(style.strokeWidth) * Math.max(1, px(style.strokeMiterlimit)) : 0;
  // A copy has the paint of what it copies, which may stand anywhere.
  const isOther = /^(?:image|use)$/.test(localNameOf(element));
  const alpha = isOther ? 1 : Math.max(alphaOfPaint(style.fill), alphaOfPaint(style.stroke));
  yield { box: moved(boxOf(element), 0, 0, (width * scale) / 2), alphaAt: () => alpha };
}

/** Of a colour, of `none`, or of a pattern, which may be anything. */
const alphaOfPaint = (paint: string): number => (paint === 'none' ? 0 : alphaOf(paint));

/** The boxes of the letters that stand in an element itself. */
export function* lettersIn(element: Element): Generator<Box> {
  for (const text of childNodesOf(element)) {
    if (!isText(text) || text.data.trim() === '') continue;
    const range = new Range();
    range.selectNodeContents(text);
    yield* range.getClientRects();
  }
}

/** Letters in an element that are too large for a label. */
export function* largeLetters(element: Element, style: CSSStyleDeclaration): Generator<Ink> {
  for (const box of lettersIn(element)) {
    if (box.bottom - box.top <= LARGEST_LABEL_PX) continue;
    const styles = [style, ...FIRST.map((first) => styleOf(element, first))];
    const alpha = Math.max(...styles.map(alphaOfLetters));
    yield { box, alphaAt: () => alpha, inside: true };
  }
}

/** The beginning of a text, which may have a style of its own. */
export const FIRST = ['::first-letter', '::first-line'] as const;

const alphaOfLetters = ({ webkitTextFillColor, color, textShadow }: CSSStyleDeclaration): number =>
  Math.max(alphaOf(webkitTextFillColor || color), ...shadowsIn(textShadow, 1).map(({ alpha }) => alpha));
