/** Asks Dagster+ tabs what they show. */
import { type OrganizationAddress, readAddress } from '../dagster/address';
import type { PageReading } from '../dagster/page-reading';
import { WHAT_DO_YOU_SHOW } from '../messages';
import { withinTime } from './time-limit';

/** The hosts on which the declared content script sits. */
export const DAGSTER_ORIGINS = ['https://*.dagster.cloud/*', 'https://*.dagster.plus/*'];

/**
 * How long an open tab may take to answer, in milliseconds. Chrome freezes tabs in the back, and a frozen tab neither
 * answers nor fails (https://github.com/w3c/webextensions/issues/527): nobody should wait for it.
 */
export const ANSWER_LIMIT_MS = 1_000;

export type TabAnswer =
  | {
      readonly kind: 'read';
      readonly tabId: number;
      readonly address: OrganizationAddress;
      readonly reading: PageReading;
    }
  /** A Dagster+ page that is not of an organization (sign-in, API host, unknown region). */
  | { readonly kind: 'no-organization'; readonly tabId: number; readonly address: string }
  /** The page's script cannot be reached, though the page may be: it must be loaded again. */
  | { readonly kind: 'unreachable'; readonly tabId: number };

/** The few browser functions that asking needs. */
export interface TabAccess {
  query(query: { url: string[]; discarded?: boolean }): Promise<{ id?: number | undefined }[]>;
  sendMessage(tabId: number, message: unknown, options: { frameId: number }): Promise<unknown>;
  /** Puts the declared content script into a tab that was open before the extension was installed or updated. */
  injectDeclaredScript(tabId: number): Promise<unknown>;
}

/** Asks one tab; a tab that has no script yet gets it and is asked again. */
export async function askTab(tabs: TabAccess, tabId: number): Promise<TabAnswer> {
  const reading = (await ask(tabs, tabId)) ?? (await injectAndAsk(tabs, tabId));
  if (!reading) return { kind: 'unreachable', tabId };
  const address = readAddress(reading.address);
  if (address.kind !== 'organization') return { kind: 'no-organization', tabId, address: reading.address };
  return { kind: 'read', tabId, address, reading };
}

/**
 * Asks every open Dagster+ tab that the browser lets the extension see and that holds a page (a discarded one does not).
 * A tab that does not answer in time is `unreachable`.
 */
export async function askOpenTabs(tabs: TabAccess): Promise<TabAnswer[]> {
  const open = await tabs.query({ url: DAGSTER_ORIGINS, discarded: false });
  return Promise.all(open.flatMap(({ id }) => (id === undefined ? [] : [askInTime(tabs, id)])));
}

const askInTime = (tabs: TabAccess, tabId: number): Promise<TabAnswer> =>
  withinTime<TabAnswer>(askTab(tabs, tabId), ANSWER_LIMIT_MS, { kind: 'unreachable', tabId });

async function ask(tabs: TabAccess, tabId: number): Promise<PageReading | null> {
  try {
    return ((await tabs.sendMessage(tabId, WHAT_DO_YOU_SHOW, { frameId: 0 })) as PageReading) ?? null;
  } catch {
    return null;
  }
}

async function injectAndAsk(tabs: TabAccess, tabId: number): Promise<PageReading | null> {
  try {
    await tabs.injectDeclaredScript(tabId);
  } catch {
    return null;
  }
  return ask(tabs, tabId);
}
