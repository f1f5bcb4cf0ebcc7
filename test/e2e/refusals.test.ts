/** What stands in the way is said in one sentence and in time; nothing is written, and what was read stays held. */
import { describe, expect, it } from 'vitest';
import type { Popup, Tab } from '../browsers/browser';
import { waitUntil } from '../browsers/wait-until';
import { useStage } from './stage';
import {
  addOrganization,
  areHeld,
  fieldValues,
  holdDetails,
  kept,
  openHub,
  openWithToken,
  TOKENS_PAGE,
  waitUntilPressesCount,
} from './steps';

const stage = useStage();

/** A page of a customer that has no form on it. */
const withoutForm = (): string => stage.sites.hubPage({ layout: 'late' });

/** Opens an address and the popup on it. */
async function popupOn(url: string): Promise<{ tab: Tab; popup: Popup }> {
  const tab = await stage.browser.newTab(url);
  return { tab, popup: await stage.browser.pressToolbarButton(tab) };
}

describe('with nothing at hand', () => {
  it('says that a page of another site is not a Dagster+ page, and shows the way there', async () => {
    const { popup } = await popupOn(withoutForm());
    await popup.waitForText('This is not a Dagster+ page.');
    expect(await popup.has('button', 'Fill linking form')).toBe(false);
    await popup.press('button', 'Open Dagster+');
    await waitUntil('a tab with Dagster+', async () => {
      const tabs = await stage.browser.tabs();
      return (await tabs.at(-1)?.url()) === 'https://dagster.cloud/';
    });
  });

  it('names the form that it found, and what is still missing for it', async () => {
    const popup = await stage.browser.pressToolbarButton(await openHub(stage));
    await popup.waitForText('Dagster form on https://portal.customer.example');
    await popup.waitForText('Still missing: User Token, Organization slug and Deployment.');
    expect(await popup.isDisabled('button', 'Fill linking form')).toBe(true);
  });

  it('speaks the language of its words, and says which it is', async () => {
    const { popup } = await popupOn(withoutForm());
    expect(await popup.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual(
      ['en', 'ltr'],
    );
  });

  it('says so on a page that the browser keeps to itself', async () => {
    const { popup } = await popupOn(stage.browser.name === 'chrome' ? 'chrome://version/' : 'about:support');
    await popup.waitForText(/keeps this page to itself/);
  });
});

describe('forgetting', () => {
  it('by the keyboard leaves the focus on what comes next, and nothing held', async () => {
    await holdDetails(stage.browser);
    const { popup } = await popupOn(withoutForm());
    await popup.waitForRole('button', 'Forget');
    await waitUntil('Forget to have the focus', async () => {
      await popup.pressKey('Tab');
      return (await popup.focused())?.name === 'Forget';
    });
    await waitUntilPressesCount(popup);
    await popup.pressKey('Enter');
    await popup.waitForStatus('Forgotten.');
    expect(await popup.has('button', 'Copy User Token')).toBe(false);
    expect(await popup.focused()).toBeDefined();
    expect(await kept(stage.browser)).toEqual({});
  });

  it('beside a tab that still shows the token counts for that popup', async () => {
    const { tab } = await openWithToken(stage, addOrganization(stage.sites, { slug: 'forgetful' }));
    const popup = await stage.browser.pressToolbarButton(tab);
    await popup.press('button', 'Forget');
    await popup.waitForStatus('Forgotten.');
    await popup.setValue('combobox', 'Deployment', 'staging');
    await popup.press('button', 'Copy Deployment');
    await popup.waitForStatus('Copied Deployment.');
    expect(await kept(stage.browser)).toEqual({});
  });
});

/**
 * Keeps the page from answering anybody until the time is over, a moment after the driver has its answer. The address
 * says that it has begun. Runs in the page.
 */
function hang(ms: number): void {
  setTimeout(() => {
    history.replaceState(null, '', '#busy');
    const end = performance.now() + ms;
    while (performance.now() < end);
  }, 200);
}

async function keepBusy(tab: Tab, ms: number): Promise<void> {
  await tab.evaluate(hang, ms);
  await waitUntil('the page to be busy', async () => (await tab.url()).endsWith('#busy'));
}

describe('a page that is busy', () => {
  /** Longer than the popup takes to open, and than any limit of ours. */
  const BUSY_MS = 8_000;

  it('of Dagster+ is said to be, and what it shows is shown once it answers', async () => {
    const tab = await stage.browser.newTab(TOKENS_PAGE);
    await tab.bringToFront();
    await keepBusy(tab, BUSY_MS);
    const popup = await stage.browser.pressToolbarButton(tab);
    await popup.waitForText(/the page is busy/);
    await popup.waitForText('No user token is revealed on this page.');
  });

  it('with the form is not filled later, when it did not begin in time', async () => {
    const { browser } = stage;
    await holdDetails(browser);
    const hub = await openHub(stage);
    const popup = await browser.pressToolbarButton(hub);
    await popup.waitForRole('button', 'Fill linking form');
    await keepBusy(hub, BUSY_MS);
    await popup.press('button', 'Fill linking form');
    await popup.waitForStatus(/^Not filled: The page took too long/);
    await hub.waitFor(() => true);
    expect(await fieldValues(hub)).toEqual(['', '', '']);
    expect(await areHeld(browser)).toBe(true);
  });
});
