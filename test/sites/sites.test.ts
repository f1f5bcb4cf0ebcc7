import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HUB_COMPONENTS, HUB_VERSIONS } from './hub-releases';
import { type Sites, startSites } from './server';

const VALUES = {
  user_token: 'user:0afb128e57084fce8fd15c62d75e4bd6',
  organization: 'acme',
  deployment: 'prod',
};

let sites: Sites;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  sites = await startSites();
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', `--host-resolver-rules=MAP * 127.0.0.1:${sites.port}`],
  });
});
beforeEach(async () => {
  sites.stackone.reset();
  context = await browser.newContext({ ignoreHTTPSErrors: true });
  page = await context.newPage();
});
afterEach(() => context.close());
afterAll(async () => {
  await browser.close();
  await sites.close();
});

const releases = HUB_VERSIONS.flatMap((version) =>
  HUB_COMPONENTS.map((component) => ({ version, component })),
);

describe.each(releases)("Hub $version as $component on a customer's page", (release) => {
  test('sends the three values to the API, and nothing goes anywhere else', async () => {
    await page.goto(sites.hubPage(release));
    for (const [name, value] of Object.entries(VALUES)) await page.locator(`input[name=${name}]`).fill(value);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await page.getByText('Connection Successful').waitFor();
    expect(sites.stackone.received.at(-1)).toEqual({
      method: 'POST',
      path: '/hub/accounts',
      body: { integration_id: 'integration-dagster', credentials: VALUES },
    });
    expect(sites.unexpected).toEqual([]);
  });
});
