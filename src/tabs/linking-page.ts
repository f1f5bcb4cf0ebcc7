/** Reaches the pages that hold a linking form: asks what they hold, and fills one form. No script sits there. */
import type { FrameReport } from '../hub/choose-form';
import type { DocumentReport, FillOutcome, FillRequest } from '../hub/report';
import { withinTime } from './time-limit';

/**
 * The script that brings the two functions of `globalThis.linkingForm` into a document. With a slash before it:
 * Firefox 153 takes paths as relative to the page that calls, Chrome as relative to the extension.
 */
const LINKING_FORM_SCRIPT = '/src/content/linking-form.js';

/**
 * Now and then a press of the toolbar button takes effect only after this time, in milliseconds (Chromium 156; one press
 * in 25 on one machine, none in 80 on another): until then the page is refused. One more try is enough.
 */
const LATE_PRESS_MS = 150;

/** Waits until a press of the toolbar button has taken effect in any case. */
export const latePress = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LATE_PRESS_MS));

/** A frozen tab never answers, and a busy one late (in milliseconds). */
const REPORT_LIMIT_MS = 3_000;

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

/**
 * Asks every document of a tab that may be reached.
 *
 * @returns an empty list when the browser lets none be reached, or none answers in time
 */
export async function reportTab(scripting: Scripting, tabId: number): Promise<FrameReport[]> {
  try {
    return await withinTime(
      onceMoreIfLate(() => reportFrames(scripting, tabId)),
      REPORT_LIMIT_MS,
      [],
    );
  } catch {
    return [];
  }
}

async function reportFrames(scripting: Scripting, tabId: number): Promise<FrameReport[]> {
  const target = { tabId, allFrames: true };
  await scripting.executeScript({ target, injectImmediately: true, files: [LINKING_FORM_SCRIPT] });
  const answers = await scripting.executeScript({
    target,
    injectImmediately: true,
    func: () => globalThis.linkingForm?.report(),
  });
  return answers.flatMap(({ frameId, result }) =>
    result ? [{ ...(result as DocumentReport), frameId }] : [],
  );
}

/**
 * Fills one form of one frame. The page decides again whether it may.
 *
 * @returns what the page says; `not-filled` with reason `form-changed` when the frame is gone or out of reach by now.
 */
export async function fillForm(
  scripting: Scripting,
  target: { tabId: number; frameId: number },
  request: FillRequest,
): Promise<FillOutcome> {
  const frame = { tabId: target.tabId, frameIds: [target.frameId] };
  try {
    await scripting.executeScript({ target: frame, injectImmediately: true, files: [LINKING_FORM_SCRIPT] });
    const [answer] = await scripting.executeScript({
      target: frame,
      injectImmediately: true,
      func: (wanted: FillRequest) => globalThis.linkingForm?.fill(wanted),
      args: [request],
    });
    if (answer?.result) return answer.result as FillOutcome;
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
