/** The background: fills, also after the popup is gone, and forgets in time. Composition root of that context. */
import browser from 'webextension-polyfill';
import {
  dagsterAllowed,
  dagsterGrant,
  fillReporting,
  frameGrant,
  holding,
  scripting,
  tabAccess,
} from '../browser-access';
import { acceptRequest, type BackgroundAnswer, type BackgroundRequest, originPattern } from '../messages';
import { FORGET_ALARM } from '../session/held-details';
import { DAGSTER_ORIGINS } from '../tabs/dagster-tabs';
import { createFilling } from './filling';

const filling = createFilling({
  scripting,
  tabs: tabAccess,
  holding,
  reporting: fillReporting,
  awaited: frameGrant,
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
  if (origins.some((origin) => DAGSTER_ORIGINS.includes(origin))) void showPopupAgain();
  else void filling.fillAfterGrant(origins);
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
      return filling.fillAfterGrant([originPattern(request.origin)]);
    case 'refused':
      await filling.refuseGrant();
      return null;
  }
}

async function bringToFront(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

/**
 * Chrome closes the popup at its permission prompt; the person goes on where they were. Chrome before 127 has no such
 * function, and no browser opens a popup over a window that is not in front: then the next press goes on.
 */
async function showPopupAgain(): Promise<void> {
  // Chrome tells of each origin; only with both the popup has all it asked for.
  if (!(await dagsterAllowed()) || !(await dagsterGrant.take()) || isPopupOpen()) return;
  try {
    await browser.action.openPopup();
  } catch {
    // What was granted stays granted.
  }
}

/** Chrome's service worker has no `getViews`, and needs none: there the prompt has closed the popup. */
const isPopupOpen = (): boolean => (browser.extension.getViews?.({ type: 'popup' }) ?? []).length > 0;
