/** Reaches a Tokens page: asks what can be made or revealed there, and has it pressed. */

import type { DagsterPageWorld } from '../dagster/in-page';
import {
  CHANGE_LIMIT_MS,
  type TimedTokenPress,
  type TokenLook,
  type TokenPress,
  type TokenPressOutcome,
} from '../dagster/token-press';
import { READY_LIMIT_MS, type Scripting, START_LIMIT_MS } from './linking-page';
import { pageScripts } from './page-scripts';
import { withinTime } from './time-limit';

const SCRIPTS = pageScripts('control-sight', 'token-maker');

/** How long a page may take to say what it offers, in milliseconds. */
const LOOK_LIMIT_MS = 2_000;

/** How long after the start a press has ended in any case, in milliseconds: it waits for two changes, and looks at large pages. */
export const PRESS_LIMIT_MS = START_LIMIT_MS + 2 * CHANGE_LIMIT_MS + 3_000;

/** The page itself, and no frame in it. */
const target = (tabId: number) => ({
  target: { tabId, frameIds: [0] },
  injectImmediately: true as const,
});

const inject = (scripting: Scripting, tabId: number) =>
  scripting.executeScript({ ...target(tabId), files: SCRIPTS });

/** What the page offers; null where it cannot be asked or does not answer in time. */
export async function lookAtTokens(scripting: Scripting, tabId: number): Promise<TokenLook | null> {
  const look = async () => {
    await inject(scripting, tabId);
    const [answer] = await scripting.executeScript({
      ...target(tabId),
      func: () => (globalThis as DagsterPageWorld).tokenMaker?.look(),
    });
    return (answer?.result as TokenLook | undefined) ?? null;
  };
  return withinTime(
    look().catch(() => null),
    LOOK_LIMIT_MS,
    null,
  );
}

/**
 * Has one control of the page pressed. The page decides again whether it may be.
 *
 * @param now milliseconds since 1970
 * @returns what the page says; `unanswered` where it was asked and did not say, so that nobody knows
 */
export async function pressInTokensPage(
  scripting: Scripting,
  tabId: number,
  wanted: TokenPress,
  now: () => number,
): Promise<TokenPressOutcome> {
  try {
    const ready = inject(scripting, tabId).then(() => true);
    if (!(await withinTime(ready, READY_LIMIT_MS, false))) return { kind: 'refused', why: 'too-late' };
  } catch {
    return { kind: 'refused', why: 'changed' };
  }
  try {
    const pressed = scripting.executeScript({
      ...target(tabId),
      func: (press: TimedTokenPress) => (globalThis as DagsterPageWorld).tokenMaker?.press(press),
      args: [{ wanted, startBefore: now() + START_LIMIT_MS }],
    });
    const answers = await withinTime(pressed, PRESS_LIMIT_MS, []);
    return (answers[0]?.result as TokenPressOutcome | undefined) ?? { kind: 'unanswered' };
  } catch {
    // The page went away while it was asked.
    return { kind: 'unanswered' };
  }
}

/** Points at the control that the last press in the page was about. @returns whether it is still there */
export async function pointInTokensPage(scripting: Scripting, tabId: number): Promise<boolean> {
  const [answer] = await scripting.executeScript({
    ...target(tabId),
    func: () => (globalThis as DagsterPageWorld).tokenMaker?.point(),
  });
  return answer?.result === true;
}

/** Whether the page has drawn its lists within so many milliseconds. */
export async function isTokensPageReady(
  scripting: Scripting,
  tabId: number,
  limitMs: number,
): Promise<boolean> {
  await inject(scripting, tabId);
  const [answer] = await scripting.executeScript({
    ...target(tabId),
    func: (limitMs: number) => (globalThis as DagsterPageWorld).tokenMaker?.ready(limitMs),
    args: [limitMs],
  });
  return answer?.result === true;
}
