/**
 * What is to happen once the person has allowed access at the browser's permission prompt.
 *
 * Chrome closes the popup at its prompt and tells nobody of a refusal, so the purpose is remembered for a while, taken
 * once, and never holds a secret.
 */
import type { SessionArea } from './session-area';

/** How long a person may take to answer, in milliseconds; a grant after that has another cause. */
export const GRANT_WAIT_MS = 2 * 60_000;

export interface AwaitedGrant<Purpose> {
  /** The prompt is about to appear. */
  expect(purpose: Purpose): Promise<void>;
  /** @returns the purpose, once and in time; null when there is none, or none that `fits` what was granted */
  take(fits?: (purpose: Purpose) => boolean): Promise<Purpose | null>;
  /** The person refused. */
  forget(): Promise<void>;
}

interface Expected<Purpose> {
  readonly purpose: Purpose;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** @param key names this prompt in the session area */
export function createAwaitedGrant<Purpose>(
  session: SessionArea,
  key: string,
  now: () => number,
): AwaitedGrant<Purpose> {
  const forget = (): Promise<void> => session.remove(key);

  async function take(fits: (purpose: Purpose) => boolean = () => true): Promise<Purpose | null> {
    const expected = (await session.get(key))[key] as Expected<Purpose> | undefined;
    if (!expected || !fits(expected.purpose)) return null;
    await forget();
    return expected.until > now() ? expected.purpose : null;
  }

  return {
    expect: (purpose) => {
      const expected: Expected<Purpose> = { purpose, until: now() + GRANT_WAIT_MS };
      return session.set({ [key]: expected });
    },
    take,
    forget,
  };
}
