/** The popup as a function of what it knows: every word and every control of a moment, and nothing else. */
import { completeDetails, type DagsterAccount } from '../dagster/account';
import type { RevealedToken } from '../dagster/page-reading';
import { type LinkDetails, maskToken } from '../link-details';
import { accountOfTab, type ReadTab } from '../offer';
import type { Translate } from '../words';
import { type DestinationCard, destinationCard, holdsDagsterForm } from './destination-card';
import { type DetailsCard, describeMissing, detailsCard, missingDetails } from './details-card';
import type { Activity, Choices, Facts, StatusTone } from './facts';
import { type Notice, notices } from './notices';
import type { RadioChoice, RadioOption } from './radio-choice';
import { type Step, wayThere } from './way-there';

export interface PopupState {
  readonly notices: readonly Notice[];
  readonly tabChoice: RadioChoice | null;
  readonly tokenChoice: RadioChoice | null;
  readonly card: DetailsCard | null;
  /** The account behind the card, and its details when they are complete and decided. */
  readonly account: DagsterAccount | null;
  readonly details: LinkDetails | null;
  /** "Held until 14:32"; null when nothing is held. */
  readonly held: string | null;
  readonly destination: DestinationCard | null;
  /** "Check with Dagster+": null where there is no account to check. */
  readonly check: CheckButton | null;
  /** Dagster+ is withheld by the browser: "Allow access to Dagster+". */
  readonly allowDagster: boolean;
  readonly steps: readonly Step[];
  /** The way to a token comes before what is known without one. */
  readonly stepsFirst: boolean;
  /** How to take access away again, after a fill. */
  readonly revocation: boolean;
  readonly busy: Activity['busy'];
  readonly armed: boolean;
  readonly status: string;
  readonly statusTone: StatusTone;
}

export interface CheckButton {
  readonly enabled: boolean;
  /** What is missing before it can be pressed; null when nothing is. */
  readonly why: string | null;
}

interface Shown {
  readonly account: DagsterAccount;
  /** Several tokens are revealed and none is chosen yet. */
  readonly tokenUndecided: boolean;
  readonly source: string;
  readonly organizationName: string;
}

/** @param clock formats a moment (milliseconds since 1970) as the person's clock shows it */
export function popupState(
  facts: Facts,
  choices: Choices,
  activity: Activity,
  t: Translate,
  clock: (moment: number) => string,
): PopupState {
  const tab = chosenTab(facts, choices);
  const shown = shownAccount(facts, tab, choices, t);
  const card = shown && detailsCard({ ...shown, choices, ...known(facts, activity) }, t);
  const details = card && completeDetails(card.values);
  const steps = wayThere(facts, activity);
  return {
    notices: notices(facts, activity, t),
    tabChoice: tabChoice(facts, tab, t),
    tokenChoice: tab && tokenChoice(tab, choices, t),
    card,
    account: shown?.account ?? null,
    details,
    held: facts.held && t('held_until', clock(facts.held.until)),
    destination: destinationOf(facts, choices, card, details, activity.linked !== null, t),
    check: card && checkButton(facts, card, activity, t),
    allowDagster: !facts.dagsterAllowed,
    steps,
    stepsFirst: steps.some(({ name, progress }) => progress === 'current' && name !== 'linking-form'),
    revocation: activity.linked !== null,
    busy: activity.busy,
    armed: activity.armed,
    status: activity.status,
    statusTone: activity.statusTone ?? 'plain',
  };
}

/** The request goes to the address that was read, so which slug the form will get need not be decided. */
function checkButton({ dagsterAllowed }: Facts, { values }: DetailsCard, { busy }: Activity, t: Translate) {
  const missing = missingDetails(values).filter((name) => name !== 'organizationSlug');
  const why =
    missing.length > 0 ? describeMissing(missing, t) : dagsterAllowed ? null : t('check_needs_access');
  return { enabled: why === null && busy === null, why };
}

const known = ({ openDeployments }: Facts, { checked }: Activity) => ({ openDeployments, checked });

function chosenTab({ offer }: Facts, choices: Choices): ReadTab | null {
  if (offer.kind === 'live') return offer.tab;
  if (offer.kind !== 'several-tabs') return null;
  return offer.tabs.find(({ tabId }) => tabId === choices.tabId) ?? null;
}

function shownAccount({ offer }: Facts, tab: ReadTab | null, choices: Choices, t: Translate): Shown | null {
  if (tab) {
    const account = accountOfTab(tab, choices.token ?? null);
    const { organizationName, tokens } = tab.reading;
    const tokenUndecided = tokens.length > 0 && account.token === null;
    return { account, tokenUndecided, source: t('source_live', account.address.host), organizationName };
  }
  if (offer.kind !== 'held') return null;
  const { account } = offer.held;
  return {
    account,
    tokenUndecided: false,
    source: t('source_held', account.address.host),
    organizationName: '',
  };
}

function tabChoice({ offer }: Facts, chosen: ReadTab | null, t: Translate): RadioChoice | null {
  if (offer.kind !== 'several-tabs') return null;
  const options = offer.tabs.map(({ tabId, address }) => ({
    value: String(tabId),
    label: t('tab_label', address.organization, address.deployment?.name ?? t('no_deployment')),
  }));
  return { legend: t('which_tab'), options, chosen: chosen ? String(chosen.tabId) : null };
}

function tokenChoice({ reading }: ReadTab, choices: Choices, t: Translate): RadioChoice | null {
  if (reading.tokens.length < 2) return null;
  const options = reading.tokens.map(tokenOption);
  const chosen = reading.tokens.find(({ value }) => value === choices.token)?.value ?? null;
  return { legend: t('which_token'), options, chosen };
}

function tokenOption({ value, description, created }: RevealedToken): RadioOption {
  const [label = '', ...rest] = [description, created, maskToken(value)].filter(Boolean);
  return rest.length > 0 ? { value, label, detail: rest.join(' · ') } : { value, label };
}

/** On a Dagster+ tab only a form that waits in another tab is worth a word; elsewhere its absence is too. */
function destinationOf(
  facts: Facts,
  choices: Choices,
  card: DetailsCard | null,
  details: LinkDetails | null,
  linked: boolean,
  t: Translate,
): DestinationCard | null {
  const { destination, offer } = facts;
  if (!destination) return null;
  const found = holdsDagsterForm(destination.search);
  if (!destination.inFront && !found) return null;
  if (destination.search.kind === 'none' && offer.kind === 'nothing') return null;
  const { form: chosenForm, refusedOrigins = [] } = choices;
  const values = card?.values ?? null;
  const tabUndecided = offer.kind === 'several-tabs' && card === null;
  const drawn = destinationCard(
    { destination, values, details, tabUndecided, chosenForm, refusedOrigins },
    t,
  );
  // What was filled is forgotten: until other details are at hand there is nothing to fill again.
  return linked && !card ? { ...drawn, fill: null, anyway: null } : drawn;
}
