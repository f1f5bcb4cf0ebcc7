/** A browser with any extension, or none, and one page in it: no more than timing a page needs. */
import { type BrowserName, SMALL_WINDOW } from '../test/browsers/browser';
import { startFirefox } from '../test/browsers/firefox-process';
import { FirefoxSession } from '../test/browsers/firefox-session';
import { callExpression, type InPage } from '../test/browsers/in-page';
import { startChromium } from './chromium';

export interface BareBrowser {
  readonly version: string;
  /** Loads an address and waits until it has loaded. */
  goto(url: string): Promise<void>;
  evaluate<R, A = undefined>(fn: InPage<A, R>, arg?: A): Promise<Awaited<R>>;
  close(): Promise<void>;
}

/**
 * @param extension absolute path of an unpacked extension
 * @param port of the local server that stands for every host
 */
export const startBareBrowser = (
  name: BrowserName,
  port: number,
  extension?: string,
): Promise<BareBrowser> =>
  name === 'chrome' ? startBareChromium(port, extension) : startBareFirefox(port, extension);

async function startBareChromium(port: number, extension?: string): Promise<BareBrowser> {
  const { context, close } = await startChromium(extension, port);
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    version: context.browser()?.version() ?? '',
    goto: async (url) => {
      await page.bringToFront();
      await page.goto(url);
    },
    evaluate: <R, A>(fn: InPage<A, R>, arg?: A) => page.evaluate(callExpression(fn, arg)) as Promise<never>,
    close,
  };
}

async function startBareFirefox(port: number, extension?: string): Promise<BareBrowser> {
  const { marionette, version, close } = await startFirefox({
    extension: extension ?? '',
    port,
    windowSize: SMALL_WINDOW,
  });
  const session = new FirefoxSession(marionette);
  const tab = await session.commands((send) => send<{ value: string }>('WebDriver:GetWindowHandle'));
  if (extension)
    await session.commands((send) => send('Addon:Install', { path: extension, temporary: true }));
  const place = { tab: tab.value };
  return {
    version,
    goto: async (url) => {
      await session.commandsInPage(place, async (send) => {
        // An extension may have opened a page of its own in front.
        await send('WebDriver:SwitchToWindow', { handle: place.tab, focus: true });
        await send('WebDriver:Navigate', { url });
      });
    },
    evaluate: <R, A>(fn: InPage<A, R>, arg?: A) =>
      session.inPage<never>(place, `return ${callExpression(fn, arg)};`),
    close: () => close(),
  };
}
