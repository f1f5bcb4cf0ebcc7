/** Chromium with an extension, or none, driven by Playwright alone. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright';
import { SMALL_WINDOW } from '../test/browsers/browser';
import { findOrInstall } from '../test/browsers/installed';

/**
 * @param extension absolute path of an unpacked extension
 * @param port of a local server that stands for every host
 */
export async function startChromium(
  extension?: string,
  port?: number,
): Promise<{ readonly context: BrowserContext; close(): Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), 'bench-chrome-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findOrInstall('chrome'),
    ignoreHTTPSErrors: true,
    viewport: SMALL_WINDOW,
    args: [
      '--no-sandbox',
      ...(port ? [`--host-resolver-rules=MAP * 127.0.0.1:${port}`] : []),
      ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
    ],
  });
  return {
    context,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
