/** Composition root of the popup: gathers the facts, draws the state, carries out what is pressed. */
import { render } from 'preact';
import browser from 'webextension-polyfill';
import {
  dagsterAllowed,
  dagsterGrant,
  fillReporting,
  holding,
  scripting,
  tabAccess,
} from '../browser-access';
import { tokensPageUrl } from '../dagster/address';
import { checkDetails } from '../dagster/check';
import type { PageControl } from '../dagster/page-reading';
import { DAGSTER_ORIGINS } from '../dagster-tabs';
import type { FillOutcome } from '../hub/report';
import { translate as t } from '../i18n';
import { DETAIL_LABELS, type DetailName } from '../link-details';
import type { BackgroundAnswer, BackgroundRequest, FillJob } from '../messages';
import { describeOutcome, isVerified } from '../outcome';
import type { Action } from './action';
import { describeCheck } from './check-sentence';
import type { Activity, Choices, Facts, StatusTone } from './facts';
import { gather } from './gather';
import { type PopupState, popupState } from './state';
import { Popup } from './view';

/** A press in the first moment may have been meant for what lay under the popup. In milliseconds. */
const ARM_MS = 300;

/** See `LATE_PRESS_MS` in linking-page.ts: the address of the tab in front may be known only then. */
const LATE_PRESS_MS = 150;

const SIGN_IN_PAGE = 'https://dagster.cloud/';
const TOKEN_DESCRIPTION = 'StackOne integration';

let facts: Facts | null = null;
let choices: Choices = {};
let activity: Activity = { armed: false, busy: null, status: '', checked: null, linked: null };

const root = document.getElementById('popup') as HTMLElement;

const clock = (moment: number): string =>
  new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(moment);

const currentState = (): PopupState | null => facts && popupState(facts, choices, activity, t, clock);

function draw(): void {
  document.body.dataset.armed = String(activity.armed);
  render(<Popup state={currentState()} dispatch={dispatch} t={t} />, root);
}

function set(change: Partial<Activity>): void {
  activity = { ...activity, ...change };
  draw();
}

const say = (status: string, statusTone: StatusTone = 'plain'): void =>
  set({ busy: null, status, statusTone });

async function open(): Promise<void> {
  draw();
  await refresh();
  setTimeout(() => set({ armed: true }), ARM_MS);
  if (facts?.front.kind === 'web') await showReport(facts.front.tabId);
}

async function refresh(): Promise<void> {
  facts = await gather({ tabs: tabAccess, scripting, frontTab, dagsterAllowed, held: holding.read });
  choices = { ...rememberedChoices(facts), ...choices };
  draw();
  await keep();
}

async function frontTab(): Promise<browser.Tabs.Tab | undefined> {
  const query = { active: true, currentWindow: true };
  const [tab] = await browser.tabs.query(query);
  if (tab?.url) return tab;
  await new Promise((resolve) => setTimeout(resolve, LATE_PRESS_MS));
  return (await browser.tabs.query(query))[0];
}

/** What the person decided about this token before goes on to hold. */
function rememberedChoices({ held, offer }: Facts): Choices {
  if (!held) return {};
  if (offer.kind === 'held') return held.choices;
  const shown = offer.kind === 'live' ? offer.tab.reading.tokens : [];
  return shown.length === 1 && shown[0]?.value === held.account.token.value ? held.choices : {};
}

/** Holds what is shown live as soon as it is complete; beside held details, keeps the choices. */
async function keep(): Promise<void> {
  const state = currentState();
  if (!facts || !state?.account || activity.linked) return;
  const { account, card } = state;
  const decided = decisions();
  if (facts.offer.kind === 'held') return showHeld(await holding.choose(decided));
  if (account.token && card?.values.deployment)
    showHeld(await holding.hold({ ...account, token: account.token }, decided));
}

function decisions() {
  const { organizationSlug, deploymentText, unusualTokenAccepted } = choices;
  return {
    ...(organizationSlug !== undefined && { organizationSlug }),
    ...(deploymentText !== undefined && { deploymentText }),
    ...(unusualTokenAccepted !== undefined && { unusualTokenAccepted }),
  };
}

function showHeld(held: Facts['held']): void {
  if (!facts) return;
  facts = { ...facts, held };
  draw();
}

/** Details in words of a fill that happened on this tab while no popup was open. */
async function showReport(tabId: number): Promise<void> {
  const outcome = await fillReporting.take(tabId);
  if (outcome) finish(outcome);
}

function finish(outcome: FillOutcome): void {
  const organization = currentState()?.account?.address ?? facts?.openOrganization ?? null;
  if (isVerified(outcome) && facts) {
    facts = { ...facts, held: null, offer: facts.offer.kind === 'held' ? { kind: 'nothing' } : facts.offer };
    activity = { ...activity, linked: organization };
  }
  say(describeOutcome(outcome, t), isVerified(outcome) ? 'good' : 'bad');
}

const ask = (request: BackgroundRequest): Promise<BackgroundAnswer> => browser.runtime.sendMessage(request);

function dispatch(action: Action): void {
  carryOut(action).catch(() => say(t('internal_error'), 'bad'));
}

async function carryOut(action: Action): Promise<void> {
  switch (action.type) {
    case 'choose':
      return choose(action.choices);
    case 'copy':
      return copy(action.name, action.value);
    case 'copy-description':
      return write(TOKEN_DESCRIPTION, t('copied_description'));
    case 'fill':
      return fill(action.job);
    case 'check':
      return check();
    case 'forget':
      return forget();
    case 'open-dagster':
      await browser.tabs.create({ url: SIGN_IN_PAGE });
      return;
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

async function choose(made: Partial<Choices>): Promise<void> {
  // A choice of another token or tab starts anew: what was decided belongs to the one before.
  const fresh = made.token !== undefined || made.tabId !== undefined;
  choices = { ...(fresh ? freshChoices() : choices), ...made };
  set({ checked: null, status: '' });
  await keep();
}

function freshChoices(): Choices {
  const { tabId, form } = choices;
  return { ...(tabId !== undefined && { tabId }), ...(form !== undefined && { form }) };
}

async function copy(name: DetailName, value: string): Promise<void> {
  await write(value, t('copied', DETAIL_LABELS[name]));
}

async function write(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(done, 'good');
  } catch {
    say(t('copy_failed'), 'bad');
  }
}

async function fill(job: FillJob): Promise<void> {
  set({ busy: 'fill', status: '' });
  const outcome = await ask({ type: 'fill', job });
  if (outcome) finish(outcome);
}

async function check(): Promise<void> {
  const state = currentState();
  const { userToken: token, deployment } = state?.card?.values ?? {};
  if (!state?.account || !token || !deployment) return;
  const { account } = state;
  set({ busy: 'check', status: '' });
  const outcome = await checkDetails({
    base: account.address.base,
    organization: account.address.organization,
    deployment,
    token,
  });
  set({ checked: outcome });
  say(describeCheck(outcome, account.address.region, t), outcome.kind === 'ok' ? 'good' : 'bad');
}

async function forget(): Promise<void> {
  await holding.forget();
  if (facts?.offer.kind === 'held') facts = { ...facts, offer: { kind: 'nothing' } };
  showHeld(null);
  say(t('forgotten'));
}

async function openTokensPage(): Promise<void> {
  const organization = activity.linked ?? facts?.openOrganization;
  if (!facts || !organization) return;
  const url = tokensPageUrl(organization, organization.deployment?.name);
  if (facts.front.kind === 'dagster') await browser.tabs.update(facts.front.tabId, { url });
  else await browser.tabs.create({ url });
  window.close();
}

async function show(control: PageControl): Promise<void> {
  if (facts?.front.kind !== 'dagster') return;
  const target = { tabId: facts.front.tabId };
  await scripting.executeScript({ target, injectImmediately: true, files: ['/src/content/show-control.js'] });
  const [answer] = await scripting.executeScript({
    target,
    injectImmediately: true,
    func: (name: PageControl) => globalThis.dagsterPlusPage?.showControl(name),
    args: [control],
  });
  if (!answer?.result) say(t('show_failed'), 'bad');
}

/** The background fills after the grant, whether this popup outlives the prompt (Firefox) or not (Chrome). */
async function allowFrame(tabId: number, origin: string): Promise<void> {
  const told = ask({ type: 'await-grant', fill: { tabId, origin } });
  // Asked for at once, still inside the press: a browser refuses it later.
  const granted = await browser.permissions.request({ origins: [`${origin}/*`] });
  await told;
  if (!granted) {
    choices = { ...choices, refusedOrigins: [...(choices.refusedOrigins ?? []), origin] };
    return say(t('access_refused', origin), 'bad');
  }
  const answer = await ask({ type: 'granted' });
  // Told here, so no longer on the toolbar button; and the answer is empty when the browser's own event came first.
  const outcome = (await fillReporting.take(tabId)) ?? answer;
  await refresh();
  if (outcome) finish(outcome);
}

/** After the grant the background opens the popup again, if the prompt has closed it. */
async function allowDagster(): Promise<void> {
  const told = dagsterGrant.ask();
  // Asked for at once, still inside the press: a browser refuses it later.
  const granted = await browser.permissions.request({ origins: DAGSTER_ORIGINS });
  await told;
  await dagsterGrant.take();
  if (!granted) return say(t('dagster_refused'), 'bad');
  await refresh();
}

void open();
