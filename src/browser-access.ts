/** The extension API cut into the small pieces that the rooms ask for. */
import browser from 'webextension-polyfill';
import { type Policy, readPolicy } from './policy';
import type { Privacy } from './session/session-area';
import { privacyOf, type SessionArea } from './session/session-area';
import { DAGSTER_ORIGINS, type TabAccess } from './tabs/dagster-tabs';
import type { Scripting } from './tabs/linking-page';
import { pageScripts } from './tabs/page-scripts';

export const session: SessionArea = browser.storage.session;

export const scripting = browser.scripting as unknown as Scripting;

/** What an administrator has set; where there is nothing Firefox rejects. */
export async function managedPolicy(): Promise<Policy> {
  return readPolicy(await browser.storage.managed.get(null).catch(() => ({})));
}

/** The script that reads Dagster+ pages; put in when somebody wants to know what a page shows. */
const READER = pageScripts('dagster-reader');

/** As paths from the extension's root: Chrome's manifest has them without a slash, Firefox's as whole addresses. */
const declaredScripts = (): string[] =>
  (browser.runtime.getManifest().content_scripts?.[0]?.js ?? []).map(
    (file) => new URL(file, browser.runtime.getURL('/')).pathname,
  );

const inject = (tabId: number, files: string[]) =>
  browser.scripting.executeScript({ target: { tabId }, injectImmediately: true, files });

export const tabAccess: TabAccess = {
  query: (query) => browser.tabs.query(query),
  sendMessage: (tabId, message, options) => browser.tabs.sendMessage(tabId, message, options),
  injectDeclaredScript: (tabId) => inject(tabId, declaredScripts()),
  injectReader: (tabId) => inject(tabId, READER),
};

/** The kind of window in which a tab is; null when it is gone. */
export async function privacyOfTab(tabId: number): Promise<Privacy | null> {
  try {
    return privacyOf(await browser.tabs.get(tabId));
  } catch {
    return null;
  }
}

export const isGranted = (patterns: readonly string[]): Promise<boolean> =>
  browser.permissions.contains({ origins: [...patterns] });

/** Whether the person has switched on that the clipboard is cleared after a copy, which takes reading it. */
export const isClipboardReadable = (): Promise<boolean> =>
  browser.permissions.contains({ permissions: ['clipboardRead'] });

/** Whether the browser lets the extension reach Dagster+ without a press (people can withhold that). */
export const isDagsterAllowed = (): Promise<boolean> => isGranted(DAGSTER_ORIGINS);
