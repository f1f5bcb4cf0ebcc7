/** What letters stand on, as far as styles tell: every colour that may lie behind them. */
import { boxOf } from './dom';
import { shadowsIn } from './ink';
import { alphaOf, isSet, rgbOf, styleOf } from './style';

/** Red, green and blue, from 0 to 255. */
type Colour = readonly number[];

/** A colour of a layer behind letters, and how much of what lies below it hides, from 0 to 1. */
interface Paint {
  readonly rgb: Colour;
  readonly alpha: number;
}

const NOTHING: Paint = { rgb: [0, 0, 0], alpha: 0 };

/** Colours that differ by less than this look the same. */
const SAME_COLOUR = 12;

/** More colours than this are behind nothing that is meant to be read. */
const MOST_COLOURS = 100;

/** As many pictures are in one element whose ground anybody can tell. */
const MOST_PICTURES = 20;

/** What nobody can tell counts as every colour. */
const EVERY_COLOUR: readonly Paint[] = Array.from({ length: MOST_COLOURS + 1 }, () => ({
  ...NOTHING,
  alpha: 0.5,
}));

/** A colour in a computed gradient. */
const COLOUR = /(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([^()]*\)|transparent/g;

/** One picture of several. */
const IMAGE = /(?:[^,(]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+/g;

function paintOf(color: string): Paint | null {
  const alpha = alphaOf(color);
  if (alpha === 0) return NOTHING;
  const rgb = rgbOf(color);
  return rgb && { rgb, alpha };
}

/** Whether a gradient, the one at this position, certainly lies behind all of a box. */
function isWhole({ backgroundSize, backgroundRepeat }: CSSStyleDeclaration, at: number): boolean {
  const [size, repeat] = [backgroundSize, backgroundRepeat].map((all) => {
    const each = all.split(', ');
    return each[at % each.length] ?? '';
  });
  return (
    /^(?:auto|cover|100%)(?: (?:auto|100%))?$/.test(size ?? '') && /^repeat(?: repeat)?$/.test(repeat ?? '')
  );
}

/** Shadows that are drawn into a box so far that they may lie behind its letters; null for one whose colour cannot be told. */
function* insetShadows(element: Element, { boxShadow }: CSSStyleDeclaration): Generator<Paint | null> {
  if (!boxShadow.includes('inset')) return;
  const { width, height } = boxOf(element);
  for (const { inset, color, x, y, spread } of shadowsIn(boxShadow, 1))
    if (inset && (2 * (Math.abs(x) + spread) >= width || 2 * (Math.abs(y) + spread) >= height))
      yield paintOf(color);
}

/**
 * What an element draws behind its letters, the topmost first; null for what cannot be told.
 *
 * @param own the letters stand in it: where a picture of its own leaves something out, its colour shows through
 */
function* layersOf(element: Element, own: boolean): Generator<readonly Paint[] | null> {
  const style = styleOf(element);
  for (const shadow of insetShadows(element, style)) yield shadow ? [shadow] : EVERY_COLOUR;
  // Drawn in the letters only.
  if (/\btext\b/.test(style.backgroundClip)) return;
  const images = isSet(style.backgroundImage) ? (style.backgroundImage.match(IMAGE) ?? []) : [];
  if (images.length > MOST_PICTURES) yield EVERY_COLOUR;
  else
    for (const [at, image] of images.entries()) {
      const stops = image.includes('-gradient(') ? (image.match(COLOUR) ?? []).map(paintOf) : null;
      const paints = stops?.every((paint) => paint !== null) ? stops : null;
      if (paints) yield isWhole(style, at) ? paints : [...paints, NOTHING];
      else if (!own) yield null;
    }
  const paint = paintOf(style.backgroundColor);
  yield paint && [paint];
}

/** All colours that these layers, the topmost first, may have together on a ground. */
function mixed(layers: readonly (readonly Paint[])[], ground: Colour): Colour[] {
  let grounds = [ground];
  for (const layer of [...layers].reverse()) {
    grounds = grounds
      .slice(0, MOST_COLOURS)
      .flatMap((below) =>
        layer.map(({ rgb, alpha }) => below.map((part, at) => part + ((rgb[at] ?? 0) - part) * alpha)),
      );
  }
  return grounds;
}

/** The colours behind an element; null where a picture makes them, or what it is painted on is not known. */
function groundsOf(line: readonly Element[], canvas: () => Colour | null): Colour[] | null {
  const layers: (readonly Paint[])[] = [];
  for (const [at, element] of line.entries())
    for (const layer of layersOf(element, at === 0)) {
      if (layer === null) return null;
      if (layer.some(({ alpha }) => alpha > 0)) layers.push(layer);
      if (layer.every(({ alpha }) => alpha === 1)) return mixed(layers, NOTHING.rgb);
    }
  const page = canvas();
  return page && mixed(layers, page);
}

/**
 * Whether letters may stand on their own colour.
 *
 * @param line the element that they stand in and those around it, the nearest first
 * @param canvas what the page is painted on, asked for where nothing around has a ground; null where it is not known
 */
export function isOnOwnColour(ink: string, line: readonly Element[], canvas: () => Colour | null): boolean {
  const letters = rgbOf(ink);
  const grounds = letters && groundsOf(line, canvas);
  if (!letters || !grounds) return false;
  return (
    grounds.length > MOST_COLOURS ||
    grounds.some((ground) => ground.every((part, at) => Math.abs(part - (letters[at] ?? 0)) < SAME_COLOUR))
  );
}
