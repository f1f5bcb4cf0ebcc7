/** The popup as a function of what it knows: every word and every control of a moment, and nothing else. */
import type { RevealedToken } from '../dagster/page-reading';
import { maskToken } from '../link-details';
import { type Selection, select } from '../selection';
import { holdsDagsterForm } from '../tabs/choose-form';
import { quoted, type Translate } from '../words';
import { type ByHand, byHand, organizationQuestions } from './by-hand';
import { type DestinationCard, destinationCard } from './destination-card';
import { type DetailsCard, describeMissing, detailsCard, missingDetails } from './details-card';
import {
  type Activity,
  type Facts,
  type PopupChoices,
  pastedValues,
  type StatusTone,
  showingOf,
} from './facts';
import { type Notice, notices } from './notices';
import type { RadioChoice, RadioOption } from './radio-choice';
import { type TokenButtons, tokenButtons } from './token-buttons';
import { type Step, wayThere } from './way-there';

export interface PopupState {
  readonly notices: readonly Notice[];
  readonly tabChoice: RadioChoice | null;
  readonly tokenChoice: RadioChoice | null;
  readonly tokenButtons: TokenButtons | null;
  readonly card: DetailsCard | null;
  /** "Held until 14:32"; null when nothing is held. */
  readonly held: string | null;
  /** The clipboard holds the token: "Clear clipboard". */
  readonly clearClipboard: boolean;
  readonly destination: DestinationCard | null;
  readonly byHand: ByHand | null;
  /** "Check with Dagster+": null where there is no account to check. */
  readonly check: CheckButton | null;
  /** Dagster+ is withheld by the browser: "Allow access to Dagster+". */
  readonly allowDagster: boolean;
  readonly steps: readonly Step[];
  /** The way to a token comes before what is known without one. */
  readonly stepsFirst: boolean;
  /** What to press next, and how to take access away again, after a fill. */
  readonly revocation: boolean;
  /** The page on which that is done is known. */
  readonly revocable: boolean;
  readonly busy: Activity['busy'];
  readonly armed: boolean;
  readonly gathering: boolean;
  readonly status: string;
  readonly statusTone: StatusTone;
}

export interface CheckButton {
  /** What is missing before it can be pressed; null when nothing is. */
  readonly why: string | null;
}

/** What the popup offers: once its time is over, nothing that it has read. */
export function selectionOf(facts: Facts, choices: PopupChoices, activity: Activity): Selection {
  if (!activity.expired) return select(showingOf(facts, activity), choices);
  return select({ front: null, others: [], held: null, pasted: null, policy: facts.policy }, {});
}

/** @param clock formats a moment (milliseconds since 1970) as the person's clock shows it */
export function popupState(
  facts: Facts,
  choices: PopupChoices,
  activity: Activity,
  t: Translate,
  clock: (moment: number) => string,
): PopupState {
  const selection = selectionOf(facts, choices, activity);
  const card = cardOf(selection, facts, choices, activity, t);
  const steps = wayThere(facts, selection, activity);
  return {
    notices: notices(facts, selection, activity, t),
    tabChoice: tabChoice(selection, t),
    tokenChoice: tokenChoice(selection, t),
    tokenButtons: tokenButtons(facts, choices, activity, t),
    card,
    held: heldUntil(facts, activity, t, clock),
    clearClipboard: activity.tokenCopied ?? false,
    destination: destinationOf(facts, selection, choices, activity, t),
    byHand: byHand(facts, selection, choices, activity, t),
    check: card && selection.account && checkButton(facts, card, t),
    allowDagster: !facts.dagsterAllowed,
    steps,
    stepsFirst: steps.some(({ name, progress }) => progress === 'current' && name !== 'linking-form'),
    revocation: activity.linked !== null,
    revocable: activity.linked !== null && activity.linked !== 'unknown',
    busy: activity.busy,
    armed: activity.armed,
    gathering: activity.gathering,
    status: activity.status,
    statusTone: activity.statusTone ?? 'plain',
  };
}

/** Until when there is anything that is held or pasted; of two, until the first of both is forgotten. */
function heldUntil(
  facts: Facts,
  { holds, ...activity }: Activity,
  t: Translate,
  clock: (moment: number) => string,
): string | null {
  const pasted = pastedValues(facts, activity);
  const ends = [holds, pasted].flatMap((kept) => (kept ? [kept.until] : []));
  return ends.length > 0 ? t('held_until', clock(Math.min(...ends))) : null;
}

/** The request goes to the address that was read, so which slug the form will get need not be decided. */
function checkButton({ dagsterAllowed }: Facts, { values }: DetailsCard, t: Translate): CheckButton {
  const missing = missingDetails(values).filter((name) => name !== 'organizationSlug');
  if (missing.length > 0) return { why: describeMissing(missing, t) };
  return { why: dagsterAllowed ? null : t('check_needs_access') };
}

function cardOf(
  selection: Selection,
  facts: Facts,
  { shownToken = null }: PopupChoices,
  { checked }: Activity,
  t: Translate,
): DetailsCard | null {
  const { source, tab, token, account, values, choices, undecided } = selection;
  if (!values) return null;
  const address = account?.address ?? null;
  return detailsCard(
    {
      token,
      address,
      questions: organizationQuestions(facts, selection, t),
      values,
      choices,
      openDeployments: facts.openDeployments,
      checked,
      shownToken,
      tokenUndecided: undecided === 'token',
      source: sourceText(source, address?.host ?? '', t),
      organizationName: tab?.reading.organizationName ?? '',
    },
    t,
  );
}

function sourceText({ kind }: Selection['source'], host: string, t: Translate): string {
  if (kind === 'pasted') return t('pasted_by_you');
  return t(kind === 'held' ? 'source_held' : 'source_live', host);
}

function tabChoice({ source, tab }: Selection, t: Translate): RadioChoice | null {
  if (source.kind !== 'several-tabs') return null;
  const options = source.tabs.map(({ tabId, address, container }) => ({
    value: String(tabId),
    label: t('tab_label', address.organization, address.deployment?.name ?? t('no_deployment')),
    ...(container && { detail: t('container', container) }),
  }));
  return { legend: t('which_tab'), options, chosen: tab ? String(tab.tabId) : null };
}

function tokenChoice({ source, tokens, token }: Selection, t: Translate): RadioChoice | null {
  if (tokens.length < 2) return null;
  return {
    legend: t('which_token'),
    ...(source.kind === 'pasted' && { note: t('pasted_by_you') }),
    options: tokens.map(tokenOption),
    chosen: token?.value ?? null,
  };
}

function tokenOption({ value, description, created }: RevealedToken): RadioOption {
  const told = [description && quoted(description), created && quoted(created), maskToken(value)];
  const [label = '', ...rest] = told.filter(Boolean);
  return rest.length > 0 ? { value, label, detail: rest.join(' · ') } : { value, label };
}

/** On a Dagster+ tab only a form that waits in another tab is worth a word; elsewhere its absence is too. */
function destinationOf(
  { front, search, asking, confirmed, policy }: Facts,
  selection: Selection,
  { form: chosenForm, refusedOrigins = [] }: PopupChoices,
  { linked }: Activity,
  t: Translate,
): DestinationCard | null {
  if (!search) return null;
  if (front.kind === 'dagster' && !holdsDagsterForm(search)) return null;
  if (search.kind === 'none' && selection.source.kind === 'nothing') return null;
  const drawn = destinationCard(
    { search, selection, asking, confirmed, chosenForm, refusedOrigins, policy },
    t,
  );
  // What was filled is forgotten: until other details are at hand there is nothing to fill again.
  return linked && !selection.account ? { ...drawn, fill: null } : drawn;
}
