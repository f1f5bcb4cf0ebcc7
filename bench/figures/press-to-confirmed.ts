/**
 * Prints how long a person waits: from the press of "Fill linking form" to the popup's confirmation, in milliseconds.
 *
 *   npm run bench                  both browsers; `npm run build` first
 */
import { type BrowserName, launchBrowser, type Popup } from '../browsers/browser';
import { builtExtension } from '../e2e/built-extension';
import { revealNewToken, TOKENS_PAGE, waitForHub } from '../e2e/steps';
import { startSites } from '../sites/server';
import { printMillis } from './print';

const FILLS = 20;

declare global {
  interface Window {
    /** Milliseconds from the press to the status, once it is there. */
    waited?: number;
  }
}

/** Takes the time inside the popup, between the browser's own time stamp of the press and the new status. */
async function timePress(popup: Popup): Promise<number> {
  await popup.evaluate(() => {
    let pressed = 0;
    addEventListener('click', ({ timeStamp }) => {
      pressed = timeStamp;
    });
    const status = document.querySelector('[role=status]') as Element;
    new MutationObserver(() => {
      if (status.textContent?.startsWith('Filled')) window.waited = performance.now() - pressed;
    }).observe(status, { childList: true, characterData: true, subtree: true });
  });
  await popup.press('button', 'Fill linking form');
  await popup.waitForStatus(/^Filled/);
  return popup.evaluate(() => window.waited ?? Number.NaN);
}

async function measure(name: BrowserName): Promise<void> {
  const sites = await startSites();
  const browser = await launchBrowser(name, { extension: builtExtension(name), port: sites.port });
  try {
    await revealNewToken(sites, await browser.newTab(TOKENS_PAGE));
    const times: number[] = [];
    const hub = await browser.newTab(sites.hubPage());
    while (times.length < FILLS) {
      await hub.goto(sites.hubPage());
      await waitForHub(hub);
      times.push(await timePress(await browser.pressToolbarButton(hub)));
    }
    printMillis(`${name} ${browser.version}: press of “Fill linking form” to its confirmation`, times);
  } finally {
    await browser.close();
    await sites.close();
  }
}

await measure('chrome');
await measure('firefox');
