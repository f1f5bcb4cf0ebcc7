/** What fails at the worst moment, between the look of a popup and its press: what it says is true, and the next try works. */
import { expect, it } from 'vitest';
import type { BrowserName, Popup, Tab } from '../browsers/browser';
import { waitUntil } from '../browsers/wait-until';
import { MOMENTS } from '../linking-forms/moments';
import { type Stage, useStage } from './stage';
import {
  ALL_FILLED,
  areHeld,
  connect,
  fieldValues,
  holdDetails,
  openHub,
  pressFill,
  SENT,
  waitForHub,
  waitUntilPressesCount,
} from './steps';

const stage = useStage();

interface Moment {
  readonly stage: Stage;
  /** A popup over a page with the form, with details that are held. */
  readonly popup: Popup;
  readonly hub: Tab;
}

interface Fault {
  readonly name: string;
  happen(moment: Moment): Promise<unknown>;
  /** What a press of "Fill linking form" is answered with; nothing where the popup has gone as well. */
  readonly says?: string | Readonly<Record<BrowserName, string | undefined>>;
  /** What was held is gone with it. */
  readonly forgets?: true;
}

const FAULTS: readonly Fault[] = [
  {
    name: 'The background is stopped',
    happen: ({ stage: { browser } }) => browser.stopBackground(),
    says: ALL_FILLED,
  },
  {
    name: 'What is kept in memory is cleared by somebody else',
    happen: ({ stage: { browser } }) => browser.inExtension(() => chrome.storage.session.clear()),
    says: ALL_FILLED,
  },
  {
    name: 'The memory of the extension is full',
    happen: ({ stage: { browser } }) =>
      browser.inExtension(async () => {
        const area = chrome.storage.session;
        // Half as much each time, down to what not even a small record fits into.
        for (let size = 2 ** 23; size > 8; size /= 2)
          await area.set({ [`full-${size}`]: 'x'.repeat(size) }).catch(() => undefined);
      }),
    says: ALL_FILLED,
  },
  {
    name: 'The form’s page is loaded anew',
    async happen({ stage: { sites }, hub }) {
      await hub.goto(sites.hubPage());
      await waitForHub(hub);
    },
    says: MOMENTS.anotherConnector.says,
  },
  {
    name: 'The form’s tab is closed',
    happen: ({ hub }) => hub.close(),
    // Chrome's popup hangs on its tab, Firefox's on its window.
    says: { chrome: undefined, firefox: MOMENTS.anotherConnector.says },
  },
  {
    name: 'The extension is loaded anew, as after an update',
    happen: ({ stage: { browser } }) => browser.reloadExtension(),
    forgets: true,
  },
];

it.each(FAULTS)('$name', async ({ happen, says: told, forgets }) => {
  const { browser, sites } = stage;
  const says = typeof told === 'object' ? told[browser.name] : told;
  await holdDetails(browser);
  // Where its tab is closed, a window stays open.
  const other = await browser.newTab(sites.quietPage);
  const hub = await openHub(stage);
  const popup = await browser.pressToolbarButton(hub);
  await popup.waitForRole('button', 'Fill linking form');
  await waitUntilPressesCount(popup);
  await happen({ stage, popup, hub });
  if (says === undefined) await waitUntil('the popup to be gone', async () => !(await browser.popupOpen()));
  else expect(await pressFill(popup)).toBe(says);

  const isFilled = says === ALL_FILLED;
  if (isFilled) expect(await connect(sites, hub)).toEqual(SENT);
  else if (says && (await browser.tabs()).includes(hub)) expect(await fieldValues(hub)).toEqual(['', '', '']);
  expect(await areHeld(browser)).toBe(!isFilled && !forgets);

  await browser.inExtension(() => chrome.storage.session.clear());
  await holdDetails(browser);
  const next = await openHub(stage);
  expect(await pressFill(await browser.pressToolbarButton(next))).toBe(ALL_FILLED);
  expect(await connect(sites, next)).toEqual(SENT);
  expect(await other.url()).toBe(sites.quietPage);
});
