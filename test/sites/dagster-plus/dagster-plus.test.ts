/** The stand-in in a real browser, each page load over TLS with real cookies. */
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { certificate } from '../certificate';
import { type DagsterPlus, dagsterPlus } from './dagster-plus';
import { pageBundle } from './page-bundle';
import type { Rendering } from './rendering';

/** Limits for a machine that is busy with other tests; nothing waits this long otherwise. */
const STEP_LIMIT_MS = 15_000;
vi.setConfig({ testTimeout: 2 * STEP_LIMIT_MS });

const TOKENS = 'https://acme.dagster.cloud/prod/org-settings/tokens';

let server: Server;
let browser: Browser;
let site: DagsterPlus;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  server = createServer(await certificate(), async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const answer = await site.handle({
      method: request.method ?? 'GET',
      host: (request.headers.host ?? '').replace(/:\d+$/, ''),
      path: request.url ?? '/',
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(chunks).toString(),
    });
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', `--host-resolver-rules=MAP * 127.0.0.1:${port}`],
  });
  context = await browser.newContext({ ignoreHTTPSErrors: true });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  page = await context.newPage();
  page.setDefaultTimeout(STEP_LIMIT_MS);
  await pageBundle();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

beforeEach(async () => {
  site = dagsterPlus();
  await context.clearCookies();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });

async function createAndReveal(): Promise<string> {
  await button('Create user token').click();
  await expect.poll(() => button('Revoke').count(), { timeout: STEP_LIMIT_MS }).toBe(2);
  await button('Reveal token').first().click();
  await button('Hide token').waitFor();
  return site.acme.userTokens[0]?.value ?? '';
}

describe('the Tokens page', () => {
  it('creates a token at once and hidden, reveals it, and hides it again', async () => {
    await page.goto(TOKENS);
    const value = await createAndReveal();
    expect(value).toMatch(/^user:[0-9a-f]{32}$/);
    await page.getByText(value, { exact: true }).waitFor();
    await button('Hide token').click();
    await button('Hide token').waitFor({ state: 'detached' });
    expect(await page.content()).not.toContain(value);
  });

  it('copies a revealed token at a press and says so in a tooltip', async () => {
    await page.goto(TOKENS);
    const value = await createAndReveal();
    await page.getByText(value, { exact: true }).hover();
    await page.getByRole('tooltip', { name: 'Click to copy' }).waitFor();
    await page.getByText(value, { exact: true }).click();
    await page.getByRole('tooltip', { name: 'Copied!' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(value);
  });

  it('names a token with the pencil in its description', async () => {
    await page.goto(TOKENS);
    await createAndReveal();
    await button('Edit description').first().click();
    await page.getByRole('textbox', { name: 'Description' }).fill('StackOne integration');
    await button('Save').click();
    await page.getByText('StackOne integration').waitFor();
    expect(site.acme.userTokens[0]?.description).toBe('StackOne integration');
  });

  it('moves a revoked token to the list of revoked ones', async () => {
    await page.goto(TOKENS);
    await button('Revoke').click();
    await page.getByText('No active tokens').waitFor();
    expect(site.acme.userTokens[0]?.revoked).toBeInstanceOf(Date);
    expect(await page.getByRole('table').nth(0).textContent()).toContain('Local CLI');
  });

  it('shows an administrator the tokens of another user without creating or revealing', async () => {
    await page.goto(TOKENS);
    await button('Ada Lindqvist (you)').click();
    await page.getByRole('menuitem', { name: 'Grace Okafor' }).click();
    await page.getByRole('heading', { name: 'Manage tokens for Grace Okafor' }).waitFor();
    expect(await button('Create user token').count()).toBe(0);
    expect(await page.getByRole('table').first().textContent()).not.toContain('Reveal token');
  });

  it('refuses to reveal the token of another user, even to an administrator', async () => {
    const other = site.acme.createToken({ owner: 'grace@acme.example' });
    await page.goto(TOKENS);
    const status = await page.evaluate(
      async (id) => (await fetch(`/api/tokens/${id}/reveal`)).status,
      other.id,
    );
    expect(status).toBe(403);
  });

  it('reveals agent tokens and revokes one inside its dialog', async () => {
    await page.goto(TOKENS);
    await button('Create agent token').click();
    await expect.poll(() => button('Edit').count(), { timeout: STEP_LIMIT_MS }).toBe(3);
    const agents = page.locator('section', { hasText: 'Create agent token' });
    await agents.getByRole('button', { name: 'Reveal token' }).first().click();
    await page.getByText(site.acme.agentTokens[0]?.value ?? '', { exact: true }).waitFor();
    await button('Edit').first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke token' }).click();
    await expect.poll(() => button('Edit').count(), { timeout: STEP_LIMIT_MS }).toBe(2);
  });

  it('offers no agent tokens and no other users to somebody who is not an administrator', async () => {
    site.acme.viewer = 'grace@acme.example';
    await page.goto(TOKENS);
    await button('Create user token').waitFor();
    expect(await page.getByText('Agent tokens').count()).toBe(0);
    expect(await page.getByText('Manage tokens for', { exact: true }).count()).toBe(0);
  });
});

describe('the ways to draw a token', () => {
  const shown = async (rendering: Partial<Rendering>, selector: string): Promise<string[]> => {
    site.rendering = { ...site.rendering, ...rendering };
    await page.goto(TOKENS);
    await page.locator('button', { hasText: /Create user|Créer un jeton u/ }).waitFor();
    await page
      .locator('button', { hasText: /Reveal token|Révéler/ })
      .first()
      .click();
    await page.locator('button', { hasText: /Hide token|Masquer/ }).waitFor();
    return page.locator(selector).evaluateAll((found) => found.map((one) => one.textContent ?? ''));
  };
  const value = () => site.acme.userTokens[0]?.value ?? '';
  const cut = () => `${value().slice(0, 12)}…${value().slice(-8)}`;

  it('keeps the value of an input out of its attributes and text', async () => {
    await shown({ token: 'input', rows: 'divs' }, 'input');
    expect(await page.locator('input[readonly]').inputValue()).toBe(value());
    expect(await page.content()).not.toContain(value());
    expect(await page.locator('table').count()).toBe(0);
  });

  it('puts the full token beside the short one, without height and in the title', async () => {
    expect(await shown({ truncation: 'middle' }, '[title^="user:"] > span')).toEqual([value(), cut()]);
    expect((await page.getByText(value(), { exact: true }).boundingBox())?.height ?? 0).toBe(0);
    expect(await page.locator('[title^="user:"]').getAttribute('title')).toBe(value());
  });

  it('can leave a copied token behind in a text area outside the view', async () => {
    await shown({ copying: 'leftover' }, 'h1');
    await page.getByText(value(), { exact: true }).click();
    await expect.poll(() => page.locator('textarea').count(), { timeout: STEP_LIMIT_MS }).toBe(1);
    expect(await page.locator('textarea').inputValue()).toBe(value());
  });

  it('changes a hundred times a second when it is busy', async () => {
    await page.goto(`${TOKENS}?activity=busy`);
    const changes = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          let seen = 0;
          const observer = new MutationObserver((records) => {
            seen += records.length;
            if (seen > 50) done(seen);
          });
          observer.observe(document.body, { childList: true, subtree: true });
        }),
    );
    expect(changes).toBeGreaterThan(50);
  });

  it('has the full token nowhere when it is really cut', async () => {
    expect(await shown({ truncation: 'cut', token: 'code' }, 'code')).toEqual([cut()]);
    expect(await page.content()).not.toContain(value());
  });

  it('breaks the shown token with invisible characters', async () => {
    const [text = ''] = await shown(
      { characters: 'zero-width', token: 'button' },
      'button:has-text("user:")',
    );
    expect(text).not.toBe(value());
    expect(text.replaceAll('\u200b', '')).toBe(value());
  });

  it('translates every word inside an open shadow root', async () => {
    expect(await shown({ root: 'shadow', language: 'fr' }, 'h1')).toEqual(["Paramètres de l'organisation"]);
    expect(await page.content()).not.toContain('user:');
    expect(await page.getByText(value(), { exact: true }).count()).toBe(1);
  });
});

describe('addresses', () => {
  it.each([
    ['side', 'org-settings'],
    ['top', 'cloud-settings'],
  ])('leads from the %s bar to the Tokens page in %s without a load', async (navigation, settings) => {
    await page.goto(
      `https://acme.dagster.cloud/data-eng-prod/runs?navigation=${navigation}&settings=${settings}`,
    );
    await page.evaluate(() => Object.assign(window, { sameLoad: true }));
    await button('Ada Lindqvist').click();
    await page.getByText('Acme Inc.').last().waitFor();
    await page.getByRole('menuitem', { name: 'Organization settings' }).click();
    await page.getByRole('link', { name: 'Tokens' }).click();
    await button('Create user token').waitFor();
    expect(page.url()).toBe(`https://acme.dagster.cloud/data-eng-prod/${settings}/tokens`);
    expect(await page.evaluate(() => 'sameLoad' in window)).toBe(true);
    expect(await page.title()).toBe('Organization settings | Dagster+');
    await page.goBack();
    await page.goBack();
    await page.getByRole('heading', { name: 'Runs', level: 1 }).waitFor();
  });

  it('switches to a branch deployment, whose address is a hex name', async () => {
    await page.goto('https://acme.dagster.cloud/prod/assets');
    await button('prod').click();
    await page.getByRole('menuitem', { name: 'ada/orders-backfill' }).click();
    await page.waitForURL('https://acme.dagster.cloud/5f0c1e9a7b3d4826/assets');
    await button('ada/orders-backfill').waitFor();
  });

  it('signs in at the bare host of a region and leads to the organization', async () => {
    site.signOut();
    await page.goto('https://nordwind.eu.dagster.cloud/prod/overview');
    await page.getByRole('heading', { name: 'Sign in to Dagster+' }).waitFor();
    await page.goto('https://eu.dagster.cloud/');
    await page.getByLabel('Work email').fill('elif@nordwind.example');
    await button('Continue').click();
    await page.waitForURL('https://nordwind.eu.dagster.cloud/prod/overview');
    await button('Elif Aydın').waitFor();
  });
});
