/**
 * Whether a person can see something on a page: a secret is never written where nobody sees it go, and what is hidden
 * is not read as if it were shown. Needs layout; changes nothing.
 *
 * What a page can do and this cannot tell is said in docs/threat-model.md.
 */
import { type Box, holds, isSmall, type Place, type Point, placeOf } from './boxes';
import { coveredAmong, isUnderSomething, type Look } from './cover';
import {
  boxOf,
  checkVisibility,
  documentOf,
  drawnLineOf,
  elementsIn,
  hitsAt,
  type Root,
  windowOf,
} from './dom';
import { isOnOwnColour } from './ground';
import { scaleOf } from './ink';
import { hasModal, isKeptFrom } from './reach';
import { alphaOf, leftByStyle, styleOf } from './style';

/** How much of something must be there to be seen: the smaller of its sides, in pixels. */
export const SMALLEST_SIDE_PX = {
  /** Less is a trap or a leftover, and no field to type into. */
  field: 8,
  text: 3,
  /** Less holds no form. */
  frame: 40,
} as const;

export type Sight = keyof typeof SMALLEST_SIDE_PX;

/** Fainter than this (the product over all ancestors) cannot be read. */
const FAINTEST = 0.2;

/** Letters smaller than this, in pixels, cannot be read. */
const SMALLEST_LETTERS_PX = 4;

/** A frame that is drawn smaller than this part of its size shows nothing that can be read. */
const SMALLEST_SCALE = 0.5;

/** What stands in more elements than this is no part of a page that people use. */
const MOST_LEVELS = 1_000;

/** Chrome knows the first pair of names since 105, the second, standard one since 121, and ignores what it does not know. */
const EVERY_CHECK: CheckVisibilityOptions = {
  checkOpacity: true,
  checkVisibilityCSS: true,
  opacityProperty: true,
  visibilityProperty: true,
};

/** Where in a box to look for something on top of it, as parts of its width. */
const PROBES = [0.5, 0.2, 0.8] as const;

export const probesOf = ({ left, top, right, bottom }: Box): Point[] =>
  PROBES.map((part) => ({ x: left + (right - left) * part, y: (top + bottom) / 2 }));

/** An element and those around it, the nearest first; null where they are so many that nobody can have meant it. */
export const lineOf = (element: Element): Element[] | null => drawnLineOf(element, MOST_LEVELS);

/** Whether the innermost element of a line that has a box is rendered, and nothing makes it invisible as a whole. */
export function isRendered(line: readonly Element[]): boolean {
  const boxed = line.find((one) => styleOf(one).display !== 'contents');
  return boxed !== undefined && checkVisibility(boxed, EVERY_CHECK);
}

/**
 * Asks of lines ({@link lineOf}) whether what is drawn with an element and those around it leaves too little of it.
 *
 * @returns the question, for as long as nothing on the page changes: what elements stand in together it asks for once
 */
export function createFaintness(): (line: readonly Element[]) => boolean {
  const known = new Map<Element, number>();
  return (line) => {
    const at = line.findIndex((element) => known.has(element));
    let left = known.get(line[at] as Element) ?? 1;
    for (const element of line.slice(0, at === -1 ? line.length : at).reverse()) {
      left *= leftByStyle(styleOf(element));
      known.set(element, left);
    }
    return left < FAINTEST;
  };
}

/** What a browser paints a page on, where no element does: in light and in dark. */
const CANVAS = { light: [255, 255, 255], dark: [18, 18, 18] } as const;

/** The colour of the canvas of a page (https://www.w3.org/TR/css-color-adjust-1/#color-scheme-effect). */
export function canvasOf(page: Element): readonly number[] {
  const { colorScheme } = styleOf(page);
  const isDark =
    /\bdark\b/.test(colorScheme) &&
    (!/\blight\b/.test(colorScheme) || matchMedia('(prefers-color-scheme: dark)').matches);
  return isDark ? CANVAS.dark : CANVAS.light;
}

/** Letters with an outline that is wider than this part of their size are all outline. */
const WIDEST_STROKE = 0.2;

/** Letters that are nearer to each other than this part of their size lie over each other. */
const NEAREST_LETTERS = -0.5;

/**
 * Whether the letters in an element are too small, transparent, outside of it, over each other, or of the colour of
 * their ground.
 *
 * @param canvas what the page is painted on, asked for where no element has a ground; null where that is not known, as in
 *   a frame through which is seen what lies behind
 */
export function hasUnreadableText(
  element: Element,
  line: readonly Element[],
  canvas: () => readonly number[] | null,
): boolean {
  const style = styleOf(element);
  const ink = style.webkitTextFillColor || style.color;
  const size = Number.parseFloat(style.fontSize);
  if (size * scaleOf(element) < SMALLEST_LETTERS_PX || alphaOf(ink) < FAINTEST) return true;
  if (Number.parseFloat(style.webkitTextStrokeWidth) > size * WIDEST_STROKE) return true;
  const spacing = Number.parseFloat(style.letterSpacing);
  if (spacing < size * NEAREST_LETTERS) return true;
  const { width } = boxOf(element);
  if (
    [style.textIndent, style.letterSpacing].some(
      (by) => by.endsWith('px') && Math.abs(Number.parseFloat(by)) > width,
    )
  )
    return true;
  return isOnOwnColour(ink, line, canvas);
}

/**
 * Whether the paddings of a field leave no room for what is written in it. Across, it is cut off at them; what is higher
 * than the room between them reaches over them, with its middle where theirs is.
 */
function hasNoRoom(field: Element): boolean {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return false;
  const { clientWidth, clientHeight } = field;
  const style = styleOf(field);
  const [top = 0, right = 0, bottom = 0, left = 0] = [
    style.paddingTop,
    style.paddingRight,
    style.paddingBottom,
    style.paddingLeft,
  ].map(Number.parseFloat);
  const middle = (top + clientHeight - bottom) / 2;
  return (
    clientWidth - left - right < SMALLEST_SIDE_PX.field ||
    middle < SMALLEST_LETTERS_PX ||
    middle > clientHeight - SMALLEST_LETTERS_PX
  );
}

/**
 * What a field stands on where nothing around it has a colour: the canvas, if nothing else lies below it, as a layer that
 * is the ground of all of a page.
 *
 * @returns null where it is not known, as in a frame, through which is seen what lies behind
 */
function canvasBelow(element: Element, line: readonly Element[]): readonly number[] | null {
  const document = documentOf(element);
  const window = windowOf(document);
  const { left, top, width, height } = boxOf(element);
  const hits = hitsAt(document, left + width / 2, top + height / 2);
  const isAlone = hits.length > 0 && hits.every((hit) => line.includes(hit));
  return isAlone && window === window?.parent ? canvasOf(line.at(-1) as Element) : null;
}

/** A page that is being changed shows pictures of itself, and a style may draw anything over them (Chrome 125, Firefox 144). */
const CHANGES = ':active-view-transition';

/**
 * Whether people are kept away from the element: it is inert, a modal dialog is open that it is not in, or pictures stand
 * in its place while the page changes.
 */
function isOutOfReach(element: Element, line: readonly Element[]): boolean {
  const changes = CSS.supports(`selector(${CHANGES})`) && elementsIn(documentOf(element), CHANGES);
  if (changes && changes.length > 0) return true;
  return isKeptFrom(line, hasModal(documentOf(element)));
}

function lookAt(element: Element, { inView, scroller }: Place, sidePx: number): Look {
  const seen = !isSmall(inView, sidePx);
  return { element, scroller, inView: seen, points: probesOf(seen ? inView : boxOf(element)) };
}

/** How an element that passes for visible is looked at; null for one that does not. */
function lookAtVisible(element: Element, sight: Sight, isFaint = createFaintness()): Look | null {
  const sidePx = SMALLEST_SIDE_PX[sight];
  if (!checkVisibility(element, EVERY_CHECK)) return null;
  const line = lineOf(element);
  if (line === null || isFaint(line) || isOutOfReach(element, line)) return null;
  if (sight !== 'frame' && hasUnreadableText(element, line, () => canvasBelow(element, line))) return null;
  if (sight === 'field' && hasNoRoom(element)) return null;
  const place = placeOf(element, sidePx);
  return isSmall(place.reachable, sidePx) ? null : lookAt(element, place, sidePx);
}

/**
 * Whether the element passes for one that a person can see, now or after scrolling: it is rendered; not transparent,
 * filtered, masked or clipped away; large enough after what its ancestors cut off; within the page; not inert; its
 * text can be told from its ground; and, where it is in view, nothing that takes presses lies over it.
 *
 * Quick: what lets presses through, or lies over it out of view, only {@link seenAmong} finds.
 */
export function isVisible(element: Element, sight: Sight): boolean {
  const look = lookAtVisible(element, sight);
  return look !== null && !isUnderSomething(look);
}

/**
 * Those of the elements that are visible and have nothing at all drawn over them, wherever they can be scrolled to.
 *
 * @param roots all trees of their document
 */
export function seenAmong(
  elements: readonly Element[],
  sight: Sight,
  roots: readonly Root[],
): ReadonlySet<Element> {
  const isFaint = createFaintness();
  const looks = elements.flatMap((element) => lookAtVisible(element, sight, isFaint) ?? []);
  const covered = coveredAmong(looks, roots);
  return new Set(looks.filter((look) => !covered.has(look)).map(({ element }) => element));
}

/**
 * Whether a frame is visible and what is at these points of its content is seen through it.
 *
 * @param points from the corner of the frame's content; without any the frame as a whole is looked at
 */
export function isSeenThrough(frame: Element, points: readonly Point[], roots: readonly Root[]): boolean {
  const look = lookAtVisible(frame, 'frame');
  if (look === null || scaleOf(frame) < SMALLEST_SCALE) return false;
  const looks = points.map((point): Look => ({ ...look, ...atPoint(look, point) }));
  return coveredAmong(looks.length > 0 ? looks : [look], roots).size === 0;
}

function atPoint({ element }: Look, point: Point): Pick<Look, 'points' | 'inView'> {
  const at = fromFrame(element, point);
  return { points: [at], inView: holds(placeOf(element, 1).inView, at) };
}

/** A point of a frame's content, from the corner of the view around the frame. */
export function fromFrame(frame: Element, { x, y }: Point): Point {
  const { left, top } = boxOf(frame);
  const scale = scaleOf(frame);
  return { x: left + scale * (frame.clientLeft + x), y: top + scale * (frame.clientTop + y) };
}
