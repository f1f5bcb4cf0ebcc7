/**
 * Keeps what was read for a while, so that the journey also works in one tab.
 *
 * Only `storage.session`: in memory, for the extension's own pages only, never on disk. An alarm empties it in
 * time even when no page of the extension is open; a reader never sees what is past its time.
 */
import type { AccountChoices, DagsterAccount } from '../dagster/account';
import type { RevealedToken } from '../dagster/page-reading';
import { isOrganizationAllowed, type Policy } from '../policy';
import { digestOf } from './digest';
import type { KeptPasted, PastedValues } from './pasted-values';
import type { Queue } from './queue';
import { type Privacy, sessionValue } from './session-area';
import { MINUTE_MS, type TimedPlace, timedValue } from './timed-value';

export interface HeldDetails {
  readonly account: DagsterAccount & { readonly token: RevealedToken };
  readonly choices: AccountChoices;
  /** Milliseconds since 1970, after which they are forgotten. */
  readonly until: number;
}

/** The few browser functions that holding needs. */
export interface HoldingPlace extends TimedPlace {
  /** The same for everything that changes what is held. */
  readonly queue: Queue;
  readonly policy: () => Promise<Policy>;
}

export interface Holding {
  /**
   * Holds what a page shows now, in place of what was held and of a pasted token, for the whole time from now on.
   *
   * @param anew the person reads this token again on its own page: hold it although a fill has forgotten it
   * @returns null for a token that a verified fill has forgotten, which stays so, and for an organization that an
   *   administrator does not allow
   */
  hold(account: HeldDetails['account'], choices: AccountChoices, anew: boolean): Promise<HeldDetails | null>;
  /** Keeps the person's choices beside what is held; the time goes on as it was. Null when nothing is held. */
  choose(choices: AccountChoices): Promise<HeldDetails | null>;
  /** @returns what is held, or null when there is nothing or its time is over. */
  read(): Promise<HeldDetails | null>;
  /**
   * Keeps what the person pasted, in place of what they pasted before; what was read stays held beside it.
   *
   * @param anew a token was pasted just now: the whole time begins, while else it goes on as it was
   * @returns null for what was pasted before and is forgotten by now: that stays so
   */
  keepPasted(pasted: PastedValues, anew: boolean): Promise<KeptPasted | null>;
  readPasted(): Promise<KeptPasted | null>;
  forgetPasted(): Promise<void>;
  /** Forgets all of it. */
  forget(): Promise<void>;
  /** Forgets what is past its time, should the alarm not have come. */
  forgetExpired(): Promise<void>;
  /** Forgets that of which this is the alarm. */
  forgetAt(alarm: string): Promise<void>;
  /** Forgets after a verified fill: the same token is not held again by itself. */
  forgetFilled(token: string): Promise<void>;
}

export function createHolding(place: HoldingPlace, privacy: Privacy): Holding {
  const { session, now, queue } = place;
  const held = timedValue<HeldDetails>(place, 'held-details', privacy);
  const pasted = timedValue<KeptPasted>(place, 'pasted-values', privacy);
  /** Digests of the tokens that fills have forgotten. */
  const filled = sessionValue<readonly string[]>(session, 'filled-tokens', privacy);

  async function hold(account: HeldDetails['account'], choices: AccountChoices, anew: boolean) {
    const policy = await place.policy();
    if (!isOrganizationAllowed(policy, account.address)) return null;
    const digest = await digestOf(account.token.value);
    const forgotten = (await filled.read()) ?? [];
    if (forgotten.includes(digest)) {
      if (!anew) return null;
      await filled.write(forgotten.filter((one) => one !== digest));
    }
    // A pasted address without a token may still wait for one.
    if ((await pasted.read())?.tokens.length) await pasted.remove();
    return held.store({ account, choices, until: endOf(policy) });
  }

  /** Milliseconds since 1970, from now on. */
  const endOf = ({ holdMinutes }: Policy): number => now() + holdMinutes * MINUTE_MS;

  async function choose(choices: AccountChoices): Promise<HeldDetails | null> {
    const details = await held.read();
    return details && held.store({ ...details, choices });
  }

  async function keepPasted(values: PastedValues, anew: boolean): Promise<KeptPasted | null> {
    const kept = await pasted.read();
    if (!kept && !anew) return null;
    return pasted.store({ ...values, until: kept && !anew ? kept.until : endOf(await place.policy()) });
  }

  async function forgetEach(forget: 'remove' | 'removeExpired'): Promise<void> {
    await held[forget]();
    await pasted[forget]();
  }

  async function forgetFilled(token: string): Promise<void> {
    await forgetEach('remove');
    const digest = await digestOf(token);
    await filled.write([digest, ...((await filled.read()) ?? [])].slice(0, MOST_FILLED));
  }

  return {
    hold: (account, choices, anew) => queue(() => hold(account, choices, anew)),
    choose: (choices) => queue(() => choose(choices)),
    read: held.read,
    keepPasted: (values, anew) => queue(() => keepPasted(values, anew)),
    readPasted: pasted.read,
    forgetPasted: () => queue(pasted.remove),
    /** The alarms stay: they have nothing left to do. */
    forget: () => queue(() => forgetEach('remove')),
    forgetExpired: () => queue(() => forgetEach('removeExpired')),
    forgetAt: (alarm) =>
      queue(async () => {
        for (const value of [held, pasted]) if (value.alarm === alarm) await value.remove();
      }),
    forgetFilled: (token) => queue(() => forgetFilled(token)),
  };
}

/** More tokens than anybody links in one session. */
const MOST_FILLED = 20;
