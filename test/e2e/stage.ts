/** A real browser with the built extension, and all sites behind it: what every end-to-end test stands on. */
import { afterEach, expect, inject, test } from 'vitest';
import { type BrowserName, type LaunchOptions, launchBrowser, type TestBrowser } from '../browsers/browser';
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

/** A stage of one's own, for what the shared browser cannot be; whoever starts it closes both. */
export async function startStage(options: Partial<Omit<LaunchOptions, 'port'>> = {}): Promise<Stage> {
  const name = inject('browser');
  const sites = await startSites();
  const browser = await launchBrowser(name, {
    extension: builtExtension(name),
    ...options,
    port: sites.port,
  });
  return { browser, sites };
}

/** One browser for all files that a worker runs: a launch costs as much as three tests. */
const onStage = test
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures are needed
  .extend('sites', { scope: 'worker' }, async ({}, { onCleanup }): Promise<Sites> => {
    const sites = await startSites();
    onCleanup(() => sites.close());
    return sites;
  })
  .extend('browser', { scope: 'worker' }, async ({ sites }, { onCleanup }): Promise<TestBrowser> => {
    const name = inject('browser');
    const browser = await launchBrowser(name, { extension: builtExtension(name), port: sites.port });
    onCleanup(() => browser.close());
    return browser;
  });

/**
 * The stage of the tests in a file. It is as new before each file: other organizations, nothing granted. After each
 * test all tabs are closed but a spare one, what is held is forgotten, neither the extension nor a page may have done something
 * unexpected, and nothing may stand where the browser keeps it on disk.
 */
export function useStage(): Stage {
  const shared = {} as { -readonly [Part in keyof Stage]: Stage[Part] };
  let toldErrors = 0;
  onStage.beforeAll(async ({ browser, sites }) => {
    Object.assign(shared, { browser, sites });
    sites.startAfresh();
    await takeBackGrants(browser);
    toldErrors = (await browser.errors()).length;
  });
  afterEach(async () => {
    const { browser, sites } = shared;
    const unexpected = [...sites.unexpected];
    const errors = (await browser.errors()).slice(toldErrors);
    toldErrors += errors.length;
    const stored = await browser.inExtension(async () => {
      await chrome.storage.session.clear();
      return { ...(await chrome.storage.local.get()), ...(await chrome.storage.sync.get()) };
    });
    await browser.closeTabs(sites.quietPage);
    sites.forgetRequests();
    expect({ errors, unexpected, stored }).toEqual({ errors: [], unexpected: [], stored: {} });
  });
  return shared;
}

/** Takes back what people can grant: access to the origins of frames. */
function takeBackGrants(browser: TestBrowser): Promise<boolean> {
  return browser.inExtension(async () => {
    const { host_permissions: required = [] } = chrome.runtime.getManifest();
    const { origins = [] } = await chrome.permissions.getAll();
    const granted = origins.filter((origin) => !required.includes(origin as never));
    return granted.length === 0 || chrome.permissions.remove({ origins: granted });
  });
}
