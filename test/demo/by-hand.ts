/** Opens the two sites for a person, says what arrives at StackOne, and ends when the browser's tabs are closed. */
import type { TestBrowser } from '../browsers/browser';
import { TOKENS_PAGE } from '../e2e/steps';
import type { Sites } from '../sites/server';

const LOOK_AGAIN_MS = 500;

export async function playByHand(browser: TestBrowser, sites: Sites): Promise<void> {
  await browser.newTab(sites.hubPage());
  await browser.newTab(TOKENS_PAGE);
  console.log(
    [
      'Two tabs are open: the Tokens page of a stand-in for Dagster+, and a page with the real StackOne Hub.',
      '1. On Dagster+, press “Create user token”, then “Reveal token”.',
      '2. Go to the other tab and press the toolbar button of Dagster+ Link Helper.',
      '3. Press “Fill linking form”, then Connect in the form.',
      'Close both tabs, or press Ctrl+C here, when you are done.\n',
    ].join('\n'),
  );
  let told = 0;
  while ((await openTabs(browser)) > 0) {
    for (const { credentials } of sites.stackone.accounts.slice(told))
      console.log(`StackOne received ${JSON.stringify({ ...credentials, user_token: 'user:••••' })}`);
    told = sites.stackone.accounts.length;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

/** The browser itself may be gone: then no tab is open either. */
async function openTabs(browser: TestBrowser): Promise<number> {
  const tabs = await browser.tabs().catch(() => []);
  return tabs.length;
}
