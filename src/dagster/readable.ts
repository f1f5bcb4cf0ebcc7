/**
 * Which texts and fields of a page a person can read. The same as what can be seen (`visibility.ts`), but that what takes
 * presses and draws nothing hides nothing from a reader.
 */
import { type Box, isSmall, placeOf } from '../page/boxes';
import { type Look, OPAQUE } from '../page/cover';
import { boxOf, documentOf, drawnParentOf, elementsNamed, fullscreenOf, isText, matches } from '../page/dom';
import { alphaOfGround, isSet, styleOf } from '../page/style';
import {
  canvasOf,
  createFaintness,
  hasUnreadableText,
  isRendered,
  lineOf,
  probesOf,
  SMALLEST_SIDE_PX,
} from '../page/visibility';
import { createBoxes, isCoveredNearby } from './cover-nearby';

/** What is drawn above a document with a backdrop of its own. */
function topLayerOf(page: Document): Element[] {
  const fullscreen = fullscreenOf(page);
  const modal = elementsNamed(page, 'dialog').filter((dialog) => matches(dialog, ':modal'));
  return fullscreen ? [...modal, fullscreen] : modal;
}

/** Whether something in the top layer, which the element is not in, hides all of the page behind it. */
function isBehindBackdrop(line: readonly Element[], topLayer: readonly Element[]): boolean {
  return topLayer.some((one) => {
    if (line.includes(one)) return false;
    const style = styleOf(one, '::backdrop');
    return alphaOfGround(style) * Number(style.opacity) >= OPAQUE;
  });
}

/** Whether dots stand for the letters, as in a password field; Chrome and Firefox know the property. */
const showsDots = (element: Element): boolean =>
  isSet((styleOf(element) as { webkitTextSecurity?: string }).webkitTextSecurity);

/** The box around the letters of a text, wherever the element that they stand in is. */
function lettersOf(text: Text): Box {
  const range = new Range();
  range.selectNodeContents(text);
  return range.getBoundingClientRect();
}

/** How a text, or a field with what stands in it, is looked at; null where it cannot be read. */
function lookToRead(
  target: Element | Text,
  topLayer: readonly Element[],
  isFaint: (line: readonly Element[]) => boolean,
): Look | null {
  const letters = isText(target) ? lettersOf(target) : undefined;
  const element = isText(target) ? drawnParentOf(target) : target;
  const line = element && lineOf(element);
  if (!line || !isRendered(line) || isFaint(line) || isBehindBackdrop(line, topLayer)) return null;
  if (showsDots(element) || hasUnreadableText(element, line, () => canvasOf(line.at(-1) as Element)))
    return null;
  const sidePx = SMALLEST_SIDE_PX.text;
  const { reachable, inView, scroller } = placeOf(element, sidePx, letters);
  if (isSmall(reachable, sidePx)) return null;
  const isInView = !isSmall(inView, sidePx);
  const points = probesOf(isInView ? inView : (letters ?? boxOf(element)));
  return { element, scroller, inView: isInView, points, read: letters ? 'letters' : 'field' };
}

/**
 * Asks of texts and fields whether a person can read them, now or after scrolling. Needs layout; changes nothing. What a
 * page can do and this cannot tell is said in docs/threat-model.md.
 *
 * @returns the question, for as long as nothing on the page moves
 */
export function createReadable(): (target: Element | Text) => boolean {
  const boxes = createBoxes();
  const isFaint = createFaintness();
  let topLayer: Element[] | undefined;
  return (target) => {
    topLayer ??= topLayerOf(documentOf(target));
    const look = lookToRead(target, topLayer, isFaint);
    return look !== null && !isCoveredNearby(look, boxes);
  };
}
