/** What an administrator has set holds in a browser that they manage. A browser of its own, as the others have no policy. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Stage, startStage } from './stage';
import { addOrganization, kept, openHub, openWithToken, revealNewToken, TOKENS_PAGE } from './steps';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage({
    policy: { holdMinutes: 5, formOrigins: ['https://only.example'], organizations: ['acme'] },
  });
});
afterAll(async () => {
  await stage?.browser.close();
  await stage?.sites.close();
});

it('Of an organization that is not allowed nothing is offered or held', async () => {
  const { tab, token } = await openWithToken(stage, addOrganization(stage.sites, { slug: 'hooli' }));
  const popup = await stage.browser.pressToolbarButton(tab);
  await popup.waitForText('Your administrator does not allow the organization hooli to be linked.');
  expect(await popup.text()).not.toContain(token.slice(-4));
  expect(await popup.has('button', 'Copy User Token')).toBe(false);
  expect(await kept(stage.browser)).toEqual({});
  await popup.close();
  await tab.goto(stage.sites.quietPage);
});

it('One that is allowed is held for the time that is set, and goes into no form that is not allowed', async () => {
  const tab = await stage.browser.newTab(TOKENS_PAGE);
  await revealNewToken(stage.sites, tab);
  const before = Date.now();
  const looked = await stage.browser.pressToolbarButton(tab);
  await looked.waitForText(/Held in memory until/);
  await looked.close();
  const { 'ordinary/held-details': held } = await kept(stage.browser);
  const { until } = held as { until: number };
  expect(until - before).toBeGreaterThan(4 * 60_000);
  expect(until - Date.now()).toBeLessThanOrEqual(5 * 60_000);
  const popup = await stage.browser.pressToolbarButton(await openHub(stage));
  await popup.waitForText(
    'Your administrator does not allow forms on https://portal.customer.example to be filled.',
  );
  expect(await popup.has('button', 'Fill linking form')).toBe(false);
});

it('The options show what is set', async () => {
  const tab = await stage.browser.newTab(`${stage.browser.extensionOrigin()}/extension/options.html`);
  const text = await tab.waitFor(() => document.querySelector('main')?.textContent);
  expect(text).toContain('Set by your administrator');
  expect(text).toContain('https://only.example');
});
