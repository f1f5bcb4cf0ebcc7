/**
 * What is to happen once the person has allowed access at the browser's permission prompt.
 *
 * Chrome closes the popup at its prompt and tells nobody of a refusal, so the wish is remembered for a while, taken
 * once, and never holds a secret. A popup that opens shows that the prompt is over: it puts the wish away.
 */
import type { Queue } from './queue';
import { type SessionArea, sessionValue } from './session-area';

/** How long a person may take to answer, in milliseconds; a grant after that has another cause. */
export const ANSWER_WAIT_MS = 2 * 60_000;

export interface Wish<Purpose> {
  /** Match patterns, as the prompt asks for them. */
  readonly patterns: readonly string[];
  readonly purpose: Purpose;
}

export interface AwaitedPermission<Purpose> {
  /** The prompt is about to appear. */
  expect(wish: Wish<Purpose>): Promise<void>;
  /**
   * @param granted match patterns that were granted now
   * @returns the wish, once and in time, when all that it asked for is granted; null when there is none like that
   */
  take(granted: readonly string[]): Promise<Wish<Purpose> | null>;
  /** The person refused, or went on without an answer. */
  forget(): Promise<void>;
}

interface Expected<Purpose> extends Wish<Purpose> {
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** The few browser functions that awaiting needs. */
export interface AwaitingPlace {
  readonly session: SessionArea;
  readonly queue: Queue;
  /** Whether all of these match patterns are granted by now: a browser may tell of each by itself. */
  isGranted(patterns: readonly string[]): Promise<boolean>;
  /** Milliseconds since 1970. */
  now(): number;
}

export function createAwaitedPermission<Purpose>(place: AwaitingPlace): AwaitedPermission<Purpose> {
  const { session, queue, now } = place;
  // One for the whole browser: it shows one prompt at a time.
  const awaited = sessionValue<Expected<Purpose>>(session, 'awaited-permission', 'ordinary');

  async function take(granted: readonly string[]): Promise<Wish<Purpose> | null> {
    const expected = await awaited.read();
    if (!expected?.patterns.some((pattern) => granted.includes(pattern))) return null;
    if (!(await place.isGranted(expected.patterns))) return null;
    await awaited.remove();
    const { until, ...wish } = expected;
    const inTime = until > now() && until <= now() + ANSWER_WAIT_MS;
    return inTime ? wish : null;
  }

  return {
    expect: (wish) => queue(() => awaited.write({ ...wish, until: now() + ANSWER_WAIT_MS })),
    take: (granted) => queue(() => take(granted)),
    forget: () => queue(() => awaited.remove()),
  };
}
