/** What is seen of a form through the frames around it: from the document around, or from inside where nobody else tells. */
import type { Point } from '../page/boxes';
import { type ClosedRoot, openRoots } from '../page/trees';
import { fromFrame, isSeenThrough } from '../page/visibility';
import { framesIn } from './frame-origins';
import type { ChildFrame, Sighting } from './in-page';
import type { FoundForm } from './linking-form';

/** What looking through frames may use of the world it runs in. */
export interface FrameAccess {
  readonly closedRoot?: ClosedRoot | undefined;
  /** Gives the browser's number of a frame, where it tells. */
  readonly frameIdOf?: ((frame: HTMLIFrameElement) => number) | undefined;
}

const UNSEEN: Sighting = { seen: false, points: [] };

/**
 * What this document shows of a frame in it.
 *
 * @param points from the corner of the frame's content
 * @returns not seen as well where the frame cannot be told from another one
 */
export function seeThrough(
  document: Document,
  child: ChildFrame,
  points: readonly Point[],
  { closedRoot, frameIdOf }: FrameAccess,
): Sighting {
  const roots = openRoots(document, closedRoot);
  const [frame, ...others] = framesFor(child, framesIn(roots), frameIdOf);
  if (!frame || others.length > 0) return UNSEEN;
  const seen = isSeenThrough(frame, points, roots);
  return seen ? { seen, points: points.map((point) => fromFrame(frame, point)) } : UNSEEN;
}

/**
 * Those of the frames that may be the one meant: by its number where the browser tells that, as windows do not agree on
 * whether frames in shadow roots count (Firefox 153: a remote child's `parent.length` does, the parent's own does not).
 */
function framesFor(
  { index, frameId }: ChildFrame,
  frames: readonly HTMLIFrameElement[],
  frameIdOf: FrameAccess['frameIdOf'],
): HTMLIFrameElement[] {
  if (frameIdOf && frameId >= 0) return frames.filter((frame) => frameIdOf(frame) === frameId);
  if (index >= 0) return frames.filter(({ contentWindow }) => contentWindow === window[index]);
  const counted = Array.from(window, (_, at) => window[at]);
  return frames.filter(({ contentWindow }) => contentWindow && !counted.includes(contentWindow));
}

/** Chrome asks for no less, in milliseconds. */
const OBSERVER_DELAY_MS = 100;

/** A page that is not drawn at all tells nothing. In milliseconds. */
const OBSERVER_LIMIT_MS = 800;

/** What Chrome adds (https://w3c.github.io/IntersectionObserver/v2/): whether something is really drawn. */
type DrawnEntry = IntersectionObserverEntry & { readonly isVisible?: boolean };
type DrawnOptions = IntersectionObserverInit & { readonly trackVisibility: true; readonly delay: number };

/**
 * What the browser itself says of a form's fields, through all frames around: at least one is in view, and all that are
 * are drawn and not covered, where it tells that.
 */
export async function seenFromInside(form: FoundForm | undefined): Promise<'seen' | 'unseen' | 'untold'> {
  const elements = form ? elementsOf(form) : [];
  if (elements.length === 0) return 'untold';
  const entries = await entriesFor(elements);
  if (entries.length < elements.length) return 'untold';
  const drawn = entries.filter(({ isIntersecting, isVisible = isIntersecting }) => isVisible);
  // A field that is out of view can be scrolled to; one that is in view and not drawn is hidden.
  const hidden = entries.some((entry) => entry.isIntersecting && !drawn.includes(entry));
  return drawn.length > 0 && !hidden ? 'seen' : 'unseen';
}

const elementsOf = ({ found }: FoundForm): Element[] =>
  Object.values(found).flatMap(({ control }) => control?.element ?? []);

/** The first entry of each element; fewer where the browser does not tell in time. */
function entriesFor(elements: readonly Element[]): Promise<DrawnEntry[]> {
  return new Promise((resolve) => {
    const entries: DrawnEntry[] = [];
    const finish = (): void => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(entries);
    };
    const options: DrawnOptions = { trackVisibility: true, delay: OBSERVER_DELAY_MS };
    const observer = new IntersectionObserver((more) => {
      entries.push(...more);
      if (entries.length >= elements.length) finish();
    }, options);
    const timer = setTimeout(finish, OBSERVER_LIMIT_MS);
    for (const element of elements) observer.observe(element);
  });
}
