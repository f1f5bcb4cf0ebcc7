/** Reaches the pages that hold a linking form: asks what they hold, and fills one form. No script sits there. */
import type { ChildFrame, LinkingFormWorld } from '../hub/in-page';
import type { DocumentReport, FillOutcome, FillRequest } from '../hub/report';
import type { Point } from '../page/boxes';
import { type FrameAccess, type FrameReport, isSeenThroughFrames, pagesAround } from './frames';
import { pageScripts } from './page-scripts';
import { withinTime } from './time-limit';

const FINDER = pageScripts('linking-form-finder');
const FRAME_SIGHT = pageScripts('frame-sight');
/** With the finder again: in a document that came after the look, it tells where the tab has gone. */
const FILLER = pageScripts('linking-form-finder', 'linking-form-filler');

/**
 * Now and then a press of the toolbar button takes effect only after this time, in milliseconds (Chromium 156; one press
 * in 25 on one machine, none in 80 on another): until then the page is refused. One more try is enough.
 */
const LATE_PRESS_MS = 150;

/** Waits until a press of the toolbar button has taken effect in any case. */
export const latePress = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LATE_PRESS_MS));

/** A frozen tab never answers, and a busy one late: then it is said so. In milliseconds. */
const LOOK_LIMIT_MS = 2_000;

/** How long a page may take to take in the script that fills, in milliseconds; after that nothing is sent to it. */
export const READY_LIMIT_MS = 1_500;
/** …and, once it has, to begin. */
export const START_LIMIT_MS = 1_000;
/** …and to end: the slowest honest form has a dropdown and an Edit button, each with a wait of its own. */
export const FILL_LIMIT_MS = 12_000;

interface Target {
  tabId: number;
  allFrames?: boolean;
  frameIds?: number[];
}

interface Injection {
  target: Target;
  /** Else the browser waits until the page and each of its frames have loaded, and one that hangs holds up all. */
  injectImmediately: true;
  files?: string[];
  // biome-ignore lint/suspicious/noExplicitAny: the browser passes `args` through as they are
  func?: (...args: any[]) => unknown;
  args?: unknown[];
}

/** The one browser function that is needed. */
export interface Scripting {
  executeScript(injection: Injection): Promise<{ frameId: number; result?: unknown; error?: unknown }[]>;
}

/** A document with what of its forms is seen. */
export interface LookedAtFrame extends FrameReport {
  /** Origins of the pages around it other than its own, the innermost first; null where one is not known. */
  readonly pages: readonly string[] | null;
  /** The positions of those forms that are seen through every frame around them. */
  readonly seen: readonly number[];
}

export type TabLook =
  | { readonly kind: 'looked'; readonly frames: readonly LookedAtFrame[] }
  /** The browser lets none of its documents be reached. */
  | { readonly kind: 'unreachable' }
  /** It did not answer in time. */
  | { readonly kind: 'busy' };

/**
 * Asks every document of a tab that may be reached for the forms in it.
 *
 * @param later gets the look at a tab that was too busy at first
 */
export async function lookAtTab(
  scripting: Scripting,
  tabId: number,
  later?: (look: TabLook) => void,
): Promise<TabLook> {
  try {
    return await withinTime<TabLook>(
      onceMoreIfLate(() => look(scripting, tabId)).then((frames) => ({ kind: 'looked', frames })),
      LOOK_LIMIT_MS,
      { kind: 'busy' },
      later,
    );
  } catch {
    return { kind: 'unreachable' };
  }
}

async function look(scripting: Scripting, tabId: number): Promise<LookedAtFrame[]> {
  const target = { tabId, allFrames: true };
  await scripting.executeScript({ target, injectImmediately: true, files: FINDER });
  const answers = await scripting.executeScript({
    target,
    injectImmediately: true,
    func: () => (globalThis as LinkingFormWorld).linkingFormFinder?.report(),
  });
  const frames = answers.flatMap(({ frameId, result }) =>
    result ? [{ ...(result as DocumentReport), frameId }] : [],
  );
  if (frames.some(({ path, forms }) => path.length > 0 && forms.length > 0))
    await scripting.executeScript({ target, injectImmediately: true, files: FRAME_SIGHT });
  const access = frameAccess(scripting, tabId);
  return Promise.all(frames.map((frame) => sightOf(access, frames, frame)));
}

async function sightOf(
  access: FrameAccess,
  frames: readonly FrameReport[],
  frame: FrameReport,
): Promise<LookedAtFrame> {
  const sights = await Promise.all(
    frame.forms.map((form) => isSeenThroughFrames(access, frames, frame, form)),
  );
  const seen = frame.forms.filter((_, position) => sights[position]).map(({ index }) => index);
  return { ...frame, pages: pagesAround(frame, frames), seen };
}

function frameAccess(scripting: Scripting, tabId: number): FrameAccess {
  const target = (frameId: number) => ({ tabId, frameIds: [frameId] });
  return {
    async seeThrough(frameId, child, points) {
      const [answer] = await scripting.executeScript({
        target: target(frameId),
        injectImmediately: true,
        func: (child: ChildFrame, points: readonly Point[]) =>
          (globalThis as LinkingFormWorld).frameSight?.seeThrough(child, points),
        args: [child, points],
      });
      return (
        (answer?.result as { seen: boolean; points: Point[] } | undefined) ?? { seen: false, points: [] }
      );
    },
    async seenFromInside(frameId, { index }) {
      const [answer] = await scripting.executeScript({
        target: target(frameId),
        injectImmediately: true,
        func: (index: number) => (globalThis as LinkingFormWorld).frameSight?.seenFromInside({ index }),
        args: [index],
      });
      return (answer?.result as 'seen' | 'unseen' | undefined) ?? 'untold';
    },
  };
}

/**
 * Fills one form of one frame. The page decides again whether it may.
 *
 * @returns what the page says; `not-filled` with reason `form-changed` when the frame is gone or out of reach by now,
 *   with `too-late` when the page did not take the script in (then nothing is sent to it), and with `page-busy` when it
 *   began and did not end
 */
export async function fillInFrame(
  scripting: Scripting,
  target: { tabId: number; frameId: number },
  request: Omit<FillRequest, 'startBefore'>,
): Promise<FillOutcome> {
  const frame = { tabId: target.tabId, frameIds: [target.frameId] };
  try {
    const ready = scripting
      .executeScript({ target: frame, injectImmediately: true, files: FILLER })
      .then(() => true);
    if (!(await withinTime(ready, READY_LIMIT_MS, false))) return { kind: 'not-filled', reason: 'too-late' };
    const filled = scripting.executeScript({
      target: frame,
      injectImmediately: true,
      func: (wanted: FillRequest) => (globalThis as LinkingFormWorld).linkingFormFiller?.fill(wanted),
      args: [{ ...request, startBefore: Date.now() + START_LIMIT_MS }],
    });
    const answers = await withinTime(filled, FILL_LIMIT_MS, null);
    if (answers === null) return { kind: 'not-filled', reason: 'page-busy' };
    const outcome = answers[0]?.result as FillOutcome | undefined;
    if (outcome) return outcome;
  } catch {
    // The tab or the frame was closed or moved on: the same to the person as a form that is gone.
  }
  return { kind: 'not-filled', reason: 'form-changed' };
}

async function onceMoreIfLate<T>(reach: () => Promise<T>): Promise<T> {
  try {
    return await reach();
  } catch {
    await latePress();
    return reach();
  }
}
