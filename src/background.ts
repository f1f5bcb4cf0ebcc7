/** The background: fills, also after the popup is gone, and forgets in time. Composition root of that context. */
import browser from 'webextension-polyfill';
import { dagsterAllowed, fillReporting, holding, scripting, tabAccess } from './browser-access';
import { DAGSTER_ORIGINS } from './dagster-tabs';
import { createFilling } from './filling';
import { FORGET_ALARM } from './held-details';
import { acceptRequest, type BackgroundAnswer, type BackgroundRequest } from './messages';

const filling = createFilling({
  scripting,
  tabs: tabAccess,
  holding,
  reporting: fillReporting,
  session: browser.storage.session,
  bringToFront,
});

const own = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('')).origin };

browser.runtime.onMessage.addListener((message: unknown, sender: browser.Runtime.MessageSender) => {
  const request = acceptRequest(message, sender, own);
  return request ? answer(request) : undefined;
});

browser.commands.onCommand.addListener((command, tab) => {
  if (command === 'fill-linking-form' && tab?.id !== undefined) void filling.fillWithoutPopup(tab.id);
});

browser.permissions.onAdded.addListener(({ origins = [] }) => {
  if (DAGSTER_ORIGINS.every((origin) => origins.includes(origin))) void showPopupAgain();
  else void filling.fillAfterGrant();
});

browser.alarms.onAlarm.addListener(({ name }) => {
  if (name === FORGET_ALARM) void holding.forget();
});

async function answer(request: BackgroundRequest): Promise<BackgroundAnswer> {
  switch (request.type) {
    case 'fill':
      return filling.fill(request.job);
    case 'await-grant':
      await filling.awaitGrant(request.fill);
      return null;
    case 'granted':
      return filling.fillAfterGrant();
  }
}

async function bringToFront(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

/** Chrome closes the popup at its permission prompt; the person goes on where they were. */
async function showPopupAgain(): Promise<void> {
  if (browser.extension.getViews({ type: 'popup' }).length > 0) return;
  if (await dagsterAllowed()) await browser.action.openPopup().catch(() => undefined);
}
