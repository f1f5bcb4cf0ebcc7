/** What the popup does: gathers the facts, keeps the person's choices, carries out what is pressed. Draws nothing. */
import { type OrganizationAddress, tokensPageUrl } from '../dagster/address';
import type { CheckOutcome, CheckQuestion } from '../dagster/check';
import { readPastedAddress } from '../dagster/pasted-address';
import { readPastedTokens } from '../dagster/pasted-token';
import type { TokenPress, TokenPressOutcome } from '../dagster/token-press';
import type { FillOutcome } from '../hub/report';
import type { DetailName, LinkDetails } from '../link-details';
import { type Ask, type FillJob, originPattern, type PermissionPurpose } from '../messages';
import { describeOutcome, isVerified } from '../outcome';
import { NO_POLICY } from '../policy';
import type { Selection } from '../selection';
import type { HeldDetails } from '../session/held-details';
import { HOLD_MS, MINUTE_MS } from '../session/timed-value';
import type { Destination } from '../tabs/choose-form';
import { DAGSTER_ORIGINS } from '../tabs/dagster-tabs';
import { detailWord, quoted, type Translate } from '../words';
import type { Action, ShownControl } from './action';
import { describeCheck } from './check-sentence';
import type { FillButton } from './destination-card';
import {
  type Activity,
  type Decision,
  type Facts,
  type PopupChoices,
  pastedValues,
  type StatusTone,
} from './facts';
import { ADDRESS_REFUSALS, TOKEN_REFUSALS } from './pasted-sentence';
import type { PasteInto } from './pasting';
import { type PopupState, popupState, selectionOf } from './state';
import {
  choicesToKeep,
  describeAddress,
  describeTokens,
  isOfReadToken,
  type Taken,
  takeAddress,
  takeTokens,
} from './taken';
import { wantedPress } from './token-buttons';
import { describeTokenPress } from './token-sentence';

/** A press in the first moment may have been meant for what was there before. In milliseconds. */
export const ARM_MS = 300;

/** After this time without an outcome the person is told that the page takes its time. In milliseconds. */
const SLOW_FILL_MS = 2_500;

const SIGN_IN_PAGE = 'https://dagster.cloud/';
const TOKEN_DESCRIPTION = 'StackOne integration';

/** Everything that the controller needs of the browser. */
export interface ControllerParts {
  gather(tell: (facts: Facts) => void): Promise<Facts>;
  readonly ask: Ask;
  /** Must be called inside a press: a browser refuses it later. */
  requestAccess(patterns: readonly string[]): Promise<boolean>;
  check(question: CheckQuestion): Promise<CheckOutcome>;
  copy(text: string): Promise<void>;
  openTab(url: string): Promise<unknown>;
  /** @returns whether the page has the control */
  showControl(tabId: number, control: ShownControl): Promise<boolean>;
  closePopup(): void;
  /** Draws a state; null while nothing is known yet. */
  draw(state: PopupState | null): void;
  readonly t: Translate;
  /** Formats a moment (milliseconds since 1970) as the person's clock shows it. */
  clock(moment: number): string;
  /** Milliseconds since 1970. */
  now(): number;
}

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

export function createController(parts: ControllerParts): Controller {
  const { ask, t } = parts;
  let facts: Facts | null = null;
  let choices: PopupChoices = {};
  let activity: Activity = {
    armed: false,
    gathering: true,
    busy: null,
    status: '',
    checked: null,
    holds: null,
    linked: null,
    expired: false,
  };
  /** What the person had this popup forget, or a fill of it: it does not hold that again. */
  const forgotten = new Set<string>();
  /** Milliseconds since 1970: the end of the time that what is shown without being held has, from the look on. */
  let lookUntil = Number.POSITIVE_INFINITY;
  let expiry: ReturnType<typeof setTimeout> | undefined;
  let arming: ReturnType<typeof setTimeout> | undefined;
  /** Presses have counted once. */
  let ready = false;

  const currentState = (): PopupState | null => facts && popupState(facts, choices, activity, t, parts.clock);
  const currentSelection = (): Selection | null => facts && selectionOf(facts, choices, activity);
  const draw = (): void => parts.draw(currentState());
  const currentPasted = () => facts && pastedValues(facts, activity);

  /** Milliseconds since 1970, after which nothing that was read or pasted is shown or given away. */
  const until = (): number =>
    Math.min(
      (activity.holds ?? facts?.held)?.until ?? lookUntil,
      currentPasted()?.until ?? Number.POSITIVE_INFINITY,
    );

  function set(change: Partial<Activity>): void {
    activity = { ...activity, ...change };
    draw();
  }

  const say = (status: string, statusTone: StatusTone = 'plain'): void =>
    set({ busy: null, status, statusTone });

  function failed(): void {
    facts ??= NOTHING_KNOWN;
    say(t('internal_error'), 'bad');
  }

  async function open(): Promise<void> {
    draw();
    await refresh();
    if (facts?.tokenLook?.told && !activity.status) sayTokenPress(facts.tokenLook.told);
  }

  async function refresh(): Promise<void> {
    const begin = parts.now();
    lookUntil = begin + HOLD_MS;
    activity = { ...activity, gathering: true };
    const gathered = await parts
      .gather((learnt) => {
        learn(learnt);
        // A page that was too busy at first.
        if (!activity.gathering) void keep();
      })
      .finally(() => {
        activity = { ...activity, gathering: false };
      });
    lookUntil = begin + gathered.policy.holdMinutes * MINUTE_MS;
    learn(gathered);
    showHeld(gathered.held);
    await keep();
    const { privacy, front, page } = gathered;
    const tabId = front.kind === 'closed' ? null : front.tabId;
    const told = await ask({ type: 'opened', privacy, tabId, page });
    if (told) finish(told);
  }

  /** Shows what was learnt. Where that offers something else than before, presses do not count for a moment. */
  function learn(learnt: Facts): void {
    const before = offered();
    facts = learnt;
    if (!arming || offered() !== before) {
      clearTimeout(arming);
      activity = { ...activity, armed: false };
      arming = setTimeout(arm, ARM_MS);
    }
    draw();
  }

  function arm(): void {
    ready = true;
    set({ armed: true });
  }

  /** What a press would give away, and to whom. */
  const offered = (): string => JSON.stringify([currentSelection()?.values, currentState()?.destination]);

  const showHeld = (holds: HeldDetails | null): void => showKept({ holds });

  function showKept(kept: Partial<Activity>): void {
    if (activity.expired) return;
    set(kept);
    clearTimeout(expiry);
    expiry = setTimeout(expireInTime, until() - parts.now());
  }

  /** Nothing is kept any more, and what was kept is not offered. */
  function dropKept(): void {
    if (facts) facts = { ...facts, held: null };
    showKept({ holds: null, pasted: null });
  }

  /** @returns whether the time is over, also when a sleeping computer let no timer run */
  function expireInTime(): boolean {
    if (parts.now() < until()) return false;
    choices = {};
    if (!activity.expired)
      set({ expired: true, holds: null, pasted: null, checked: null, busy: null, status: '' });
    return true;
  }

  /** What the browser does not let be kept can be used all the same. */
  const notHeld = (): void => say(t('not_held'), 'bad');

  const keep = (): Promise<void> => keepShown().catch(notHeld);

  /** Holds what is shown live as soon as it is complete; beside held details, keeps the choices. */
  async function keepShown(): Promise<void> {
    const selection = currentSelection();
    if (!facts || !selection) return;
    const { source, account, values, choices: decided } = selection;
    if (source.kind === 'pasted') return keepPasted(false);
    if (!account || facts.asking || activity.linked) return;
    const { privacy, front } = facts;
    if (source.kind === 'held') {
      showHeld(await ask({ type: 'choose', privacy, choices: decided }));
    } else if (account.token && values?.deployment && !forgotten.has(account.token.value)) {
      const details = { ...account, token: account.token };
      const anew = front.kind === 'dagster';
      const held = await ask({ type: 'hold', privacy, account: details, choices: decided, anew });
      // Forgotten while it was on its way: the background carries out one after the other, so it is gone by now.
      if (forgotten.has(account.token.value)) return;
      showHeld(held);
      // As what is read and complete replaces what was held, it replaces a token that was pasted before.
      if (currentPasted()?.tokens.length) showKept({ pasted: null });
    }
  }

  /** @param selection what was filled, as far as this popup knows */
  function finish(outcome: FillOutcome, selection = currentSelection()): void {
    const verified = isVerified(outcome);
    if (verified && facts) {
      const token = selection?.values?.userToken;
      if (token) forgotten.add(token);
      activity = { ...activity, linked: selection?.account?.address ?? facts.openOrganization ?? 'unknown' };
      dropKept();
    }
    say(describeOutcome(outcome, t), verified ? 'good' : 'bad');
  }

  async function choose(made: PopupChoices): Promise<void> {
    choices = { ...choices, ...made };
    set({ checked: null, status: '' });
    await keep();
  }

  function decide(decision: Decision): Promise<void> {
    const selection = currentSelection();
    const of = selection?.token?.value ?? null;
    return choose({ account: { ...selection?.choices, ...decision, of } });
  }

  /** @param anew a token was pasted just now, or the first address */
  async function keepPasted(anew: boolean): Promise<void> {
    const pasted = currentPasted();
    const selection = currentSelection();
    if (!facts || !pasted || !selection || activity.expired) return;
    const request = { ...pasted, choices: choicesToKeep(pasted, selection) };
    const kept = await ask({ type: 'keep-pasted', privacy: facts.privacy, pasted: request, anew });
    const now = currentPasted();
    if (now) showKept({ pasted: kept && { ...now, until: kept.until } });
  }

  /** Shows what was pasted at once, in place of what was pasted before, and keeps it. */
  async function take({ tokens, address, made }: Taken): Promise<void> {
    const before = currentPasted();
    const anew = !before || tokens !== before.tokens;
    const { token, account, ...others } = choices;
    choices = { ...others, ...made, pastedNow: true };
    const minutes = (facts ?? NOTHING_KNOWN).policy.holdMinutes;
    const end = anew ? parts.now() + minutes * MINUTE_MS : before.until;
    showKept({ pasted: { tokens, address, choices: {}, until: end }, checked: null });
    await keepPasted(anew).catch(notHeld);
  }

  async function paste(into: PasteInto, text: string): Promise<void> {
    if (activity.expired || expireInTime()) return set({ status: t('paste_after_time'), statusTone: 'bad' });
    const before = currentSelection();
    // A paste may have been meant for what lay under the popup; unlike a press it would be missed. As it gives nothing
    // away, it counts also where what is offered has changed since.
    if (!before || !ready || activity.busy) return set({ status: t('paste_again'), statusTone: 'bad' });
    return into === 'token' ? pasteTokens(text, before) : pasteAddress(text, before);
  }

  async function pasteTokens(text: string, before: Selection): Promise<void> {
    const read = readPastedTokens(text);
    if (read.kind === 'refused') return say(t(TOKEN_REFUSALS[read.reason]), 'bad');
    const taken = take(takeTokens(read.tokens, before, currentPasted()));
    const canAsk = Boolean(currentState()?.card?.whose?.questions.length);
    say(describeTokens(currentSelection() ?? before, canAsk, t), 'good');
    await taken;
  }

  async function pasteAddress(text: string, before: Selection): Promise<void> {
    const read = readPastedAddress(text);
    if (read.kind === 'refused') return say(t(ADDRESS_REFUSALS[read.reason]), 'bad');
    const { address, regionAssumed } = read;
    if (isOfReadToken(address, before)) return pasteDeployment(address);
    const taken = take(takeAddress(address, before, currentPasted()));
    say(describeAddress(address, regionAssumed, currentSelection() ?? before, t), 'good');
    await taken;
  }

  /** To a token that was read belongs its own organization: of the address only the deployment is news. */
  async function pasteDeployment({ deployment }: OrganizationAddress): Promise<void> {
    if (!deployment) return say(t('pasted_known_organization'));
    const decided = decide({ deploymentText: deployment.name });
    say(t('pasted_deployment', quoted(deployment.name)), 'good');
    await decided;
  }

  async function takeBack(): Promise<void> {
    if (!facts) return;
    const { token, account, pastedNow, ...others } = choices;
    choices = others;
    const forgot = ask({ type: 'forget-pasted', privacy: facts.privacy });
    showKept({ pasted: null, checked: null });
    say(t('taken_back'));
    await forgot;
    await keep();
  }

  /** @param tokenCopied what is copied is the token */
  async function copy(text: string, done: string, failed: string, tokenCopied = false): Promise<void> {
    try {
      await parts.copy(text);
    } catch {
      return say(failed, 'bad');
    }
    set({ busy: null, status: done, statusTone: 'good', tokenCopied });
    // Where the background does not hear of it, the button that clears is still there.
    if (tokenCopied) ask({ type: 'token-copied', token: text }).catch(() => undefined);
  }

  async function copyValue(name: DetailName): Promise<void> {
    const value = currentSelection()?.values?.[name];
    if (value) await copy(value, t('copied', detailWord(name, t)), t('copy_failed'), name === 'userToken');
  }

  async function fill(): Promise<void> {
    const button = currentState()?.destination?.fill;
    const details = currentSelection()?.details;
    if (!facts || !button?.destination || !details) return;
    const { privacy } = facts;
    const job = jobFor(button.destination, button.kind, details, until());
    const selection = currentSelection();
    set({ busy: 'fill', status: '' });
    const slow = setTimeout(() => set({ status: t('filling_slowly'), statusTone: 'plain' }), SLOW_FILL_MS);
    try {
      finish(await ask({ type: 'fill', privacy, job }), selection);
    } finally {
      clearTimeout(slow);
    }
  }

  async function check(): Promise<void> {
    const selection = currentSelection();
    const { userToken: token, deployment } = selection?.values ?? {};
    if (!selection?.account || !token || !deployment) return;
    const { base, organization, region } = selection.account.address;
    set({ busy: 'check', status: '' });
    const checked = await parts.check({ base, organization, deployment, token });
    if (activity.expired) return;
    set({ checked });
    say(describeCheck(checked, region, t), checked.kind === 'ok' ? 'good' : 'bad');
  }

  async function forget(): Promise<void> {
    if (!facts) return;
    const offered = currentSelection()?.token?.value;
    for (const token of [offered, activity.holds?.account.token.value]) if (token) forgotten.add(token);
    await ask({ type: 'forget', privacy: facts.privacy });
    dropKept();
    say(t('forgotten'));
  }

  async function openTokensPage(): Promise<void> {
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
    const wanted = facts?.tokenLook && wantedPress(facts.tokenLook, kind, choices);
    if (!wanted || facts?.front.kind !== 'dagster' || activity.busy) return;
    const { privacy, front } = facts;
    set({ busy: 'token', status: t('token_pressing'), statusTone: 'plain' });
    const outcome = await ask({ type: 'press-token', privacy, tabId: front.tabId, wanted }).catch(
      (): TokenPressOutcome => ({ kind: 'unanswered' }),
    );
    await refresh();
    sayTokenPress(outcome);
  }

  function sayTokenPress(outcome: TokenPressOutcome): void {
    const isRead = currentSelection()?.tab?.reading.tokens.length !== 0;
    const told =
      outcome.kind === 'revealed' && !isRead ? { ...outcome, kind: 'not-whole' as const } : outcome;
    say(describeTokenPress(told, t), told.kind === 'revealed' ? 'good' : 'bad');
  }

  async function show(control: ShownControl): Promise<void> {
    if (facts?.front.kind !== 'dagster') return;
    if (!(await parts.showControl(facts.front.tabId, control))) say(t('show_failed'), 'bad');
  }

  /** What follows a grant is done by the background, whether this popup outlives the prompt (Firefox) or not (Chrome). */
  async function askPermission(patterns: readonly string[], purpose: PermissionPurpose): Promise<boolean> {
    const told = ask({ type: 'asking-permission', patterns, purpose });
    const granted = await parts.requestAccess(patterns);
    await told;
    return granted;
  }

  async function allowFrame(origin: string): Promise<void> {
    if (facts?.front.kind !== 'web' || !facts.page) return;
    const { privacy, front, page } = facts;
    const patterns = [originPattern(origin)];
    const purpose = { kind: 'fill', tabId: front.tabId, privacy, origin, page: page.origin } as const;
    const held = holdForPrompt();
    const granted = await askPermission(patterns, purpose);
    await held;
    const outcome = await ask({ type: 'permission-answered', patterns, granted });
    if (!granted) {
      choices = { ...choices, refusedOrigins: [...(choices.refusedOrigins ?? []), origin] };
      return say(t('access_refused', origin), 'bad');
    }
    // First, so that what a fill has forgotten is not held anew by the refreshing.
    if (outcome) finish(outcome);
    await refresh();
  }

  /** What is filled after a prompt is what is held then: the popup may be gone. */
  async function holdForPrompt(): Promise<void> {
    const selection = currentSelection();
    const token = selection?.account?.token;
    if (!facts || !selection?.account || !token || selection.source.kind === 'held') return;
    if (selection.source.kind === 'pasted') return keepPasted(false);
    const account = { ...selection.account, token };
    await ask({ type: 'hold', privacy: facts.privacy, account, choices: selection.choices, anew: true });
  }

  /** After the grant the background opens the popup again, if the prompt has closed it. */
  async function allowDagster(): Promise<void> {
    const patterns = DAGSTER_ORIGINS;
    const granted = await askPermission(patterns, { kind: 'popup' });
    await ask({ type: 'permission-answered', patterns, granted });
    if (!granted) return say(t('dagster_refused'), 'bad');
    await refresh();
  }

  async function carryOut(action: Action): Promise<unknown> {
    if (RELEASES.has(action.type) && expireInTime()) return undefined;
    switch (action.type) {
      case 'choose':
        return choose(action.choices);
      case 'decide':
        return decide(action.decision);
      case 'paste':
        return paste(action.into, action.text);
      case 'take-back':
        return takeBack();
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
        return allowFrame(action.origin);
      case 'allow-dagster':
        return allowDagster();
    }
  }

  return {
    open: () => open().catch(failed),
    dispatch: (action) => void carryOut(action).catch(failed),
  };
}

/** What is left to draw when even the facts could not be gathered. */
const NOTHING_KNOWN: Facts = {
  front: { kind: 'closed' },
  privacy: 'ordinary',
  others: [],
  asking: false,
  held: null,
  pasted: null,
  tokenLook: null,
  search: null,
  page: null,
  confirmed: [],
  dagsterAllowed: true,
  openDeployments: [],
  openOrganization: null,
  policy: NO_POLICY,
};

function jobFor(
  { tab, page, frameId, origin, pages, look, count, form }: Destination,
  kind: FillButton['kind'],
  details: LinkDetails,
  until: number,
): FillJob {
  const { index, label, connector, translated } = form;
  return {
    tabId: tab.tabId,
    page,
    frameId,
    pages,
    confirmsPages: kind !== 'fill',
    bringToFront: !tab.inFront,
    until,
    request: {
      details,
      origin,
      form: { look, index, label, connector, count, translated },
      allowUnknownConnector: kind === 'anyway',
      allowTranslated: kind === 'translated',
    },
  };
}
