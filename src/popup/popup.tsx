/** Composition root of the popup: gives the controller the browser, and draws what it says. */
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { isDagsterAllowed, managedPolicy, scripting, session, tabAccess } from '../browser-access';
import { checkDetails } from '../dagster/check';
import type { DagsterPageWorld } from '../dagster/in-page';
import { translate as t, wordsReady } from '../i18n';
import { createConfirmedPages } from '../session/confirmed-pages';
import { createHolding } from '../session/held-details';
import { createQueue } from '../session/queue';
import { latePress } from '../tabs/linking-page';
import { pageScripts } from '../tabs/page-scripts';
import { pointInTokensPage } from '../tabs/token-page';
import { tellLanguage } from '../ui/language';
import type { ShownControl } from './action';
import { askByPort } from './ask-by-port';
import { createController } from './controller';
import { keepingFocus } from './focus';
import { gather } from './gather';
import { Popup } from './view';

/** The scripts that leave a `PageReader` and a `ControlPointer` in a Dagster+ page. */
const SHOW_CONTROL_SCRIPTS = pageScripts('dagster-reader', 'show-control');

const root = document.getElementById('popup') as HTMLElement;

/** Here only read: what changes it is asked of the background. */
const place = { session, alarms: browser.alarms, now: Date.now, queue: createQueue(), policy: managedPolicy };

const controller = createController({
  gather: (tell) =>
    gather(
      {
        tabs: tabAccess,
        scripting,
        frontTab,
        dagsterAllowed: isDagsterAllowed,
        held: (privacy) => createHolding(place, privacy).read(),
        pasted: (privacy) => createHolding(place, privacy).readPasted(),
        confirmed: (privacy) => createConfirmedPages(place, privacy).read(),
        policy: managedPolicy,
      },
      tell,
    ),
  ask: (request) => askByPort(browser.runtime.connect(), request),
  requestAccess: (patterns) => browser.permissions.request({ origins: [...patterns] }),
  check: (question) => checkDetails(question),
  copy: (text) => navigator.clipboard.writeText(text),
  openTab: (url) => browser.tabs.create({ url }),
  showControl,
  closePopup: () => window.close(),
  draw: (state) =>
    keepingFocus(root, () => render(<Popup state={state} dispatch={controller.dispatch} t={t} />, root)),
  t,
  clock: (moment) => new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(moment),
  now: Date.now,
});

/** The tab in front; its address may be known only a moment after the press. */
async function frontTab(): Promise<browser.Tabs.Tab | undefined> {
  const query = { active: true, currentWindow: true };
  const [tab] = await browser.tabs.query(query);
  if (tab?.url) return tab;
  await latePress();
  return (await browser.tabs.query(query))[0];
}

async function showControl(tabId: number, control: ShownControl): Promise<boolean> {
  if (control === 'pressed') return pointInTokensPage(scripting, tabId);
  const page = { target: { tabId }, injectImmediately: true } as const;
  await scripting.executeScript({ ...page, files: SHOW_CONTROL_SCRIPTS });
  const [answer] = await scripting.executeScript({
    ...page,
    func: (name: typeof control) => (globalThis as DagsterPageWorld).controlPointer?.show(name),
    args: [control],
  });
  return answer?.result === true;
}

void wordsReady.then(() => {
  tellLanguage(document.documentElement, t);
  return controller.open();
});
