/**
 * The frames of a tab: which stands in which, and what of a form is seen through all of them.
 *
 * A page may hide a frame whatever its content does, so each frame is looked at from the document around it, up to the
 * page. Where a document around may not be looked into, the browser itself is asked from inside.
 */
import type { ChildFrame, Sighting } from '../hub/in-page';
import type { DocumentReport, LinkingForm } from '../hub/report';
import type { Point } from '../page/boxes';

/** A document of a tab together with the frame it stands in (0 is the page itself). */
export interface FrameReport extends DocumentReport {
  readonly frameId: number;
}

/** Asks one document of the tab. */
export interface FrameAccess {
  /** What the document around a frame says of it and of these points in it. */
  seeThrough(frameId: number, child: ChildFrame, points: readonly Point[]): Promise<Sighting>;
  /** What the browser says of a form's fields from inside, where nothing around can be asked. */
  seenFromInside(frameId: number, form: LinkingForm): Promise<'seen' | 'unseen' | 'untold'>;
}

const isPath = (one: readonly number[], other: readonly number[]): boolean => one.join() === other.join();

/** The document at the end of a way; null where it was not reached, or where it cannot be told from another one. */
function documentAt(path: readonly number[], frames: readonly FrameReport[]): FrameReport | null {
  const reached = frames.filter((one) => isPath(one.path, path));
  return reached.length === 1 ? (reached[0] ?? null) : null;
}

/** What stands for the origin of a document around that nobody tells. */
const UNTOLD = 'null';

/** The origins around a document other than its own, the innermost first; null where one of them is not known. */
export function pagesAround(frame: FrameReport, frames: readonly FrameReport[]): string[] | null {
  const origins = frame.path.map((_, depth) => {
    const path = frame.path.slice(0, frame.path.length - 1 - depth);
    return documentAt(path, frames)?.origin ?? frame.ancestorOrigins[depth];
  });
  const known = origins.map((origin) => origin ?? UNTOLD);
  if (known.includes(UNTOLD)) return null;
  return [...new Set(known)].filter((origin) => origin !== frame.origin);
}

/**
 * Whether a form's fields are seen through every frame around it. Where the document around one is out of reach, the
 * browser is asked from inside, and what lies further out is still looked at.
 */
export async function isSeenThroughFrames(
  access: FrameAccess,
  frames: readonly FrameReport[],
  frame: FrameReport,
  form: LinkingForm,
): Promise<boolean> {
  let { points } = form;
  let inside: FrameReport | null = frame;
  for (let depth = frame.path.length - 1; depth >= 0; depth--) {
    const around = documentAt(frame.path.slice(0, depth), frames);
    if (around) {
      const child = { index: frame.path[depth] ?? -1, frameId: inside?.frameId ?? UNKNOWN_FRAME };
      const sighting = await access.seeThrough(around.frameId, child, points);
      if (!sighting.seen) return false;
      points = sighting.points;
    } else {
      if (inside === frame && (await access.seenFromInside(frame.frameId, form)) !== 'seen') return false;
      // Where the fields are in what follows, nobody tells.
      points = [];
    }
    inside = around;
  }
  return true;
}

/** No frame has this number. */
const UNKNOWN_FRAME = -1;
