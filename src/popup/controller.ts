/** What the popup does: gathers the facts, keeps the person's choices, carries out what is pressed. Draws nothing. */
import { tokensPageUrl } from '../dagster/address';
import type { TokenPress, TokenPressOutcome } from '../dagster/token-press';
import type { FillOutcome } from '../hub/report';
import type { DetailName } from '../link-details';
import { describeOutcome, isVerified } from '../outcome';
import { fillJob } from '../tabs/fill-job';
import { detailWord } from '../words';
import type { Action, ShownControl } from './action';
import { describeCheck } from './check-sentence';
import { type Decision, type Facts, NOTHING_KNOWN, type PopupChoices } from './facts';
import { createKeeping } from './keeping';
import type { PopupParts } from './parts';
import { createPasteActions } from './paste-actions';
import { createPermissionActions } from './permission-actions';
import { createStore } from './store';
import { wantedPress } from './token-buttons';
import { describeTokenPress } from './token-sentence';

/** A press in the first moment may have been meant for what was there before. In milliseconds. */
export const ARM_MS = 300;

/** After this time without an outcome the person is told that the page takes its time. In milliseconds. */
const SLOW_FILL_MS = 2_500;

const SIGN_IN_PAGE = 'https://dagster.cloud/';
const TOKEN_DESCRIPTION = 'StackOne integration';

export interface Controller {
  /** Shows what there is to show; presses count {@link ARM_MS} after it has. */
  open(): Promise<void>;
  dispatch(action: Action): void;
}

/** What gives something away: only while the time lasts for which it may be kept. */
const RELEASES: ReadonlySet<Action['type']> = new Set([
  'copy',
  'fill',
  'check',
  'choose',
  'decide',
  'allow-frame',
]);

export function createController(parts: PopupParts): Controller {
  const { ask, t } = parts;
  const store = createStore(parts);
  const keeping = createKeeping(store, parts);
  let arming: ReturnType<typeof setTimeout> | undefined;
  /** Presses have counted once. */
  let ready = false;
  const pasteActions = createPasteActions(store, keeping, parts, () => ready, decide);
  const permissionActions = createPermissionActions(store, keeping, parts, finish, refresh);

  function failed(): void {
    store.facts ??= NOTHING_KNOWN;
    store.say(t('internal_error'), 'bad');
  }

  async function open(): Promise<void> {
    store.draw();
    await refresh();
    const told = store.facts?.tokenLook?.told;
    if (told && !store.activity.status) sayTokenPress(told);
  }

  async function refresh(): Promise<void> {
    const begin = parts.now();
    keeping.lookedAt(begin);
    store.note({ gathering: true });
    const gathered = await parts
      .gather((learnt) => {
        learn(learnt);
        // A page that was too busy at first.
        if (!store.activity.gathering) void keeping.keep();
      })
      .finally(() => store.note({ gathering: false }));
    keeping.lookedAt(begin, gathered.policy.holdMinutes);
    learn(gathered);
    keeping.showHeld(gathered.held);
    await keeping.keep();
    const { privacy, front, page } = gathered;
    const tabId = front.kind === 'closed' ? null : front.tabId;
    const told = await ask({ type: 'opened', privacy, tabId, page });
    if (told) finish(told);
  }

  /** Shows what was learnt. Where that offers something else than before, presses do not count for a moment. */
  function learn(learnt: Facts): void {
    const before = offered();
    store.facts = learnt;
    if (!arming || offered() !== before) {
      clearTimeout(arming);
      store.note({ armed: false });
      arming = setTimeout(arm, ARM_MS);
    }
    store.draw();
  }

  function arm(): void {
    ready = true;
    store.set({ armed: true });
  }

  /** What a press would give away, and to whom. */
  const offered = (): string => JSON.stringify([store.selection()?.values, store.state()?.destination]);

  /** @param selection what was filled, as far as this popup knows */
  function finish(outcome: FillOutcome, selection = store.selection()): void {
    const verified = isVerified(outcome);
    const { facts } = store;
    if (verified && facts) {
      keeping.neverAgain(selection?.values?.userToken);
      store.note({ linked: selection?.account?.address ?? facts.openOrganization ?? 'unknown' });
      keeping.dropKept();
    }
    store.say(describeOutcome(outcome, t), verified ? 'good' : 'bad');
  }

  async function choose(made: PopupChoices): Promise<void> {
    store.choices = { ...store.choices, ...made };
    store.set({ checked: null, status: '' });
    await keeping.keep();
  }

  function decide(decision: Decision): Promise<void> {
    const selection = store.selection();
    const of = selection?.token?.value ?? null;
    return choose({ account: { ...selection?.choices, ...decision, of } });
  }

  /** @param tokenCopied what is copied is the token */
  async function copy(text: string, done: string, failed: string, tokenCopied = false): Promise<void> {
    try {
      await parts.copy(text);
    } catch {
      return store.say(failed, 'bad');
    }
    store.set({ busy: null, status: done, statusTone: 'good', tokenCopied });
    // Where the background does not hear of it, the button that clears is still there.
    if (tokenCopied) ask({ type: 'token-copied', token: text }).catch(() => undefined);
  }

  async function copyValue(name: DetailName): Promise<void> {
    const value = store.selection()?.values?.[name];
    if (value) await copy(value, t('copied', detailWord(name, t)), t('copy_failed'), name === 'userToken');
  }

  async function fill(): Promise<void> {
    const button = store.state()?.destination?.fill;
    const selection = store.selection();
    if (!store.facts || !button?.destination || !selection?.details) return;
    const { privacy } = store.facts;
    const { kind, destination } = button;
    const job = fillJob(destination, selection.details, keeping.until(), {
      confirmsPages: kind !== 'fill',
      allowUnknownConnector: kind === 'anyway',
      allowTranslated: kind === 'translated',
    });
    store.set({ busy: 'fill', status: '' });
    const sayThatItTakesLong = () => store.set({ status: t('filling_slowly'), statusTone: 'plain' });
    const slow = setTimeout(sayThatItTakesLong, SLOW_FILL_MS);
    try {
      finish(await ask({ type: 'fill', privacy, job }), selection);
    } finally {
      clearTimeout(slow);
    }
  }

  async function check(): Promise<void> {
    const selection = store.selection();
    const { userToken: token, deployment } = selection?.values ?? {};
    if (!selection?.account || !token || !deployment) return;
    const { base, organization, region } = selection.account.address;
    store.set({ busy: 'check', status: '' });
    const checked = await parts.check({ base, organization, deployment, token });
    if (store.activity.expired) return;
    store.set({ checked });
    store.say(describeCheck(checked, region, t), checked.kind === 'ok' ? 'good' : 'bad');
  }

  async function forget(): Promise<void> {
    if (!store.facts) return;
    const held = store.activity.holds?.account.token.value;
    for (const token of [store.selection()?.token?.value, held]) keeping.neverAgain(token);
    await ask({ type: 'forget', privacy: store.facts.privacy });
    keeping.dropKept();
    store.say(t('forgotten'));
  }

  async function openTokensPage(): Promise<void> {
    const { facts, activity } = store;
    const organization = activity.linked ?? facts?.openOrganization;
    if (!facts || !organization || organization === 'unknown') return;
    const { front } = facts;
    const url = tokensPageUrl(organization);
    const tabId = front.kind === 'closed' ? null : front.tabId;
    // After a fill there is nothing to come back for.
    await (activity.linked
      ? parts.openTab(url)
      : ask({ type: 'open-tokens-page', url, tabId, inTab: front.kind === 'dagster' }));
    parts.closePopup();
  }

  /** What is told of the press is also what the page shows then: it is looked at anew. */
  async function pressToken(kind: TokenPress['kind']): Promise<void> {
    const { facts, choices, activity } = store;
    const wanted = facts?.tokenLook && wantedPress(facts.tokenLook, kind, choices);
    if (!wanted || facts.front.kind !== 'dagster' || activity.busy) return;
    const { privacy, front } = facts;
    store.set({ busy: 'token', status: t('token_pressing'), statusTone: 'plain' });
    const outcome = await ask({ type: 'press-token', privacy, tabId: front.tabId, wanted }).catch(
      (): TokenPressOutcome => ({ kind: 'unanswered' }),
    );
    await refresh();
    sayTokenPress(outcome);
  }

  function sayTokenPress(outcome: TokenPressOutcome): void {
    const isRead = store.selection()?.tab?.reading.tokens.length !== 0;
    const told =
      outcome.kind === 'revealed' && !isRead ? { ...outcome, kind: 'not-whole' as const } : outcome;
    store.say(describeTokenPress(told, t), told.kind === 'revealed' ? 'good' : 'bad');
  }

  async function show(control: ShownControl): Promise<void> {
    const front = store.facts?.front;
    if (front?.kind !== 'dagster') return;
    if (!(await parts.showControl(front.tabId, control))) store.say(t('show_failed'), 'bad');
  }

  async function carryOut(action: Action): Promise<unknown> {
    if (RELEASES.has(action.type) && keeping.expireInTime()) return undefined;
    switch (action.type) {
      case 'choose':
        return choose(action.choices);
      case 'decide':
        return decide(action.decision);
      case 'paste':
        return pasteActions.paste(action.into, action.text);
      case 'take-back':
        return pasteActions.takeBack();
      case 'copy':
        return copyValue(action.name);
      case 'copy-description':
        return copy(TOKEN_DESCRIPTION, t('copied_description'), t('copy_failed'));
      case 'clear-clipboard':
        return copy('', t('clipboard_cleared'), t('clear_failed'));
      case 'fill':
        return fill();
      case 'check':
        return check();
      case 'forget':
        return forget();
      case 'open-dagster':
        return parts.openTab(SIGN_IN_PAGE);
      case 'open-tokens-page':
        return openTokensPage();
      case 'create-token':
        return pressToken('create');
      case 'reveal-token':
        return pressToken('reveal');
      case 'show':
        return show(action.control);
      case 'allow-frame':
        return permissionActions.allowFrame(action.origin);
      case 'allow-dagster':
        return permissionActions.allowDagster();
    }
  }

  return {
    open: () => open().catch(failed),
    dispatch: (action) => void carryOut(action).catch(failed),
  };
}
