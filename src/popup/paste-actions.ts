/** What the popup does with what the person pastes or drops: reads it, shows it at once, has it kept, says what it is. */
import type { OrganizationAddress } from '../dagster/address';
import { readPastedAddress } from '../dagster/pasted-address';
import { readPastedTokens } from '../dagster/pasted-token';
import { NO_POLICY } from '../policy';
import type { Selection } from '../selection';
import { MINUTE_MS } from '../session/timed-value';
import { quoted } from '../words';
import type { Decision } from './facts';
import type { Keeping } from './keeping';
import type { PopupParts } from './parts';
import { ADDRESS_REFUSALS, TOKEN_REFUSALS } from './pasted-sentence';
import type { PasteInto } from './pasting';
import type { Store } from './store';
import { describeAddress, describeTokens, isOfReadToken, type Taken, takeAddress, takeTokens } from './taken';

export interface PasteActions {
  paste(into: PasteInto, text: string): Promise<void>;
  /** What was pasted is not meant: what was read is offered again. */
  takeBack(): Promise<void>;
}

/**
 * @param ready whether the popup has been there for long enough that a paste was meant for it
 * @param decide decides something about the account that is offered
 */
export function createPasteActions(
  store: Store,
  keeping: Keeping,
  { ask, now, t }: Pick<PopupParts, 'ask' | 'now' | 't'>,
  ready: () => boolean,
  decide: (decision: Decision) => Promise<void>,
): PasteActions {
  /** Shows what was pasted at once, in place of what was pasted before, and keeps it. */
  async function take({ tokens, address, made }: Taken): Promise<void> {
    const before = store.pasted();
    const anew = !before || tokens !== before.tokens;
    const { token, account, ...others } = store.choices;
    store.choices = { ...others, ...made, pastedNow: true };
    const { holdMinutes } = store.facts?.policy ?? NO_POLICY;
    const until = anew ? now() + holdMinutes * MINUTE_MS : before.until;
    keeping.showKept({ pasted: { tokens, address, choices: {}, until }, checked: null });
    await keeping.keepPasted(anew).catch(keeping.notHeld);
  }

  async function paste(into: PasteInto, text: string): Promise<void> {
    if (store.activity.expired || keeping.expireInTime())
      return store.set({ status: t('paste_after_time'), statusTone: 'bad' });
    const before = store.selection();
    // A paste may have been meant for what lay under the popup; unlike a press it would be missed. As it gives nothing
    // away, it counts also where what is offered has changed since.
    if (!before || !ready() || store.activity.busy)
      return store.set({ status: t('paste_again'), statusTone: 'bad' });
    return into === 'token' ? pasteTokens(text, before) : pasteAddress(text, before);
  }

  async function pasteTokens(text: string, before: Selection): Promise<void> {
    const read = readPastedTokens(text);
    if (read.kind === 'refused') return store.say(t(TOKEN_REFUSALS[read.reason]), 'bad');
    const taken = take(takeTokens(read.tokens, before, store.pasted()));
    const canAsk = Boolean(store.state()?.card?.whose?.questions.length);
    store.say(describeTokens(store.selection() ?? before, canAsk, t), 'good');
    await taken;
  }

  async function pasteAddress(text: string, before: Selection): Promise<void> {
    const read = readPastedAddress(text);
    if (read.kind === 'refused') return store.say(t(ADDRESS_REFUSALS[read.reason]), 'bad');
    const { address, regionAssumed } = read;
    if (isOfReadToken(address, before)) return pasteDeployment(address);
    const taken = take(takeAddress(address, before, store.pasted()));
    store.say(describeAddress(address, regionAssumed, store.selection() ?? before, t), 'good');
    await taken;
  }

  /** To a token that was read belongs its own organization: of the address only the deployment is news. */
  async function pasteDeployment({ deployment }: OrganizationAddress): Promise<void> {
    if (!deployment) return store.say(t('pasted_known_organization'));
    const decided = decide({ deploymentText: deployment.name });
    store.say(t('pasted_deployment', quoted(deployment.name)), 'good');
    await decided;
  }

  async function takeBack(): Promise<void> {
    if (!store.facts) return;
    const { token, account, pastedNow, ...others } = store.choices;
    store.choices = others;
    const forgot = ask({ type: 'forget-pasted', privacy: store.facts.privacy });
    keeping.showKept({ pasted: null, checked: null });
    store.say(t('taken_back'));
    await forgot;
    await keeping.keep();
  }

  return { paste, takeBack };
}
