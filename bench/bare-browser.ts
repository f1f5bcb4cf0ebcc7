/** A browser with any extension, or none, and one page in it: no more than timing a page needs. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { BrowserName } from '../test/browsers/browser';
import { startFirefox } from '../test/browsers/firefox-process';
import { FirefoxSession } from '../test/browsers/firefox-session';
import { callExpression, type InPage } from '../test/browsers/in-page';
import { findOrInstall } from '../test/browsers/installed';

export interface BareBrowser {
  readonly version: string;
  /** Loads an address and waits until it has loaded. */
  goto(url: string): Promise<void>;
  evaluate<R, A = undefined>(fn: InPage<A, R>, arg?: A): Promise<Awaited<R>>;
  close(): Promise<void>;
}

const WINDOW = { width: 800, height: 600 };

/**
 * @param extension absolute path of an unpacked extension
 * @param port of the local server that stands for every host
 */
export const startBareBrowser = (
  name: BrowserName,
  port: number,
  extension?: string,
): Promise<BareBrowser> =>
  name === 'chrome' ? startChromium(port, extension) : startBareFirefox(port, extension);

async function startChromium(port: number, extension?: string): Promise<BareBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'bench-chrome-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findOrInstall('chrome'),
    ignoreHTTPSErrors: true,
    viewport: WINDOW,
    args: [
      `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
      '--no-sandbox',
      ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
    ],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    version: context.browser()?.version() ?? '',
    goto: async (url) => {
      await page.bringToFront();
      await page.goto(url);
    },
    evaluate: <R, A>(fn: InPage<A, R>, arg?: A) => page.evaluate(callExpression(fn, arg)) as Promise<never>,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

async function startBareFirefox(port: number, extension?: string): Promise<BareBrowser> {
  const { marionette, version, close } = await startFirefox({
    extension: extension ?? '',
    port,
    windowSize: WINDOW,
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
