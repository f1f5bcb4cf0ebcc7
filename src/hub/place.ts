/** Where a document stands: its origin, whether it may be filled at all, and the frames in it. */
import type { Root } from '../page/dom';

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A frame smaller than this holds no form a person could see. */
const SMALLEST_FRAME_PX = 40;

/** What stands for the origin of a sandboxed frame, and of one whose content is in its `srcdoc`. */
export const SANDBOXED = 'null';
export const SRCDOC = 'about:srcdoc';

/**
 * Whether a document at this place may be filled: `https:`, or `http:` on a loopback host; never in a sandbox (its
 * origin is `null`) and never a `srcdoc` or other `about:` document, whose author cannot be known.
 */
export function isFillable(place: { origin: string; protocol: string; hostname: string }): boolean {
  if (place.origin === SANDBOXED) return false;
  if (place.protocol === 'https:') return true;
  return place.protocol === 'http:' && LOOPBACK_HOSTS.has(place.hostname);
}

/** The origin of a document as the browser enforces it, and whether it may be filled. */
export function placeOf(document: Document): { origin: string; fillable: boolean; top: boolean } {
  const window = document.defaultView;
  if (window === null) return { origin: SANDBOXED, fillable: false, top: false };
  const { protocol, hostname } = window.location;
  const origin = window.origin;
  return { origin, fillable: isFillable({ origin, protocol, hostname }), top: window === window.top };
}

function frameOrigin(frame: HTMLIFrameElement): string {
  if (frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin')) return SANDBOXED;
  if (frame.hasAttribute('srcdoc')) return SRCDOC;
  const base = frame.ownerDocument.baseURI;
  const address = addressOf(frame.getAttribute('src') ?? '', base);
  // about:blank, javascript: and the like take the origin of the page around them.
  if (address === null || address.protocol === 'about:' || address.protocol === 'javascript:') {
    return frame.ownerDocument.defaultView?.origin ?? SANDBOXED;
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
  const { width, height } = frame.getBoundingClientRect();
  return width >= SMALLEST_FRAME_PX && height >= SMALLEST_FRAME_PX && frame.checkVisibility();
};

/** A window counts the frames of its document, without those in shadow roots: no search where there are none. */
const mayHoldFrames = (root: Root): boolean => !(root instanceof Document) || root.defaultView?.length !== 0;

/** The origins of the visible frames in these trees, each once: `null` for sandboxed ones, `about:srcdoc` for srcdoc. */
export function frameOrigins(roots: readonly Root[]): string[] {
  const frames = roots.filter(mayHoldFrames).flatMap((root) => Array.from(root.querySelectorAll('iframe')));
  return [...new Set(frames.filter(canHoldForm).map(frameOrigin))];
}
