/** One value that is kept in memory for a while, and then forgotten also when no page of the extension is open. */
import { type Privacy, type SessionArea, sessionValue } from './session-area';

/** How long anything is kept that was read or pasted, and what was made of it, in minutes. */
export const HOLD_MINUTES = 15;
export const MINUTE_MS = 60_000;
export const HOLD_MS = HOLD_MINUTES * MINUTE_MS;
/** How long after a copy the clipboard is cleared, where the person wants that. */
export const CLEAR_CLIPBOARD_SECONDS = 60;

interface Timed {
  /** Milliseconds since 1970, after which it is forgotten. */
  readonly until: number;
}

/** The few browser functions that keeping for a while needs. */
export interface TimedPlace {
  readonly session: SessionArea;
  readonly alarms: {
    create(name: string, info: { when: number }): unknown;
  };
  /** Milliseconds since 1970. */
  now(): number;
}

export interface TimedValue<T extends Timed> {
  /** The alarm that ends it. */
  readonly alarm: string;
  store(value: T): Promise<T>;
  /** @returns null when there is nothing or its time is over */
  read(): Promise<T | null>;
  remove(): Promise<void>;
  /** Removes what is past its time, should the alarm not have come. */
  removeExpired(): Promise<void>;
}

/** @param name of the value, the same for both kinds of windows */
export function timedValue<T extends Timed>(
  { session, alarms, now }: TimedPlace,
  name: string,
  privacy: Privacy,
): TimedValue<T> {
  const value = sessionValue<T>(session, name, privacy);
  const alarm = `forget-${name}/${privacy}`;

  async function read(): Promise<T | null> {
    const stored = await value.read();
    return isInTime(stored) ? stored : null;
  }

  /** A clock that was set back makes the time no longer than it can be. */
  const isInTime = (stored: T | null): boolean =>
    stored !== null && stored.until > now() && stored.until <= now() + HOLD_MS;

  return {
    alarm,
    /** The alarm comes first, and with every change: whatever is stored, there is an alarm that will remove it. */
    async store(changed) {
      await alarms.create(alarm, { when: changed.until });
      await value.write(changed);
      return changed;
    },
    read,
    remove: () => value.remove(),
    async removeExpired() {
      if ((await read()) === null) await value.remove();
    },
  };
}
