/** The frames of a document in which a form could stand, by their origins. */
import {
  attributeOf,
  baseAddressOf,
  boxOf,
  checkVisibility,
  documentOf,
  elementsIn,
  isDocument,
  type Root,
  windowOf,
} from '../page/dom';
import { MOST_NAMED } from '../page/text';
import { SMALLEST_SIDE_PX } from '../page/visibility';
import { SANDBOXED, SRCDOC } from './report';

function frameOrigin(frame: HTMLIFrameElement): string {
  if (attributeOf(frame, 'sandbox') !== null && !frame.sandbox.contains('allow-same-origin'))
    return SANDBOXED;
  if (attributeOf(frame, 'srcdoc') !== null) return SRCDOC;
  const address = addressOf(attributeOf(frame, 'src') ?? '', baseAddressOf(documentOf(frame)));
  // about:blank, javascript: and the like take the origin of the page around them.
  if (address === null || address.protocol === 'about:' || address.protocol === 'javascript:') {
    return windowOf(documentOf(frame))?.origin ?? SANDBOXED;
  }
  return address.origin;
}

function addressOf(address: string, base: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}

const canHoldForm = (frame: Element): boolean => {
  const { width, height } = boxOf(frame);
  const side = SMALLEST_SIDE_PX.frame;
  return width >= side && height >= side && checkVisibility(frame);
};

/** A window counts the frames of its document, without those in shadow roots: no search where there are none. */
const mayHoldFrames = (root: Root): boolean => !isDocument(root) || windowOf(root)?.length !== 0;

/** The frames of these trees, in document order. */
export const framesIn = (roots: readonly Root[]): HTMLIFrameElement[] =>
  roots.filter(mayHoldFrames).flatMap((root) => elementsIn<HTMLIFrameElement>(root, 'iframe'));

/** The origins of the visible frames in these trees, each once: `null` for sandboxed ones, `about:srcdoc` for srcdoc. */
export const frameOrigins = (roots: readonly Root[]): string[] =>
  [...new Set(framesIn(roots).filter(canHoldForm).map(frameOrigin))].slice(0, MOST_NAMED);
