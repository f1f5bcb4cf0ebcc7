/**
 * The background: fills, also after the popup is gone, keeps what is kept, and forgets in time. Composition root of that
 * context. It is the only one that changes what is kept, one change after the other.
 */
import browser from 'webextension-polyfill';
import {
  isClipboardReadable,
  isGranted,
  managedPolicy,
  privacyOfTab,
  scripting,
  session,
  tabAccess,
} from '../browser-access';
import type { FillOutcome } from '../hub/report';
import { translate as t } from '../i18n';
import { acceptRequest, type PermissionPurpose } from '../messages';
import { createAwaitedPage } from '../session/awaited-page';
import { createAwaitedPermission } from '../session/awaited-permission';
import { createConfirmedPages } from '../session/confirmed-pages';
import { digestOf } from '../session/digest';
import { createHolding } from '../session/held-details';
import { createPressTickets } from '../session/press-tickets';
import { createQueue } from '../session/queue';
import { type Privacy, removeAll } from '../session/session-area';
import { HOLD_MS } from '../session/timed-value';
import { createToldOutcomes, type SeenPage } from '../session/told-outcome';
import { isTokensPageReady } from '../tabs/token-page';
import { answerPort } from './answer-port';
import { createAnswers } from './answers';
import { createArrival } from './arrival';
import { createBadge } from './badge';
import { createClipboardClearing } from './clipboard-clearing';
import { createFilling } from './filling';
import { createPermissionFlow } from './permission-flow';
import { createTokenPresses } from './token-presses';

declare const BUILT_FOR: 'chrome' | 'firefox';

const place = {
  session,
  queue: createQueue(),
  alarms: browser.alarms,
  now: Date.now,
  keepMs: HOLD_MS,
  policy: managedPolicy,
};

const sessionFor = (privacy: Privacy) => ({
  holding: createHolding(place, privacy),
  told: createToldOutcomes(place, privacy),
  confirmed: createConfirmedPages(place, privacy),
  tickets: createPressTickets(place, privacy),
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
  policy: managedPolicy,
  now: Date.now,
});

const permissions = createPermissionFlow({ awaited, fillAllowed: filling.fillAllowed, showPopup });

const tokenPresses = createTokenPresses({
  scripting,
  tickets: (privacy) => sessionOf(privacy).tickets,
  privacyOf: privacyOfTab,
  now: Date.now,
});

const arrival = createArrival({
  awaited: createAwaitedPage(place),
  badge,
  openIn: (tabId, url) => browser.tabs.update(tabId, { url }),
  openBeside,
  tab: (tabId) => browser.tabs.get(tabId),
  isReady: (tabId, limitMs) => isTokensPageReady(scripting, tabId, limitMs),
  showPopup: showPopupOver,
  listen: listenForPages,
});

const clipboard = createClipboardClearing({ ...place, isOn: isClipboardReadable, clearIfHolds });

const answer = createAnswers({
  filling,
  permissions,
  awaited,
  arrival,
  tokenPresses,
  clipboard,
  session: sessionOf,
});

const own = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('')).origin };

browser.runtime.onConnect.addListener((port) => {
  answerPort(port, (message) => acceptRequest(message, port.sender ?? {}, own), answer);
});

browser.commands.onCommand.addListener((command, tab) => {
  if (command === 'fill-linking-form' && tab?.id !== undefined) void filling.fillWithoutPopup(tab.id);
});

browser.permissions.onAdded.addListener(({ origins = [] }) => {
  void permissions.granted(origins);
});

browser.alarms.onAlarm.addListener(({ name }) => {
  for (const { holding } of Object.values(sessions)) void holding.forgetAt(name);
  void clipboard.clearAt(name);
});

/** Once, so that a person sees what to do first; nothing opens at an update. */
browser.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install')
    void browser.tabs.create({ url: browser.runtime.getURL('extension/welcome.html') });
});

/** What was kept for private windows goes with the last of them. */
browser.windows.onRemoved.addListener(() => {
  void (async () => {
    const windows = await browser.windows.getAll();
    if (!windows.some(({ incognito }) => incognito)) await place.queue(() => removeAll(session, 'private'));
  })();
});

/**
 * Every change of every tab would wake the background, so it is listened to only while a page is waited for. From the
 * start on, because that may be the reason of the start.
 */
function listenForPages(on: boolean): void {
  if (on) browser.tabs.onUpdated.addListener(pageUpdated);
  else browser.tabs.onUpdated.removeListener(pageUpdated);
}

function pageUpdated(
  tabId: number,
  change: browser.Tabs.OnUpdatedChangeInfoType,
  tab: browser.Tabs.Tab,
): void {
  void arrival.updated(tabId, change, tab);
}

listenForPages(true);
void arrival.started();

/** In the window of a tab, so that what belongs to private windows stays there. */
async function openBeside(tabId: number | null, url: string): Promise<browser.Tabs.Tab> {
  const { windowId } = tabId === null ? {} : await browser.tabs.get(tabId);
  return browser.tabs.create({ url, ...(windowId !== undefined && { windowId }) });
}

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

/** What the types of the polyfill do not know. It is there from the moment on in which the person has allowed it. */
interface WithOffscreen {
  readonly offscreen?: {
    createDocument(wanted: { url: string; reasons: ['CLIPBOARD']; justification: string }): Promise<void>;
    closeDocument(): Promise<void>;
  };
}

/** Firefox's background is a document that may read the clipboard; Chrome's service worker needs one beside it. */
async function clearIfHolds(digest: string): Promise<void> {
  if (BUILT_FOR === 'chrome') {
    const { offscreen } = browser as WithOffscreen;
    // There can be one only, and an earlier one that has not closed itself would be in the way.
    await offscreen?.closeDocument().catch(() => undefined);
    await offscreen?.createDocument({
      url: `extension/clipboard.html#${digest}`,
      reasons: ['CLIPBOARD'],
      justification: 'Clears the clipboard if it still holds the token that was copied.',
    });
  } else if ((await digestOf(await navigator.clipboard.readText())) === digest)
    await navigator.clipboard.writeText('');
}

/**
 * Chrome closes the popup at its permission prompt; the person goes on where they were. Chrome before 127 has no such
 * function, and no browser opens a popup over a window that is not in front: then the next press goes on.
 *
 * @returns whether it is there
 */
async function showPopup(): Promise<boolean> {
  if (isPopupOpen()) return true;
  try {
    await browser.action.openPopup();
    return true;
  } catch {
    return false;
  }
}

/** A popup is about the tab in front, so it is shown when that is the one. */
async function showPopupOver(tabId: number): Promise<boolean> {
  const { active, windowId } = await browser.tabs.get(tabId);
  const { focused } = await browser.windows.get(windowId as number);
  return active && focused && showPopup();
}

/** Chrome's service worker has no `getViews`, and needs none: there the prompt has closed the popup. */
const isPopupOpen = (): boolean => (browser.extension.getViews?.({ type: 'popup' }) ?? []).length > 0;
