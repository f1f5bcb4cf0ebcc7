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
} from './dagster/account';
import type { LinkDetails } from './link-details';
import type { HeldDetails } from './session/held-details';
import type { TabAnswer } from './tabs/dagster-tabs';

export type ReadTab = Extract<TabAnswer, { kind: 'read' }>;

/** What there is to choose from. */
export interface Showing {
  /** The tab in front, where that is a Dagster+ page: only what it shows now is offered, whatever is held. */
  readonly front: TabAnswer | null;
  /** What the other open Dagster+ tabs show, where the one in front is none. */
  readonly others: readonly TabAnswer[];
  readonly held: HeldDetails | null;
}

/** What the person decided. */
export interface Choices {
  readonly tabId?: number;
  /** Value of the chosen token. */
  readonly token?: string;
  /** What was decided about one token is void for any other: {@link of} says for which it was; null for none. */
  readonly account?: AccountChoices & { readonly of: string | null };
}

export type Source =
  /** A Dagster+ tab shows this now; `tab.reading.tokens` may hold none, one or several. */
  | { readonly kind: 'live'; readonly tab: ReadTab }
  | { readonly kind: 'held'; readonly held: HeldDetails }
  /** Several open tabs show a token, each another one: the person says which. */
  | { readonly kind: 'several-tabs'; readonly tabs: readonly ReadTab[] }
  | { readonly kind: 'nothing' };

export type Undecided = 'tab' | 'token';

export interface Selection {
  readonly source: Source;
  /** The tab behind the values; null where they are held, or no tab is chosen. */
  readonly tab: ReadTab | null;
  readonly account: DagsterAccount | null;
  /** What the person decided about the account's token, now or when it was held. */
  readonly choices: AccountChoices;
  readonly values: AccountValues | null;
  /** All three values, when each is known and decided. */
  readonly details: LinkDetails | null;
  /** What must be chosen before there can be values. */
  readonly undecided: Undecided | null;
}

export function select(showing: Showing, choices: Choices): Selection {
  const source = sourceOf(showing);
  const tab = chosenTab(source, choices);
  const account = tab ? accountOf(tab, choices) : source.kind === 'held' ? source.held.account : null;
  const token = account?.token?.value ?? null;
  const decided = { ...heldChoices(showing.held, token), ...choicesAbout(token, choices) };
  const values = account && accountValues(account, decided);
  return {
    source,
    tab,
    account,
    choices: decided,
    values,
    details: values && completeDetails(values),
    undecided: undecidedIn(source, tab, account),
  };
}

function sourceOf({ front, others, held }: Showing): Source {
  if (front) return front.kind === 'read' ? { kind: 'live', tab: front } : { kind: 'nothing' };
  const tabs = withoutTwins(others.filter(showsToken));
  // An open tab that shows complete details beats what is held; any other tab does not.
  if (held && !tabs.some(isComplete)) return { kind: 'held', held };
  const [only] = tabs;
  if (!only) return { kind: 'nothing' };
  return tabs.length === 1 ? { kind: 'live', tab: only } : { kind: 'several-tabs', tabs };
}

function chosenTab(source: Source, { tabId }: Choices): ReadTab | null {
  if (source.kind === 'live') return source.tab;
  if (source.kind !== 'several-tabs') return null;
  return source.tabs.find((tab) => tab.tabId === tabId) ?? null;
}

/** The account of a tab with the chosen token, or with its only one; token null while undecided. */
function accountOf({ address, reading: { tokens } }: ReadTab, choices: Choices): DagsterAccount {
  const token = tokens.length === 1 ? tokens[0] : tokens.find(({ value }) => value === choices.token);
  return { address, token: token ?? null };
}

/** What the person decided about this token before goes on to hold. */
const heldChoices = (held: HeldDetails | null, token: string | null): AccountChoices =>
  held && held.account.token.value === token ? held.choices : {};

function choicesAbout(token: string | null, { account }: Choices): AccountChoices {
  if (!account || account.of !== token) return {};
  const { of, ...about } = account;
  return about;
}

function undecidedIn(source: Source, tab: ReadTab | null, account: DagsterAccount | null): Undecided | null {
  if (source.kind === 'several-tabs' && !tab) return 'tab';
  return tab && tab.reading.tokens.length > 1 && !account?.token ? 'token' : null;
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
