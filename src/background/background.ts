/**
 * The background: fills, also after the popup is gone, keeps what is kept, and forgets in time. Composition root of that
 * context. It is the only one that changes what is kept, one change after the other.
 */
import browser from 'webextension-polyfill';
import { isGranted, privacyOfTab, scripting, session, tabAccess } from '../browser-access';
import type { FillOutcome } from '../hub/report';
import { translate as t } from '../i18n';
import { acceptRequest, type PermissionPurpose } from '../messages';
import { createAwaitedPermission } from '../session/awaited-permission';
import { createConfirmedPages } from '../session/confirmed-pages';
import { createHolding } from '../session/held-details';
import { createQueue } from '../session/queue';
import { type Privacy, removeAll } from '../session/session-area';
import { HOLD_MS } from '../session/timed-value';
import { createToldOutcomes, type SeenPage } from '../session/told-outcome';
import { createAnswers } from './answers';
import { createBadge } from './badge';
import { createFilling } from './filling';
import { createPermissionFlow } from './permission-flow';

const place = { session, queue: createQueue(), alarms: browser.alarms, now: Date.now, keepMs: HOLD_MS };

const sessionFor = (privacy: Privacy) => ({
  holding: createHolding(place, privacy),
  told: createToldOutcomes(place, privacy),
  confirmed: createConfirmedPages(place, privacy),
});
const sessions = { ordinary: sessionFor('ordinary'), private: sessionFor('private') } as const;
const sessionOf = (privacy: Privacy) => sessions[privacy];

const badge = createBadge(browser.action, t);
const awaited = createAwaitedPermission<PermissionPurpose>({ ...place, isGranted });

const filling = createFilling({
  scripting,
  tabs: tabAccess,
  session: sessionOf,
  privacyOf: privacyOfTab,
  tell,
  bringToFront,
  now: Date.now,
});

const permissions = createPermissionFlow({ awaited, fillAllowed: filling.fillAllowed, showPopup });

const answer = createAnswers({ filling, permissions, awaited, badge, session: sessionOf });

const own = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('')).origin };

browser.runtime.onMessage.addListener((message: unknown, sender: browser.Runtime.MessageSender) => {
  const request = acceptRequest(message, sender, own);
  return request ? answer(request) : undefined;
});

browser.commands.onCommand.addListener((command, tab) => {
  if (command === 'fill-linking-form' && tab?.id !== undefined) void filling.fillWithoutPopup(tab.id);
});

browser.permissions.onAdded.addListener(({ origins = [] }) => {
  void permissions.granted(origins);
});

browser.alarms.onAlarm.addListener(({ name }) => {
  for (const { holding } of Object.values(sessions)) void holding.forgetAt(name);
});

/** What was kept for private windows goes with the last of them. */
browser.windows.onRemoved.addListener(() => {
  void (async () => {
    const windows = await browser.windows.getAll();
    if (!windows.some(({ incognito }) => incognito)) await place.queue(() => removeAll(session, 'private'));
  })();
});

async function tell(
  page: SeenPage | null,
  privacy: Privacy,
  tabId: number,
  outcome: FillOutcome,
): Promise<void> {
  await Promise.allSettled([
    badge.show(tabId, outcome),
    page ? sessionOf(privacy).told.keep(page, outcome) : undefined,
  ]);
}

async function bringToFront(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

/**
 * Chrome closes the popup at its permission prompt; the person goes on where they were. Chrome before 127 has no such
 * function, and no browser opens a popup over a window that is not in front: then the next press goes on.
 */
async function showPopup(): Promise<void> {
  if (isPopupOpen()) return;
  try {
    await browser.action.openPopup();
  } catch {
    // What was granted stays granted.
  }
}

/** Chrome's service worker has no `getViews`, and needs none: there the prompt has closed the popup. */
const isPopupOpen = (): boolean => (browser.extension.getViews?.({ type: 'popup' }) ?? []).length > 0;
