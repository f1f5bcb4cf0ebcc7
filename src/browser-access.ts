/** The extension API cut into the small pieces that the rooms ask for. */
import browser from 'webextension-polyfill';
import { translate } from './i18n';
import type { FillAfterGrant } from './messages';
import { createAwaitedGrant } from './session/awaited-grant';
import { createFillReporting } from './session/fill-report';
import { createHolding } from './session/held-details';
import { DAGSTER_ORIGINS, type TabAccess } from './tabs/dagster-tabs';
import type { Scripting } from './tabs/linking-page';

const { session } = browser.storage;

export const holding = createHolding({ session, alarms: browser.alarms, now: Date.now });

export const fillReporting = createFillReporting({ session, action: browser.action, t: translate });

/** The popup asked for access to Dagster+ and is to be opened again after it. */
export const dagsterGrant = createAwaitedGrant<'popup'>(session, 'popup-after-grant', Date.now);

export const frameGrant = createAwaitedGrant<FillAfterGrant>(session, 'fill-after-grant', Date.now);

export const scripting = browser.scripting as unknown as Scripting;

/** As paths from the extension's root: Chrome's manifest has them without a slash, Firefox's as whole addresses. */
const declaredScripts = (): string[] =>
  (browser.runtime.getManifest().content_scripts?.[0]?.js ?? []).map(
    (file) => new URL(file, browser.runtime.getURL('/')).pathname,
  );

export const tabAccess: TabAccess & { query: typeof browser.tabs.query } = {
  query: (query) => browser.tabs.query(query),
  sendMessage: (tabId, message, options) => browser.tabs.sendMessage(tabId, message, options),
  injectDeclaredScript: (tabId) =>
    browser.scripting.executeScript({
      target: { tabId },
      injectImmediately: true,
      files: declaredScripts(),
    }),
};

/** Whether the browser lets the extension reach Dagster+ without a press (people can withhold that). */
export const dagsterAllowed = (): Promise<boolean> =>
  browser.permissions.contains({ origins: DAGSTER_ORIGINS });
