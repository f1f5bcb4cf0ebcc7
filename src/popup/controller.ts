/** What the popup does: gathers the facts, keeps the person's choices, carries out what is pressed. Draws nothing. */

import { tokensPageUrl } from '../dagster/address';
import type { CheckOutcome, CheckQuestion } from '../dagster/check';
import type { PageControl } from '../dagster/page-reading';
import type { FillOutcome } from '../hub/report';
import { DETAIL_LABELS } from '../link-details';
import { type BackgroundAnswer, type BackgroundRequest, type FillJob, originPattern } from '../messages';
import { describeOutcome, isVerified } from '../outcome';
import type { AwaitedGrant } from '../session/awaited-grant';
import type { FillReporting } from '../session/fill-report';
import type { Holding } from '../session/held-details';
import { DAGSTER_ORIGINS } from '../tabs/dagster-tabs';
import type { Translate } from '../words';
import type { Action } from './action';
import { describeCheck } from './check-sentence';
import type { Activity, Choices, Facts, StatusTone } from './facts';
import { type PopupState, popupState } from './state';

/** A press in the first moment may have been meant for what lay under the popup. In milliseconds. */
export const ARM_MS = 300;

const SIGN_IN_PAGE = 'https://dagster.cloud/';
const TOKEN_DESCRIPTION = 'StackOne integration';

/** Everything that the controller needs of the browser. */
export interface ControllerParts {
  gather(): Promise<Facts>;
  readonly holding: Pick<Holding, 'hold' | 'choose' | 'forget'>;
  readonly reporting: Pick<FillReporting, 'take'>;
  readonly dagsterGrant: AwaitedGrant<'popup'>;
  ask(request: BackgroundRequest): Promise<BackgroundAnswer>;
  /** Must be called inside a press: a browser refuses it later. */
  requestAccess(patterns: readonly string[]): Promise<boolean>;
  check(question: CheckQuestion): Promise<CheckOutcome>;
  copy(text: string): Promise<void>;
  openTab(url: string): Promise<unknown>;
  goTo(tabId: number, url: string): Promise<unknown>;
  /** @returns whether the page has the control */
  showControl(tabId: number, control: PageControl): Promise<boolean>;
  closePopup(): void;
  /** Draws a state; null while nothing is known yet. */
  draw(state: PopupState | null): void;
  readonly t: Translate;
  /** Formats a moment (milliseconds since 1970) as the person's clock shows it. */
  clock(moment: number): string;
}

export interface Controller {
  /** Shows what there is to show; presses count from {@link ARM_MS} on. */
  open(): Promise<void>;
  dispatch(action: Action): void;
}

export function createController(parts: ControllerParts): Controller {
  const { holding, t } = parts;
  let facts: Facts | null = null;
  let choices: Choices = {};
  let activity: Activity = { armed: false, busy: null, status: '', checked: null, linked: null };

  const currentState = (): PopupState | null => facts && popupState(facts, choices, activity, t, parts.clock);

  const draw = (): void => parts.draw(currentState());

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
    setTimeout(() => set({ armed: true }), ARM_MS);
    if (facts?.front.kind === 'web') await showReport(facts.front.tabId);
  }

  async function refresh(): Promise<void> {
    facts = await parts.gather();
    choices = { ...rememberedChoices(facts), ...choices };
    draw();
    await keep();
  }

  /** Holds what is shown live as soon as it is complete; beside held details, keeps the choices. */
  async function keep(): Promise<void> {
    const state = currentState();
    if (!facts || !state?.account || activity.linked) return;
    const { account, card } = state;
    const decided = decisionsIn(choices);
    if (facts.offer.kind === 'held') showHeld(await holding.choose(decided));
    else if (account.token && card?.values.deployment)
      showHeld(await holding.hold({ ...account, token: account.token }, decided));
  }

  function showHeld(held: Facts['held']): void {
    if (!facts) return;
    facts = { ...facts, held };
    draw();
  }

  /** Details in words of a fill that happened on this tab while no popup was open. */
  async function showReport(tabId: number): Promise<void> {
    const outcome = await parts.reporting.take(tabId);
    if (outcome) finish(outcome);
  }

  function finish(outcome: FillOutcome): void {
    const verified = isVerified(outcome);
    const linked = currentState()?.account?.address ?? facts?.openOrganization ?? null;
    if (verified && facts) {
      facts = { ...facts, held: null, offer: withoutHeld(facts.offer) };
      activity = { ...activity, linked };
    }
    say(describeOutcome(outcome, t), verified ? 'good' : 'bad');
  }

  async function choose(made: Partial<Choices>): Promise<void> {
    choices = { ...(startsAnew(made) ? choicesOfPage(choices) : choices), ...made };
    set({ checked: null, status: '' });
    await keep();
  }

  async function copy(text: string, done: string): Promise<void> {
    try {
      await parts.copy(text);
      say(done, 'good');
    } catch {
      say(t('copy_failed'), 'bad');
    }
  }

  async function fill(job: FillJob): Promise<void> {
    set({ busy: 'fill', status: '' });
    const outcome = await parts.ask({ type: 'fill', job });
    if (outcome) finish(outcome);
  }

  async function check(): Promise<void> {
    const state = currentState();
    const { userToken: token, deployment } = state?.card?.values ?? {};
    if (!state?.account || !token || !deployment) return;
    const { base, organization, region } = state.account.address;
    set({ busy: 'check', status: '' });
    const checked = await parts.check({ base, organization, deployment, token });
    set({ checked });
    say(describeCheck(checked, region, t), checked.kind === 'ok' ? 'good' : 'bad');
  }

  async function forget(): Promise<void> {
    await holding.forget();
    if (facts) facts = { ...facts, offer: withoutHeld(facts.offer) };
    showHeld(null);
    say(t('forgotten'));
  }

  async function openTokensPage(): Promise<void> {
    const organization = activity.linked ?? facts?.openOrganization;
    if (!facts || !organization) return;
    const url = tokensPageUrl(organization);
    await (facts.front.kind === 'dagster' ? parts.goTo(facts.front.tabId, url) : parts.openTab(url));
    parts.closePopup();
  }

  async function show(control: PageControl): Promise<void> {
    if (facts?.front.kind !== 'dagster') return;
    if (!(await parts.showControl(facts.front.tabId, control))) say(t('show_failed'), 'bad');
  }

  /** The background fills after the grant, whether this popup outlives the prompt (Firefox) or not (Chrome). */
  async function allowFrame(tabId: number, origin: string): Promise<void> {
    const told = parts.ask({ type: 'await-grant', fill: { tabId, origin } });
    const granted = await parts.requestAccess([originPattern(origin)]);
    await told;
    if (!granted) {
      await parts.ask({ type: 'refused' });
      choices = { ...choices, refusedOrigins: [...(choices.refusedOrigins ?? []), origin] };
      return say(t('access_refused', origin), 'bad');
    }
    const answer = await parts.ask({ type: 'granted', origin });
    // Told here, so no longer on the toolbar button; and the answer is empty when the browser's own event came first.
    const outcome = (await parts.reporting.take(tabId)) ?? answer;
    await refresh();
    if (outcome) finish(outcome);
  }

  /** After the grant the background opens the popup again, if the prompt has closed it. */
  async function allowDagster(): Promise<void> {
    const told = parts.dagsterGrant.expect('popup');
    const granted = await parts.requestAccess(DAGSTER_ORIGINS);
    await told;
    await parts.dagsterGrant.forget();
    if (!granted) return say(t('dagster_refused'), 'bad');
    await refresh();
  }

  async function carryOut(action: Action): Promise<unknown> {
    switch (action.type) {
      case 'choose':
        return choose(action.choices);
      case 'copy':
        return copy(action.value, t('copied', DETAIL_LABELS[action.name]));
      case 'copy-description':
        return copy(TOKEN_DESCRIPTION, t('copied_description'));
      case 'fill':
        return fill(action.job);
      case 'check':
        return check();
      case 'forget':
        return forget();
      case 'open-dagster':
        return parts.openTab(SIGN_IN_PAGE);
      case 'open-tokens-page':
        return openTokensPage();
      case 'show':
        return show(action.control);
      case 'allow-frame':
        return allowFrame(action.tabId, action.origin);
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
  offer: { kind: 'nothing' },
  held: null,
  destination: null,
  dagsterAllowed: true,
  openDeployments: [],
  openOrganization: null,
};

/** What the person decided about this token before goes on to hold. */
function rememberedChoices({ held, offer }: Facts): Choices {
  if (!held) return {};
  if (offer.kind === 'held') return held.choices;
  const shown = offer.kind === 'live' ? offer.tab.reading.tokens : [];
  return shown.length === 1 && shown[0]?.value === held.account.token.value ? held.choices : {};
}

/** The choices that are held beside the details. */
function decisionsIn({ organizationSlug, deploymentText, unusualTokenAccepted }: Choices) {
  return {
    ...(organizationSlug !== undefined && { organizationSlug }),
    ...(deploymentText !== undefined && { deploymentText }),
    ...(unusualTokenAccepted !== undefined && { unusualTokenAccepted }),
  };
}

/** With another token or tab, what was decided about the one before is void. */
const startsAnew = (made: Partial<Choices>): boolean => made.token !== undefined || made.tabId !== undefined;

/** The choices that are about the page and not about an account. */
const choicesOfPage = ({ tabId, form, refusedOrigins }: Choices): Choices => ({
  ...(tabId !== undefined && { tabId }),
  ...(form !== undefined && { form }),
  ...(refusedOrigins !== undefined && { refusedOrigins }),
});

const withoutHeld = (offer: Facts['offer']): Facts['offer'] =>
  offer.kind === 'held' ? { kind: 'nothing' } : offer;
