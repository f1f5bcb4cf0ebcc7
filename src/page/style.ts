/** What a computed style leaves of what is drawn with it. */

export type Pseudo = '::before' | '::after';
type OtherPseudo = '::backdrop' | '::first-letter' | '::first-line' | '::marker';

/** The style with which an element, or what it draws beside its content, is drawn now. */
export const styleOf = (element: Element, pseudo?: Pseudo | OtherPseudo): CSSStyleDeclaration =>
  getComputedStyle(element, pseudo);

/** More than this, in pixels, makes a text of usual size unreadable. */
const STRONGEST_BLUR_PX = 1.5;

/** Outside of this range nothing is left of what is drawn. */
const USUAL_FILTER_AMOUNT = { least: 0.3, most: 5 } as const;

/** Whether a property has a value that does something. */
export const isSet = (value: string | undefined): boolean =>
  value !== undefined && value !== '' && value !== 'none' && value !== 'normal';

/** The part of a colour that is drawn, from 0 to 1: `rgba(0, 0, 0, 0.4)`, `color(srgb 1 0 0 / 0.4)`. */
export function alphaOf(color: string): number {
  if (color === 'transparent') return 0;
  const alpha = /(?:\/ *|^rgba\([^,]*,[^,]*,[^,]*, *)(none|[\d.]+)(%?)\)$/.exec(color);
  // What is missing of a colour is drawn as 0.
  return alpha ? (Number(alpha[1]) || 0) / (alpha[2] ? 100 : 1) : 1;
}

/** How much of what lies below a background hides, from 0 to 1; a picture or a blur counts as all. */
export const alphaOfGround = (style: CSSStyleDeclaration): number =>
  isSet(style.backgroundImage) || isSet(style.backdropFilter) ? 1 : alphaOf(style.backgroundColor);

/** Red, green and blue from 0 to 255; null for a colour that cannot be told. */
export function rgbOf(color: string): number[] | null {
  return /^rgba?\(/.test(color)
    ? (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number)
    : painted(color.replace(/ *\/[^/)]*\)$/, ')'));
}

/** A colour as a browser paints it, whichever space it is written in; null where the browser does not tell. */
function painted(color: string): number[] | null {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  // A browser that keeps pages from recognizing it reads noise from a canvas: what nobody draws by chance comes first.
  const [trial, own] = ['#010203', color].map((paint) => {
    if (!context) return [];
    context.fillStyle = paint;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  });
  // A colour that it does not know leaves the one before.
  return own && `${trial}` === '1,2,3' && `${own}` !== '1,2,3' ? own : null;
}

/** The part that each filter function leaves, from 0 to 1; nothing is known of those that are not here. */
const LEFT_BY_FILTER: Readonly<Record<string, (amount: number) => number>> = {
  opacity: (amount) => amount,
  blur: (radiusPx) => (radiusPx <= STRONGEST_BLUR_PX ? 1 : 0),
  brightness: inUsualRange,
  contrast: inUsualRange,
  // Halfway between a picture and its negative everything is the same grey.
  invert: (amount) => (Math.abs(amount - 0.5) > 0.3 ? 1 : 0),
  grayscale: () => 1,
  sepia: () => 1,
  saturate: () => 1,
  'hue-rotate': () => 1,
  'drop-shadow': () => 1,
};

function inUsualRange(amount: number): number {
  return amount >= USUAL_FILTER_AMOUNT.least && amount <= USUAL_FILTER_AMOUNT.most ? 1 : 0;
}

/** More than this, in characters, is no filter that anybody uses. */
const LONGEST_FILTER = 300;

/** A filter function whose argument may hold functions of its own, as a shadow's colour. */
const FILTER = /([\w-]+)\(((?:[^()]|\([^()]*\))*)\)/g;

function leftByFilters(filter: string): number {
  if (!isSet(filter)) return 1;
  if (filter.length > LONGEST_FILTER) return 0;
  let left = 1;
  const rest = filter.replace(FILTER, (_, name: string, argument: string) => {
    const amount = Number.parseFloat(argument) / (argument.endsWith('%') ? 100 : 1);
    left *= LEFT_BY_FILTER[name]?.(amount) ?? 0;
    return '';
  });
  return rest.trim() === '' ? left : 0;
}

/** The cosine of the angle between the sides of a box from which on nobody can read what is in it. */
const MOST_SKEWED = 0.9;

/** Whether a box is turned out of the plane of the page, where it may show its back or its edge, or is bent out of shape. */
function isTilted({ transform, rotate }: CSSStyleDeclaration): boolean {
  if (isSet(rotate) && /\s/.test(rotate) && !/^z /.test(rotate)) return true;
  const flat = /^matrix\((.*)\)$/.exec(transform)?.[1]?.split(',').map(Number);
  if (flat) {
    const [a = 1, b = 0, c = 0, d = 1] = flat;
    return Math.abs(a * c + b * d) > MOST_SKEWED * Math.hypot(a, b) * Math.hypot(c, d);
  }
  const matrix = /^matrix3d\((.*)\)$/.exec(transform)?.[1]?.split(',').map(Number);
  if (matrix === undefined) return false;
  return (matrix[10] ?? 1) < 0 || [2, 6, 8, 9].some((at) => Math.abs(matrix[at] ?? 0) > 0.01);
}

/**
 * How much of an element, and of all in it, its own style leaves to be seen, from 0 to 1. What a mask, a clip path or
 * a blend mode leaves cannot be told from outside, so it counts as nothing.
 */
export function leftByStyle(style: CSSStyleDeclaration): number {
  const untold =
    isSet(style.maskImage || style.webkitMaskImage) ||
    isSet(style.webkitMaskBoxImageSource) ||
    isSet(style.clipPath) ||
    isSet(style.mixBlendMode) ||
    (style.clip !== 'auto' && isSet(style.clip) && /absolute|fixed/.test(style.position)) ||
    isTilted(style);
  return untold ? 0 : Number(style.opacity) * leftByFilters(style.filter);
}

/** Whether a box is moved, turned, scaled or filtered as a whole. */
export const isTransformed = (style: CSSStyleDeclaration): boolean =>
  [style.transform, style.translate, style.rotate, style.scale, style.perspective, style.filter].some(isSet);

/** Whether what is positioned absolutely in a box with this style is positioned by it, and cut off by it. */
export const holdsPositioned = (style: CSSStyleDeclaration): boolean =>
  style.position !== 'static' ||
  isTransformed(style) ||
  /strict|content|paint|layout/.test(style.contain) ||
  /transform|perspective|filter/.test(style.willChange);
