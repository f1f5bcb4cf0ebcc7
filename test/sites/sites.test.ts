/** What the end-to-end tests take for granted of the sites; that each page shows its form is theirs to find. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { hubPage } from './hub-page';
import { type Sites, startSites } from './server';

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

test('a Hub in a closed shadow root asks for its form', async () => {
  const form = page.waitForResponse('https://api.stackone.com/hub/connectors/integration-dagster');
  await page.goto(sites.hubPage({ layout: 'closed-shadow-root' }));
  expect((await form).status()).toBe(200);
  expect(await page.locator('input').count()).toBe(0);
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
