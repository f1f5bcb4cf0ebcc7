/** Asks Dagster+ tabs what they show. */
import { type DagsterAddress, type OrganizationAddress, readAddress } from '../dagster/address';
import type { PageReading } from '../dagster/page-reading';
import { WHAT_DO_YOU_SHOW } from '../messages';
import { type Privacy, privacyOf } from '../session/session-area';
import { withinTime } from './time-limit';

/** The hosts on which the declared content script sits. */
export const DAGSTER_ORIGINS = ['https://*.dagster.cloud/*', 'https://*.dagster.plus/*'];

/**
 * How long an open tab behind the one in front may take to answer, in milliseconds. Chrome freezes tabs in the back, and
 * a frozen tab neither answers nor fails (https://github.com/w3c/webextensions/issues/527): nobody should wait for it.
 */
export const ANSWER_LIMIT_MS = 1_000;

/** …and the tab in front: after that the person is told that it is busy. */
export const FRONT_ANSWER_LIMIT_MS = 2_000;

export type TabAnswer =
  | {
      readonly kind: 'read';
      readonly tabId: number;
      readonly address: OrganizationAddress;
      readonly reading: PageReading;
      /** The number of the container in Firefox; null outside of containers. */
      readonly container: string | null;
    }
  /** A Dagster+ page that is not of an organization (sign-in, API host, unknown region). */
  | { readonly kind: 'no-organization'; readonly tabId: number; readonly address: string }
  /** The page's script cannot be reached, though the page may be: it must be loaded again. */
  | { readonly kind: 'unreachable'; readonly tabId: number }
  /** It did not answer in time. */
  | { readonly kind: 'busy'; readonly tabId: number };

/** What the browser says about a tab; `url` is missing where the extension may not know it. */
export interface OpenTab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly incognito?: boolean | undefined;
  /** Firefox's containers: `firefox-default`, `firefox-container-2`. */
  readonly cookieStoreId?: string | undefined;
}

/** The few browser functions that asking needs. */
export interface TabAccess {
  query(query: { url: string[]; discarded?: boolean }): Promise<OpenTab[]>;
  sendMessage(tabId: number, message: unknown, options: { frameId: number }): Promise<unknown>;
  /** Puts the declared content script into a tab that was open before the extension was installed or updated. */
  injectDeclaredScript(tabId: number): Promise<unknown>;
  /** Puts the script that reads into a tab; it is in no page before somebody wants to know what that shows. */
  injectReader(tabId: number): Promise<unknown>;
}

/** A Dagster+ tab that the browser lets the extension see. */
export interface DagsterTab {
  readonly tabId: number;
  readonly address: DagsterAddress;
  readonly container: string | null;
}

const containerOf = ({ cookieStoreId }: OpenTab): string | null =>
  /^firefox-container-(\d+)$/.exec(cookieStoreId ?? '')?.[1] ?? null;

/** Every Dagster+ tab in windows of this kind that holds a page (a discarded one does not). */
export async function openDagsterTabs(tabs: TabAccess, privacy: Privacy): Promise<DagsterTab[]> {
  const open = await tabs.query({ url: DAGSTER_ORIGINS, discarded: false });
  return open.flatMap((tab) =>
    tab.id === undefined || privacyOf(tab) !== privacy
      ? []
      : [{ tabId: tab.id, address: readAddress(tab.url ?? ''), container: containerOf(tab) }],
  );
}

/** Whether a tab's address is one on which a token can be shown: only those need to be asked for one. */
export const mayShowToken = ({ address }: DagsterTab): boolean =>
  address.kind === 'organization' && address.page === 'tokens';

/**
 * Asks one tab; a tab that has no script yet gets it and is asked again.
 *
 * @param limitMs a tab that takes longer than this is `busy`
 * @param later gets the answer of such a tab
 */
export const askTab = (
  tabs: TabAccess,
  { tabId, container }: Pick<DagsterTab, 'tabId' | 'container'>,
  limitMs: number,
  later?: (answer: TabAnswer) => void,
): Promise<TabAnswer> =>
  withinTime<TabAnswer>(ask(tabs, tabId, container), limitMs, { kind: 'busy', tabId }, later);

async function ask(tabs: TabAccess, tabId: number, container: string | null): Promise<TabAnswer> {
  const reading = await readingOf(tabs, tabId);
  if (!reading) return { kind: 'unreachable', tabId };
  const address = readAddress(reading.address);
  if (address.kind !== 'organization') return { kind: 'no-organization', tabId, address: reading.address };
  return { kind: 'read', tabId, address, reading, container };
}

async function readingOf(tabs: TabAccess, tabId: number): Promise<PageReading | null> {
  const first = await answerOf(tabs, tabId);
  if (isReading(first)) return first;
  try {
    if (first === null) await tabs.injectDeclaredScript(tabId);
    await tabs.injectReader(tabId);
  } catch {
    return null;
  }
  const second = await answerOf(tabs, tabId);
  return isReading(second) ? second : null;
}

const isReading = (answer: unknown): answer is PageReading =>
  typeof answer === 'object' && answer !== null && 'tokens' in answer;

/** Null where nobody in the tab listens. */
async function answerOf(tabs: TabAccess, tabId: number): Promise<unknown> {
  try {
    return (await tabs.sendMessage(tabId, WHAT_DO_YOU_SHOW, { frameId: 0 })) ?? null;
  } catch {
    return null;
  }
}
