/**
 * Remembers that the popup asked for access to Dagster+. Chrome closes the popup at its permission prompt; after the
 * grant it is opened again, and only then: a person who allows access on a page of the browser wants no popup.
 */
import { GRANT_WAIT_MS } from './filling';

const KEY = 'asked-for-dagster';

/** The few browser functions that remembering needs. */
interface Parts {
  readonly session: {
    get(key: string): Promise<Record<string, unknown>>;
    set(items: Record<string, unknown>): Promise<void>;
    remove(key: string): Promise<void>;
  };
  /** Milliseconds since 1970. */
  now(): number;
}

interface DagsterGrant {
  /** The prompt is about to appear. */
  ask(): Promise<void>;
  /** @returns whether the popup asked within the last `GRANT_WAIT_MS`; true once per question. */
  take(): Promise<boolean>;
}

export function createDagsterGrant({ session, now }: Parts): DagsterGrant {
  return {
    ask: () => session.set({ [KEY]: now() + GRANT_WAIT_MS }),
    take: async () => {
      const until = (await session.get(KEY))[KEY] as number | undefined;
      await session.remove(KEY);
      return until !== undefined && until > now();
    },
  };
}
