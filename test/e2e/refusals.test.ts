/** What stands in the way is said in one sentence; nothing is written, and what was read stays held. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Popup, Tab } from '../browsers/browser';
import { waitUntil } from '../browsers/wait-until';
import { areHeld, holdDetails, SENT } from './forms';
import { fieldValues, revealNewToken, TOKENS_PAGE, waitForForm } from './journey';
import { useStage } from './stage';

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
    expect(await popup.has('button', 'Open Dagster+')).toBe(true);
    expect(await popup.has('button', 'Fill linking form')).toBe(false);
    await popup.press('button', 'Open Dagster+');
    await waitUntil('a tab with Dagster+', async () => {
      const tabs = await stage.browser.tabs();
      return (await tabs.at(-1)?.url()) === 'https://dagster.cloud/';
    });
  });

  it('names the form that it found, and what is still missing for it', async () => {
    const tab = await stage.browser.newTab(stage.sites.hubPage());
    await waitForForm(tab);
    const popup = await stage.browser.pressToolbarButton(tab);
    await popup.waitForText('Dagster form on https://portal.customer.example');
    await popup.waitForText('Still missing: User Token, Organization slug and Deployment.');
    expect(await popup.isDisabled('button', 'Fill linking form')).toBe(true);
  });

  it('says so on a page that the browser keeps to itself', async () => {
    const { popup } = await popupOn(stage.browser.name === 'chrome' ? 'chrome://version/' : 'about:support');
    await popup.waitForText(/keeps this page to itself/);
  });
});

describe('with held details', () => {
  beforeEach(() => holdDetails(stage.browser));

  it('says that there is no linking form, and keeps the details at hand', async () => {
    const { popup } = await popupOn(withoutForm());
    await popup.waitForText('No linking form on this page');
    expect(await popup.has('button', 'Fill linking form')).toBe(false);
    await popup.press('button', 'Copy User Token');
    await popup.waitForStatus('Copied User Token.');
    expect(await areHeld(stage.browser)).toBe(true);
  });

  it('fills nothing on a page without https', async () => {
    const tab = await stage.browser.newTab(stage.sites.hubPage({ place: 'insecure' }));
    await waitForForm(tab);
    const popup = await stage.browser.pressToolbarButton(tab);
    await popup.waitForText(/not secure \(https\)/);
    expect(await popup.has('button', 'Fill linking form')).toBe(false);
    expect(await fieldValues(tab)).toEqual(['', '', '']);
    expect(await areHeld(stage.browser)).toBe(true);
  });

  it('fills a page on localhost without https', async () => {
    const tab = await stage.browser.newTab(stage.sites.hubPage({ place: 'localhost' }));
    await waitForForm(tab);
    const popup = await stage.browser.pressToolbarButton(tab);
    await popup.press('button', 'Fill linking form');
    await popup.waitForStatus('Filled User Token, Organization slug and Deployment.');
    expect(await fieldValues(tab)).toEqual(Object.values(SENT));
  });

  it("names another connector's form with the same labels, and leaves it alone", async () => {
    const tab = await stage.browser.newTab(stage.sites.hubPage({ scenario: 'astronomer' }));
    await waitForForm(tab);
    const popup = await stage.browser.pressToolbarButton(tab);
    await popup.waitForText('This is the form for Astronomer');
    expect(await popup.has('button', 'Fill linking form')).toBe(false);
    expect(await popup.has('button', 'Fill this form anyway')).toBe(false);
    expect(await fieldValues(tab)).toEqual(['', '', '']);
    expect(await areHeld(stage.browser)).toBe(true);
  });

  it('writes nothing when the form is gone at the press', async () => {
    const tab = await stage.browser.newTab(stage.sites.hubPage());
    await waitForForm(tab);
    const popup = await stage.browser.pressToolbarButton(tab);
    await popup.waitForRole('button', 'Fill linking form');
    await tab.evaluate(() => document.querySelector('stackone-hub')?.remove());
    await popup.press('button', 'Fill linking form');
    await popup.waitForStatus('Not filled: There is no linking form on this page.');
    expect(await areHeld(stage.browser)).toBe(true);
  });

  it('writes nothing when the page has moved on at the press', async () => {
    const tab = await stage.browser.newTab(stage.sites.hubPage());
    await waitForForm(tab);
    const popup = await stage.browser.pressToolbarButton(tab);
    await popup.waitForRole('button', 'Fill linking form');
    await tab.evaluate(() => document.body.replaceChildren());
    await popup.press('button', 'Fill linking form');
    await popup.waitForStatus(/^Not filled: /);
    expect(await areHeld(stage.browser)).toBe(true);
  });

  it('forgets at a press of Forget', async () => {
    const { popup } = await popupOn(withoutForm());
    await popup.press('button', 'Forget');
    await popup.waitForStatus('Forgotten.');
    expect(await popup.has('button', 'Copy User Token')).toBe(false);
    expect(await stage.browser.inExtension(() => chrome.storage.session.get())).toEqual({});
  });
});

it('reads a tab that was open before the extension was updated', async () => {
  const { browser, sites } = stage;
  const tab = await browser.newTab(TOKENS_PAGE);
  const token = await revealNewToken(sites, tab);
  await browser.reloadExtension();
  const popup = await browser.pressToolbarButton(tab);
  expect(await popup.waitForText(/Held in memory until/)).toContain(`user:••••${token.slice(-4)}`);
});
