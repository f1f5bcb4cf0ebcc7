/** Walks the journey by itself: says each step, takes a picture of it, and fails when something is not as it should be. */
import { deepStrictEqual } from 'node:assert';
import type { Popup, Tab, TestBrowser } from '../browsers/browser';
import { connect, revealNewToken, TOKENS_PAGE, waitForHub } from '../e2e/steps';
import type { Sites } from '../sites/server';

/** Is told each step when it is done: what was done, a name for its picture, the tab in front and the popup over it. */
export type Step = (text: string, name: string, tab: Tab, popup?: Popup) => Promise<void>;

export async function walk(browser: TestBrowser, sites: Sites, step: Step): Promise<void> {
  const dagster = await browser.newTab(TOKENS_PAGE);
  const token = await revealNewToken(sites, dagster);
  await step('On Dagster+: created a user token and revealed it', 'revealed-token', dagster);

  const onDagster = await browser.pressToolbarButton(dagster);
  await onDagster.waitForText('acme.dagster.cloud');
  await onDagster.waitForText(/Held in memory until/);
  await step(
    'Pressed the toolbar button: the popup shows what it read',
    'popup-on-dagster',
    dagster,
    onDagster,
  );
  await onDagster.close();

  const hub = await browser.newTab(sites.hubPage());
  await waitForHub(hub);
  await step('Went to the page with the linking form', 'empty-form', hub);

  const onHub = await browser.pressToolbarButton(hub);
  await onHub.waitForRole('button', 'Fill linking form');
  await step(
    'Pressed the toolbar button there: the popup names the form and its page',
    'popup-on-hub',
    hub,
    onHub,
  );

  await onHub.press('button', 'Fill linking form');
  const status = await onHub.waitForStatus(/illed/);
  deepStrictEqual(status, 'Filled User Token, Organization slug and Deployment.');
  await step(`Pressed “Fill linking form”: “${status}”`, 'popup-filled', hub, onHub);
  await onHub.close();
  await step('The form holds the three values; nothing was sent yet', 'filled-form', hub);
  deepStrictEqual(sites.stackone.accounts, []);

  const received = await connect(sites, hub);
  deepStrictEqual(received, { user_token: token, organization: 'acme', deployment: 'prod' });
  await step('Pressed Connect in the form', 'linked', hub);

  const shown = { ...received, user_token: `user:••••${token.slice(-4)}` };
  console.log(`\nStackOne received ${JSON.stringify(shown)} and linked the account.`);
}
