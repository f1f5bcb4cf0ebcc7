import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { hubPage, LAYOUTS, type Layout } from './hub-page';
import { HUB_COMPONENTS, HUB_VERSIONS } from './hub-releases';
import { type Sites, startSites } from './server';

const VALUES = {
  user_token: 'user:0afb128e57084fce8fd15c62d75e4bd6',
  organization: 'acme',
  deployment: 'prod',
};

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

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

const CUSTOMER = 'https://portal.customer.example';
const VENDOR = 'https://forms.vendor.example';

/** Origin of the document that holds the Hub; of a closed shadow root it can only be told from the requests. */
const HUB_ORIGINS: Record<Exclude<Layout, 'closed-shadow-root'>, string> = {
  plain: CUSTOMER,
  'nested-shadow-roots': CUSTOMER,
  'two-hubs': CUSTOMER,
  'own-inputs': CUSTOMER,
  'strict-csp': CUSTOMER,
  late: CUSTOMER,
  'large-page': CUSTOMER,
  'same-origin-frame': CUSTOMER,
  'vendor-frame': VENDOR,
  'stackone-frame': 'https://app.stackone.com',
  'frame-in-shadow-root': VENDOR,
  'late-frame': VENDOR,
  'sandboxed-frame': 'null',
  'srcdoc-frame': CUSTOMER,
};

test('every layout shows the form, in a document of the origin it says', async () => {
  const shown = Object.keys(HUB_ORIGINS).map(async (layout) => {
    const layoutPage = await context.newPage();
    await layoutPage.goto(sites.hubPage({ layout: layout as Layout }));
    if (layout.startsWith('late')) await layoutPage.getByRole('button', { name: 'Link an account' }).click();
    const inFrame = layout.endsWith('frame') || layout.startsWith('frame');
    const document = inFrame ? layoutPage.frameLocator('iframe') : layoutPage;
    const token = document.locator('input[name=user_token]').first();
    return [layout, await token.evaluate(() => window.origin)];
  });
  expect(Object.fromEntries(await Promise.all(shown))).toEqual(HUB_ORIGINS);
  expect(sites.unexpected).toEqual([]);
});

test('a Hub in a closed shadow root asks for its form', async () => {
  expect(Object.keys(LAYOUTS).sort()).toEqual([...Object.keys(HUB_ORIGINS), 'closed-shadow-root'].sort());
  const form = page.waitForResponse('https://api.stackone.com/hub/connectors/integration-dagster');
  await page.goto(sites.hubPage({ layout: 'closed-shadow-root' }));
  expect((await form).status()).toBe(200);
  expect(await page.locator('input').count()).toBe(0);
});

test('two Hubs on a page have each their own connector', async () => {
  await page.goto(sites.hubPage({ layout: 'two-hubs', scenario: 'prefect', second: 'dagster' }));
  const names = page.locator('.card-header span').filter({ hasText: /./ });
  await names.nth(1).waitFor();
  expect(await names.allTextContents()).toEqual(expect.arrayContaining(['Prefect', 'Dagster']));
});

test('pages over http, on localhost too, and pages through the port as a proxy show the form', async () => {
  const proxied = await browser.newContext({
    ignoreHTTPSErrors: true,
    proxy: { server: `http://127.0.0.1:${sites.port}` },
  });
  const proxiedPage = await proxied.newPage();
  const visits = [
    [page, sites.hubPage({ place: 'localhost' })],
    [page, hubPage({ place: 'insecure' })],
    [proxiedPage, hubPage({ place: 'insecure' })],
    [proxiedPage, hubPage({ place: 'auth-link' })],
  ] as const;
  for (const [visitor, address] of visits) {
    await visitor.goto(address);
    await visitor.locator('input[name=user_token]').waitFor();
    expect(visitor.url()).toBe(address);
  }
  await proxied.close();
});

test('a request that no site knows is told', async () => {
  const answer = await page.goto('https://fonts.example/inter.woff2');
  expect(answer?.status()).toBe(404);
  expect(sites.unexpected).toContain('GET https://fonts.example/inter.woff2');
});
