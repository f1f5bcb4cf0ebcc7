/** What of the popup is kept by the background, and until when the popup may show and give away what it has. */

import type { HeldDetails } from '../session/held-details';
import { HOLD_MINUTES, MINUTE_MS } from '../session/timed-value';
import type { Activity } from './facts';
import type { PopupParts } from './parts';
import type { Store } from './store';
import { choicesToKeep } from './taken';

export interface Keeping {
  /** What is shown without being held has its time from this look on. @param begin milliseconds since 1970 */
  lookedAt(begin: number, holdMinutes?: number): void;
  /** Milliseconds since 1970, after which nothing that was read or pasted is shown or given away. */
  until(): number;
  /** Ends what is shown where the time is over, also when a sleeping computer let no timer run. @returns whether it is */
  expireInTime(): boolean;
  showHeld(holds: HeldDetails | null): void;
  showKept(kept: Partial<Activity>): void;
  /** Nothing is kept any more, and what was kept is not offered. */
  dropKept(): void;
  /** Holds what is shown live as soon as it is complete; beside held details, keeps the choices. */
  keep(): Promise<void>;
  /** @param anew a token was pasted just now, or the first address */
  keepPasted(anew: boolean): Promise<void>;
  /** What is filled after a prompt is what is held then: the popup may be gone. */
  holdForPrompt(): Promise<void>;
  /** This popup does not hold that token again. */
  neverAgain(token: string | null | undefined): void;
  /** What the browser does not let be kept can be used all the same. */
  notHeld(): void;
}

export function createKeeping(store: Store, { ask, now, t }: Pick<PopupParts, 'ask' | 'now' | 't'>): Keeping {
  /** What the person had this popup forget, or a fill of it. */
  const forgotten = new Set<string>();
  let lookUntil = Number.POSITIVE_INFINITY;
  let expiry: ReturnType<typeof setTimeout> | undefined;

  const lookedAt = (begin: number, holdMinutes = HOLD_MINUTES): void => {
    lookUntil = begin + holdMinutes * MINUTE_MS;
  };

  const until = (): number =>
    Math.min(
      (store.activity.holds ?? store.facts?.held)?.until ?? lookUntil,
      store.pasted()?.until ?? Number.POSITIVE_INFINITY,
    );

  function expireInTime(): boolean {
    if (now() < until()) return false;
    store.choices = {};
    if (!store.activity.expired)
      store.set({ expired: true, holds: null, pasted: null, checked: null, busy: null, status: '' });
    return true;
  }

  const showHeld = (holds: HeldDetails | null): void => showKept({ holds });

  function showKept(kept: Partial<Activity>): void {
    if (store.activity.expired) return;
    store.set(kept);
    clearTimeout(expiry);
    expiry = setTimeout(expireInTime, until() - now());
  }

  function dropKept(): void {
    if (store.facts) store.facts = { ...store.facts, held: null };
    showKept({ holds: null, pasted: null });
  }

  const notHeld = (): void => store.say(t('not_held'), 'bad');

  async function keepShown(): Promise<void> {
    const { facts } = store;
    const selection = store.selection();
    if (!facts || !selection) return;
    const { source, account, values, choices } = selection;
    if (source.kind === 'pasted') return keepPasted(false);
    if (!account || facts.asking || store.activity.linked) return;
    const { privacy, front } = facts;
    if (source.kind === 'held') {
      showHeld(await ask({ type: 'choose', privacy, choices }));
    } else if (account.token && values?.deployment && !forgotten.has(account.token.value)) {
      const details = { ...account, token: account.token };
      const anew = front.kind === 'dagster';
      const held = await ask({ type: 'hold', privacy, account: details, choices, anew });
      // Forgotten while it was on its way: the background carries out one after the other, so it is gone by now.
      if (forgotten.has(account.token.value)) return;
      showHeld(held);
      // As what is read and complete replaces what was held, it replaces a token that was pasted before.
      if (store.pasted()?.tokens.length) showKept({ pasted: null });
    }
  }

  async function keepPasted(anew: boolean): Promise<void> {
    const { facts } = store;
    const pasted = store.pasted();
    const selection = store.selection();
    if (!facts || !pasted || !selection || store.activity.expired) return;
    const request = { ...pasted, choices: choicesToKeep(pasted, selection) };
    const kept = await ask({ type: 'keep-pasted', privacy: facts.privacy, pasted: request, anew });
    const shown = store.pasted();
    if (shown) showKept({ pasted: kept && { ...shown, until: kept.until } });
  }

  async function holdForPrompt(): Promise<void> {
    const selection = store.selection();
    const token = selection?.account?.token;
    if (!store.facts || !selection?.account || !token || selection.source.kind === 'held') return;
    if (selection.source.kind === 'pasted') return keepPasted(false);
    const account = { ...selection.account, token };
    const { privacy } = store.facts;
    await ask({ type: 'hold', privacy, account, choices: selection.choices, anew: true });
  }

  return {
    lookedAt,
    until,
    expireInTime,
    showHeld,
    showKept,
    dropKept,
    keep: () => keepShown().catch(notHeld),
    keepPasted,
    holdForPrompt,
    neverAgain: (token) => void (token && forgotten.add(token)),
    notHeld,
  };
}
