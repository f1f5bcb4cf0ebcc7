/** What must be said about the page in front, most important first. */
import type { PageReading, RefusedToken } from '../dagster/page-reading';
import type { Selection } from '../selection';
import type { MessageKey, Translate } from '../words';
import type { Activity, Facts, FrontTab } from './facts';

export interface Notice {
  readonly tone: 'info' | 'warning';
  readonly text: string;
}

/** The most telling refusal first: what a person most likely took for a user token. */
const REFUSALS: readonly [RefusedToken, MessageKey][] = [
  ['agent', 'refused_agent'],
  ['scim', 'refused_scim'],
  ['cut', 'refused_cut'],
  ['revoked', 'refused_revoked'],
  ['old', 'refused_old'],
];

export function notices(facts: Facts, selection: Selection, activity: Activity, t: Translate): Notice[] {
  if (activity.expired) return [info(t('expired', String(facts.policy.holdMinutes)))];
  const { waiting, forbidden } = selection;
  if (forbidden) return [warning(t('why_policy_organization', forbidden.organization))];
  const waits = waiting ? [info(t('address_waits', waiting.organization))] : [];
  return [...waits, ...pageNotices(facts, selection, activity, t)];
}

function pageNotices(facts: Facts, { source, token }: Selection, activity: Activity, t: Translate): Notice[] {
  const { front } = facts;
  // Why the page gave no token is of no interest to one who has brought it.
  if (source.kind === 'pasted' && token) return [];
  if (front.kind === 'dagster') return dagsterNotices(front, facts.dagsterAllowed, t);
  if (front.kind === 'closed') return [info(t('page_closed'))];
  const nothingHere = source.kind === 'nothing' && !activity.linked && !facts.asking;
  return nothingHere && facts.search?.kind === 'none' ? [info(t('not_a_dagster_page'))] : [];
}

function dagsterNotices(
  { address, answer }: Extract<FrontTab, { kind: 'dagster' }>,
  allowed: boolean,
  t: Translate,
): Notice[] {
  switch (address.kind) {
    case 'sign-in':
      return [info(t('not_signed_in'))];
    case 'api':
      return [warning(t('api_host', address.host))];
    case 'unknown-region':
      return [warning(t('unknown_region', address.region))];
    case 'organization':
      if (answer === null) return [];
      if (answer.kind === 'read') return readingNotices(answer.reading, t);
      if (answer.kind === 'busy') return [warning(t('dagster_busy'))];
      // Where the browser withholds the page, "Allow access to Dagster+" is said instead.
      return allowed ? [warning(t('reload_page'))] : [];
  }
}

function readingNotices(reading: PageReading, t: Translate): Notice[] {
  if (reading.tokens.length > 0) return [];
  if (reading.otherUser) return [warning(t('other_user'))];
  const refusal = REFUSALS.find(([kind]) => reading.refused.includes(kind));
  return refusal ? [warning(t(refusal[1]))] : [info(t('no_token'))];
}

const info = (text: string): Notice => ({ tone: 'info', text });
const warning = (text: string): Notice => ({ tone: 'warning', text });
