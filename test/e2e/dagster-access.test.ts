/** Where the browser keeps Dagster+ from the extension, the popup asks for access and goes on after the grant. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Popup, Tab } from '../browsers/browser';
import { waitUntil } from '../browsers/wait-until';
import { useStage } from './stage';
import { addOrganization, copiedToken, openWithToken, waitForHub } from './steps';

const stage = useStage();

beforeEach(() => stage.browser.withholdHostAccess());
afterEach(() => stage.browser.restoreHostAccess());

/** Opens the popup on a linking form, behind which a Dagster+ tab shows a token. */
async function popupBesideDagster(slug: string) {
  const dagster = await openWithToken(stage, addOrganization(stage.sites, { slug }));
  const form = await stage.browser.newTab(stage.sites.hubPage());
  await waitForHub(form);
  const popup = await stage.browser.pressToolbarButton(form);
  await popup.waitForRole('button', 'Allow access to Dagster+');
  await popup.waitForRole('button', 'Fill linking form');
  expect(await popup.isDisabled('button', 'Fill linking form')).toBe(true);
  return { popup, ...dagster };
}

const allow = (popup: Popup) => () => popup.press('button', 'Allow access to Dagster+');

/**
 * Opens the popup on a Dagster+ tab that is withheld. Chrome spends a first press there on running the declared script
 * that it held back, and opens the popup at the second.
 */
async function popupOnWithheldTab(tab: Tab): Promise<Popup> {
  const { browser } = stage;
  if (browser.name === 'chrome') {
    await browser.pressToolbarButtonOnly(tab);
    // A second press before that is lost.
    await waitUntil('the press to give access to the tab', () =>
      browser.inExtension(
        async () => (await chrome.tabs.query({ active: true, currentWindow: true }))[0]?.url,
      ),
    );
  }
  return browser.pressToolbarButton(tab);
}

it('goes on after the grant with what the open Dagster+ tab shows', async () => {
  const { browser } = stage;
  const { popup, token } = await popupBesideDagster('granted');
  await browser.answerPermissionPrompt(popup, 'accept', allow(popup));
  // Chrome's prompt has closed the popup; the extension opens it again.
  const after = browser.name === 'chrome' ? await browser.popupThatOpens() : popup;
  await after.waitForText('granted.dagster.cloud');
  expect(await after.has('button', 'Allow access to Dagster+')).toBe(false);
  expect(await copiedToken(stage, after)).toBe(token);
  await after.press('button', 'Fill linking form');
  await after.waitForStatus('Filled User Token, Organization slug and Deployment.');
});

it('says so when access is refused, and still reads the Dagster+ tab at a press there', async () => {
  const { browser } = stage;
  const { popup, tab, token } = await popupBesideDagster('refused');
  await browser.answerPermissionPrompt(popup, 'refuse', allow(popup));
  if (browser.name === 'firefox') {
    await popup.waitForStatus(/^Access to Dagster\+ was not allowed\./);
    await popup.close();
  }
  expect(await copiedToken(stage, await popupOnWithheldTab(tab))).toBe(token);
});
