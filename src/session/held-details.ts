/**
 * Keeps what was read for a while, so that the journey also works in one tab.
 *
 * Only `storage.session`: in memory, for the extension's own pages only, never on disk. An alarm empties it in
 * time even when no page of the extension is open; a reader never sees what is past its time.
 */
import type { AccountChoices, DagsterAccount } from '../dagster/account';
import type { RevealedToken } from '../dagster/page-reading';
import type { SessionArea } from './session-area';

/** How long details are held, in milliseconds. */
export const HOLD_MS = 15 * 60_000;

export const FORGET_ALARM = 'forget-held-details';

const KEY = 'held-details';

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
}

export interface Holding {
  /** Holds what a page shows now, in place of what was held, for the whole time from now on. */
  hold(account: HeldDetails['account'], choices: AccountChoices): Promise<HeldDetails>;
  /** Keeps the person's choices beside what is held; the time goes on as it was. Null when nothing is held. */
  choose(choices: AccountChoices): Promise<HeldDetails | null>;
  /** @returns what is held, or null when there is nothing or its time is over. */
  read(): Promise<HeldDetails | null>;
  forget(): Promise<void>;
}

export function createHolding({ session, alarms, now }: HoldingPlace): Holding {
  /** The alarm comes first, and with every change: whatever is stored, there is an alarm that will remove it. */
  async function store(held: HeldDetails): Promise<HeldDetails> {
    await alarms.create(FORGET_ALARM, { when: held.until });
    await session.set({ [KEY]: held });
    return held;
  }

  const hold: Holding['hold'] = (account, choices) => store({ account, choices, until: now() + HOLD_MS });

  async function choose(choices: AccountChoices): Promise<HeldDetails | null> {
    const held = await read();
    return held && store({ ...held, choices });
  }

  async function read(): Promise<HeldDetails | null> {
    const held = (await session.get(KEY))[KEY] as HeldDetails | undefined;
    if (!held) return null;
    if (held.until > now()) return held;
    await forget();
    return null;
  }

  /** The alarm stays: it removes what a choice made at this very moment in another context may put back. */
  const forget = (): Promise<void> => session.remove(KEY);

  return { hold, choose, read, forget };
}
