/** A real browser with the built extension, and all sites behind it: what every end-to-end test stands on. */
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { type BrowserName, launchBrowser, type TestBrowser } from '../browsers/browser';
import { type Sites, startSites } from '../sites/server';
import { builtExtension } from './built-extension';

declare module 'vitest' {
  interface ProvidedContext {
    browser: BrowserName;
  }
}

export interface Stage {
  readonly browser: TestBrowser;
  readonly sites: Sites;
}

/**
 * Starts the project's browser and the sites before the tests of a file, and ends both after them. After each test
 * all tabs are closed, what is held is forgotten, and neither the extension nor a page may have done something
 * unexpected.
 */
export function useStage(): Stage {
  const stage = {} as { -readonly [Part in keyof Stage]: Stage[Part] };
  let known = 0;
  beforeAll(async () => {
    const name = inject('browser');
    stage.sites = await startSites();
    stage.browser = await launchBrowser(name, { extension: builtExtension(name), port: stage.sites.port });
  });
  afterEach(async () => {
    const { browser, sites } = stage;
    const unexpected = sites.unexpected.slice(known);
    known += unexpected.length;
    const errors = await browser.errors();
    await browser.inExtension(() => chrome.storage.session.clear());
    for (const tab of await browser.tabs()) await tab.close();
    sites.stackone.reset();
    expect({ errors, unexpected }).toEqual({ errors: [], unexpected: [] });
  });
  afterAll(async () => {
    await stage.browser?.close();
    await stage.sites?.close();
  });
  return stage;
}
