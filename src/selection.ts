/**
 * Whose details are at hand, which of their values are decided, and what the person still has to say: one answer for
 * the popup, for what it does, and for the keyboard command.
 */
import {
  type AccountChoices,
  type AccountValues,
  accountValues,
  completeDetails,
  type DagsterAccount,
  isSameOrganization,
  tokenValues,
} from './dagster/account';
import type { OrganizationAddress } from './dagster/address';
import type { RevealedToken } from './dagster/page-reading';
import type { LinkDetails } from './link-details';
import { isOrganizationAllowed, type Policy } from './policy';
import type { HeldDetails } from './session/held-details';
import type { PastedChoices, PastedValues } from './session/pasted-values';
import type { TabAnswer } from './tabs/dagster-tabs';

export type ReadTab = Extract<TabAnswer, { kind: 'read' }>;

/** What there is to choose from. */
export interface Showing {
  /** The tab in front, where that is a Dagster+ page: only what it shows now is offered, whatever is held. */
  readonly front: TabAnswer | null;
  /** What the other open Dagster+ tabs show, where the one in front is none. */
  readonly others: readonly TabAnswer[];
  readonly held: HeldDetails | null;
  /** What the person gave by hand. */
  readonly pasted: PastedValues | null;
  readonly policy: Policy;
}

/** What the person decided. */
export interface Choices extends PastedChoices {
  readonly tabId?: number;
  /** Something was pasted just now, so that is meant, whatever the tab in front shows. */
  readonly pastedNow?: boolean;
}

type Source =
  /** A Dagster+ tab shows this now; `tab.reading.tokens` may hold none, one or several. */
  | { readonly kind: 'live'; readonly tab: ReadTab }
  | { readonly kind: 'held'; readonly held: HeldDetails }
  /** The person pasted a token, or several, or only an address. */
  | { readonly kind: 'pasted'; readonly pasted: PastedValues }
  /** Several open tabs show a token, each another one: the person says which. */
  | { readonly kind: 'several-tabs'; readonly tabs: readonly ReadTab[] }
  | { readonly kind: 'nothing' };

/** `organization`: a pasted token, of which nobody has said yet where it belongs. */
type Undecided = 'tab' | 'token' | 'organization';

export interface Selection {
  readonly source: Source;
  /** The tab behind the values; null where they are held, or no tab is chosen. */
  readonly tab: ReadTab | null;
  /** The tokens to choose from, where there are several. */
  readonly tokens: readonly RevealedToken[];
  /** The one that is offered. */
  readonly token: RevealedToken | null;
  /** Null also while it is not known of which organization the token is. */
  readonly account: DagsterAccount | null;
  /** What the person decided about the account's token, now or when it was held. */
  readonly choices: AccountChoices;
  readonly values: AccountValues | null;
  /** All three values, when each is known and decided. */
  readonly details: LinkDetails | null;
  /** What must be chosen before there can be values. */
  readonly undecided: Undecided | null;
  /** A pasted address that waits for a token of its organization, while something else is offered. */
  readonly waiting: OrganizationAddress | null;
  /** An organization of which nothing is offered, because an administrator does not allow it. */
  readonly forbidden: OrganizationAddress | null;
}

export function select(showing: Showing, made: Choices): Selection {
  const read = readSource(showing);
  const pasted = pastedSource(showing, read, made);
  const source = pasted ?? read;
  // What was decided in an earlier popup counts until it is decided anew.
  const choices = pasted ? { ...pasted.pasted.choices, ...made } : made;
  const tab = chosenTab(source, choices);
  const tokens = tokensOf(source, tab);
  const token = tokens.length === 1 ? tokens[0] : tokens.find(({ value }) => value === choices.token);
  const decided = {
    ...heldChoices(showing.held, token?.value ?? null),
    ...choicesAbout(token?.value ?? null, choices),
  };
  const address = addressOf(source, tab, token ?? null, decided);
  if (address && !isOrganizationAllowed(showing.policy, address)) return nothingOf(source, address);
  const account = address && { address, token: token ?? null };
  const values = account ? accountValues(account, decided) : token ? tokenValues(token, decided) : null;
  return {
    source,
    tab,
    tokens,
    token: token ?? null,
    account,
    choices: decided,
    values,
    details: values && completeDetails(values),
    undecided: undecidedIn(source, tab, tokens, token ?? null, account),
    waiting: pasted ? null : waitingAddress(showing.pasted, account),
    forbidden: null,
  };
}

const nothingOf = (source: Source, forbidden: OrganizationAddress): Selection => ({
  source,
  tab: null,
  tokens: [],
  token: null,
  account: null,
  choices: {},
  values: null,
  details: null,
  undecided: null,
  waiting: null,
  forbidden,
});

function readSource({ front, others, held }: Showing): ReadSource {
  if (front) return front.kind === 'read' ? { kind: 'live', tab: front } : { kind: 'nothing' };
  const tabs = withoutTwins(others.filter(showsToken));
  // An open tab that shows complete details beats what is held; any other tab does not.
  if (held && !tabs.some(isComplete)) return { kind: 'held', held };
  const [only] = tabs;
  if (!only) return { kind: 'nothing' };
  return tabs.length === 1 ? { kind: 'live', tab: only } : { kind: 'several-tabs', tabs };
}

type ReadSource = Exclude<Source, { kind: 'pasted' }>;

/**
 * What was given by hand is meant, but on a Dagster+ page that shows what it is about. An address alone is meant where
 * no token was read to which it would have to belong.
 */
function pastedSource(
  { front, pasted }: Showing,
  read: ReadSource,
  { pastedNow }: Choices,
): Extract<Source, { kind: 'pasted' }> | null {
  if (!pasted) return null;
  const source = { kind: 'pasted', pasted } as const;
  if (pasted.tokens.length > 0) return pastedNow || !front || !showsToken(front) ? source : null;
  const isToken = read.kind === 'live' ? showsToken(read.tab) : read.kind !== 'nothing';
  return isToken || (read.kind === 'live' && !pastedNow) ? null : source;
}

/** An address of the organization that is offered has nothing to wait for. */
function waitingAddress(pasted: PastedValues | null, account: DagsterAccount | null) {
  const address = pasted?.tokens.length === 0 ? pasted.address : null;
  return address && account && isSameOrganization(address, account.address) ? null : address;
}

/** Of the organization of its page a token was read; of a pasted one the person has said it. */
function addressOf(
  source: Source,
  tab: ReadTab | null,
  token: RevealedToken | null,
  decided: AccountChoices,
): OrganizationAddress | null {
  if (source.kind === 'held') return source.held.account.address;
  if (source.kind !== 'pasted') return tab?.address ?? null;
  if (token) return decided.address ?? null;
  return source.pasted.tokens.length === 0 ? source.pasted.address : null;
}

function tokensOf(source: Source, tab: ReadTab | null): readonly RevealedToken[] {
  if (source.kind === 'held') return [source.held.account.token];
  return source.kind === 'pasted' ? source.pasted.tokens : (tab?.reading.tokens ?? []);
}

function chosenTab(source: Source, { tabId }: Choices): ReadTab | null {
  if (source.kind === 'live') return source.tab;
  if (source.kind !== 'several-tabs') return null;
  return source.tabs.find((tab) => tab.tabId === tabId) ?? null;
}

/** What the person decided about this token before goes on to hold. */
const heldChoices = (held: HeldDetails | null, token: string | null): AccountChoices =>
  held && held.account.token.value === token ? held.choices : {};

function choicesAbout(token: string | null, { account }: Choices): AccountChoices {
  if (!account || account.of !== token) return {};
  const { of, ...about } = account;
  return about;
}

function undecidedIn(
  source: Source,
  tab: ReadTab | null,
  tokens: readonly RevealedToken[],
  token: RevealedToken | null,
  account: DagsterAccount | null,
): Undecided | null {
  if (source.kind === 'several-tabs' && !tab) return 'tab';
  if (tokens.length > 1 && !token) return 'token';
  return token && !account ? 'organization' : null;
}

const showsToken = (answer: TabAnswer): answer is ReadTab =>
  answer.kind === 'read' && answer.reading.tokens.length > 0;

/** One token, so that there is nothing to choose, and a deployment. */
const isComplete = ({ address, reading }: ReadTab): boolean =>
  reading.tokens.length === 1 && address.deployment !== null;

/** Tabs of one container that show the same tokens, organization and deployment are one, on whichever Dagster+ domain. */
function withoutTwins(tabs: readonly ReadTab[]): ReadTab[] {
  const key = ({ address: { organization, region, deployment }, reading, container }: ReadTab) =>
    JSON.stringify([
      container,
      organization,
      region,
      deployment?.name,
      reading.tokens.map(({ value }) => value),
    ]);
  return [...new Map(tabs.map((tab) => [key(tab), tab])).values()];
}
