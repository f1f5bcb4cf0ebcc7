/** How long a person waits from the press of “Fill linking form” to the popup's confirmation. */
import { type BrowserName, launchBrowser, type Popup } from '../../test/browsers/browser';
import { builtExtension } from '../../test/e2e/built-extension';
import { revealNewToken, TOKENS_PAGE, waitForHub, waitUntilPressesCount } from '../../test/e2e/steps';
import { startSites } from '../../test/sites/server';
import { type Figure, ROUNDS } from '../figure';

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

async function inBrowser(name: BrowserName): Promise<Figure> {
  const sites = await startSites();
  const browser = await launchBrowser(name, { extension: builtExtension(name), port: sites.port });
  try {
    await revealNewToken(sites, await browser.newTab(TOKENS_PAGE));
    const samples: number[] = [];
    const hub = await browser.newTab(sites.hubPage());
    while (samples.length < ROUNDS) {
      await hub.goto(sites.hubPage());
      await waitForHub(hub);
      const popup = await browser.pressToolbarButton(hub);
      await waitUntilPressesCount(popup);
      samples.push(await timePress(popup));
      await popup.close();
    }
    return {
      id: `press-${name}`,
      title: `Press of “Fill linking form” until it is confirmed, in ${name} ${browser.version}`,
      unit: 'ms',
      how: 'The real Hub; what is confirmed has been read back from the fields after React has drawn it.',
      wanted: `a median of at most ${name === 'chrome' ? 35 : 45} ms`,
      sides: [{ name: 'this extension', kind: 'ours', samples }],
    };
  } finally {
    await browser.close();
    await sites.close();
  }
}

export const pressToConfirmed = async (): Promise<Figure[]> => [
  await inBrowser('chrome'),
  await inBrowser('firefox'),
];
