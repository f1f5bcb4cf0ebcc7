/** Whose details are offered: those of the tab in front, of another open Dagster+ tab, or those that are held. */
import type { DagsterAccount } from './dagster/account';
import type { HeldDetails } from './session/held-details';
import type { TabAnswer } from './tabs/dagster-tabs';

export type ReadTab = Extract<TabAnswer, { kind: 'read' }>;

export type Offer =
  /** A Dagster+ tab shows this now; `tab.reading.tokens` may hold none, one or several. */
  | { readonly kind: 'live'; readonly tab: ReadTab }
  | { readonly kind: 'held'; readonly held: HeldDetails }
  /** Several open tabs show a token, each another one: the person says which. */
  | { readonly kind: 'several-tabs'; readonly tabs: readonly ReadTab[] }
  | { readonly kind: 'nothing' };

/** On a Dagster+ tab only what that tab shows now is offered, whatever is held. */
export function offerOfFrontTab(answer: TabAnswer): Offer {
  return answer.kind === 'read' ? { kind: 'live', tab: answer } : { kind: 'nothing' };
}

/** On any other page: an open tab that shows complete details beats what is held; any other tab does not. */
export function offerOfOpenTabs(answers: readonly TabAnswer[], held: HeldDetails | null): Offer {
  const tabs = withoutTwins(answers.filter(showsToken));
  if (held && !tabs.some(isComplete)) return { kind: 'held', held };
  const [only] = tabs;
  if (!only) return { kind: 'nothing' };
  return tabs.length === 1 ? { kind: 'live', tab: only } : { kind: 'several-tabs', tabs };
}

/** @returns the account of a tab with the token of this value, or with its only one; token null while undecided. */
export function accountOfTab({ address, reading }: ReadTab, chosenToken: string | null): DagsterAccount {
  const { tokens } = reading;
  const token = tokens.length === 1 ? tokens[0] : tokens.find(({ value }) => value === chosenToken);
  return { address, token: token ?? null };
}

const showsToken = (answer: TabAnswer): answer is ReadTab =>
  answer.kind === 'read' && answer.reading.tokens.length > 0;

/** One token, so that there is nothing to choose, and a deployment. */
const isComplete = ({ address, reading }: ReadTab): boolean =>
  reading.tokens.length === 1 && address.deployment !== null;

/** Tabs that show the same tokens, organization and deployment are one offer, on whichever Dagster+ domain. */
function withoutTwins(tabs: readonly ReadTab[]): ReadTab[] {
  const key = ({ address: { organization, region, deployment }, reading }: ReadTab) =>
    JSON.stringify([organization, region, deployment?.name, reading.tokens.map(({ value }) => value)]);
  return [...new Map(tabs.map((tab) => [key(tab), tab])).values()];
}
