/** What fails at the worst moment, between the look of a popup and its press: what it says is true, and the next try works. */
import { expect, it } from 'vitest';
import type { BrowserName, Popup, Tab } from '../browsers/browser';
import { waitUntil } from '../browsers/wait-until';
import { MOMENTS } from '../linking-forms/moments';
import { PLACE_CASES, type PlaceCase } from '../linking-forms/places';
import { type Stage, useStage } from './stage';
import {
  ALL_FILLED,
  addOrganization,
  areHeld,
  connect,
  fieldValues,
  holdDetails,
  openHub,
  openWithToken,
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
  /** The page with the form is. */
  readonly endsPage?: true;
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
    endsPage: true,
  },
  {
    name: 'The form’s tab crashes',
    happen: ({ stage: { browser }, hub }) => browser.crash(hub),
    says: MOMENTS.anotherConnector.says,
    endsPage: true,
  },
  {
    name: 'The extension is switched off and on',
    happen: ({ stage: { browser } }) => browser.switchExtensionOffAndOn(),
    forgets: true,
  },
  {
    name: 'The extension is loaded anew, as after an update',
    happen: ({ stage: { browser } }) => browser.reloadExtension(),
    forgets: true,
  },
];

it.each(FAULTS)('$name', async ({ happen, says: told, forgets, endsPage }) => {
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
  else if (says && !endsPage) expect(await fieldValues(hub)).toEqual(['', '', '']);
  expect(await areHeld(browser)).toBe(!isFilled && !forgets);

  await browser.inExtension(() => chrome.storage.session.clear());
  await holdDetails(browser);
  const next = await openHub(stage);
  expect(await pressFill(await browser.pressToolbarButton(next))).toBe(ALL_FILLED);
  expect(await connect(sites, next)).toEqual(SENT);
  expect(await other.url()).toBe(sites.quietPage);
});

it('Access to the frame with the form is taken back', async () => {
  const { browser, sites } = stage;
  const { page, frame = '' } = PLACE_CASES.find(({ page }) => page.layout === 'vendor-frame') as PlaceCase;
  await browser.grantHostAccess(frame);
  await holdDetails(browser);
  const hub = await browser.newTab(sites.hubPage(page));
  const form = await hub.frame(frame);
  await waitForHub(form);
  const popup = await browser.pressToolbarButton(hub);
  await popup.waitForRole('button', 'Fill inside this page');
  await waitUntilPressesCount(popup);
  await browser.inExtension((origin) => chrome.permissions.remove({ origins: [`${origin}/*`] }), frame);
  await popup.press('button', 'Fill inside this page');
  await popup.waitForStatus(MOMENTS.anotherConnector.says);
  expect(await fieldValues(form)).toEqual(['', '', '']);
  expect(await areHeld(browser)).toBe(true);
  await popup.close();
  await browser.grantHostAccess(frame);
  const next = await browser.pressToolbarButton(hub);
  await next.press('button', 'Fill inside this page');
  await next.waitForStatus(ALL_FILLED);
  expect(await connect(sites, form)).toEqual(SENT);
});

it('The Dagster+ tab behind is discarded: nobody waits for it, and what it has shown is filled', async () => {
  const { browser, sites } = stage;
  const { tab, token } = await openWithToken(stage, addOrganization(sites, { slug: 'discarded' }));
  const looked = await browser.pressToolbarButton(tab);
  await looked.waitForText(/Held in memory until/);
  await looked.close();
  const hub = await openHub(stage);
  const discarded = await browser.inExtension(async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://discarded.dagster.cloud/*' });
    await chrome.tabs.discard(tab?.id ?? -1);
    return (await chrome.tabs.query({ discarded: true })).length;
  });
  expect(discarded).toBe(1);
  expect(await pressFill(await browser.pressToolbarButton(hub))).toBe(ALL_FILLED);
  expect(await connect(sites, hub)).toMatchObject({ user_token: token, organization: 'discarded' });
});
