/**
 * Keeps what was read for a while, so that the journey also works in one tab.
 *
 * Only `storage.session`: in memory, for the extension's own pages only, never on disk. An alarm empties it in
 * time even when no page of the extension is open; a reader never sees what is past its time.
 */
import type { AccountChoices, DagsterAccount } from '../dagster/account';
import type { RevealedToken } from '../dagster/page-reading';
import type { Queue } from './queue';
import { type Privacy, type SessionArea, sessionValue } from './session-area';

/** How long details are held, in minutes; and how long anything else is kept that was made of them. */
export const HOLD_MINUTES = 15;
export const HOLD_MS = HOLD_MINUTES * 60_000;

const FORGET_ALARM = 'forget-held-details';

/** The alarm of each kind of window. */
export const forgetAlarm = (privacy: Privacy): string => `${FORGET_ALARM}/${privacy}`;

export interface HeldDetails {
  readonly account: DagsterAccount & { readonly token: RevealedToken };
  readonly choices: AccountChoices;
  /** Milliseconds since 1970, after which they are forgotten. */
  readonly until: number;
}

/** The few browser functions that holding needs. */
export interface HoldingPlace {
  readonly session: SessionArea;
  readonly alarms: {
    create(name: string, info: { when: number }): unknown;
  };
  /** Milliseconds since 1970. */
  now(): number;
  /** The same for everything that changes what is held. */
  readonly queue: Queue;
}

export interface Holding {
  /**
   * Holds what a page shows now, in place of what was held, for the whole time from now on.
   *
   * @param anew the person reads this token again on its own page: hold it although a fill has forgotten it
   * @returns null for a token that a verified fill has forgotten: that stays so
   */
  hold(account: HeldDetails['account'], choices: AccountChoices, anew: boolean): Promise<HeldDetails | null>;
  /** Keeps the person's choices beside what is held; the time goes on as it was. Null when nothing is held. */
  choose(choices: AccountChoices): Promise<HeldDetails | null>;
  /** @returns what is held, or null when there is nothing or its time is over. */
  read(): Promise<HeldDetails | null>;
  forget(): Promise<void>;
  /** Forgets what is past its time, should the alarm not have come. */
  forgetExpired(): Promise<void>;
  /** Forgets after a verified fill: the same token is not held again by itself. */
  forgetFilled(token: string): Promise<void>;
}

export function createHolding(place: HoldingPlace, privacy: Privacy): Holding {
  const { session, alarms, now, queue } = place;
  const held = sessionValue<HeldDetails>(session, 'held-details', privacy);
  /** Digests of the tokens that fills have forgotten. */
  const filled = sessionValue<readonly string[]>(session, 'filled-tokens', privacy);

  /** The alarm comes first, and with every change: whatever is stored, there is an alarm that will remove it. */
  async function store(details: HeldDetails): Promise<HeldDetails> {
    await alarms.create(forgetAlarm(privacy), { when: details.until });
    await held.write(details);
    return details;
  }

  async function read(): Promise<HeldDetails | null> {
    const details = await held.read();
    return isInTime(details) ? details : null;
  }

  /** A clock that was set back makes the time no longer than it can be. */
  const isInTime = (details: HeldDetails | null): boolean =>
    details !== null && details.until > now() && details.until <= now() + HOLD_MS;

  async function hold(account: HeldDetails['account'], choices: AccountChoices, anew: boolean) {
    const digest = await digestOf(account.token.value);
    const forgotten = (await filled.read()) ?? [];
    if (forgotten.includes(digest)) {
      if (!anew) return null;
      await filled.write(forgotten.filter((one) => one !== digest));
    }
    return store({ account, choices, until: now() + HOLD_MS });
  }

  async function forgetExpired(): Promise<void> {
    if ((await read()) === null) await held.remove();
  }

  async function choose(choices: AccountChoices): Promise<HeldDetails | null> {
    const details = await read();
    return details && store({ ...details, choices });
  }

  async function forgetFilled(token: string): Promise<void> {
    await held.remove();
    const digest = await digestOf(token);
    await filled.write([digest, ...((await filled.read()) ?? [])].slice(0, MOST_FILLED));
  }

  return {
    hold: (account, choices, anew) => queue(() => hold(account, choices, anew)),
    choose: (choices) => queue(() => choose(choices)),
    read,
    /** The alarm stays: it has nothing left to do. */
    forget: () => queue(() => held.remove()),
    forgetExpired: () => queue(forgetExpired),
    forgetFilled: (token) => queue(() => forgetFilled(token)),
  };
}

/** More tokens than anybody links in one session. */
const MOST_FILLED = 20;

/** Tells a token again without telling what it is: 128 random bits cannot be guessed from their digest. */
async function digestOf(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
