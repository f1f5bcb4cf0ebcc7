/** From a revealed token on Dagster+ to a linked account, with the real popup, the real Hub and a real browser. */
import { describe, expect, it } from 'vitest';
import {
  connect,
  fieldValues,
  revealNewToken,
  TOKENS_PAGE,
  waitForForm,
  waitUntilPressesCount,
} from './journey';
import { useStage } from './stage';

const ALL_FILLED = 'Filled User Token, Organization slug and Deployment.';

const stage = useStage();

async function openHub(page: Parameters<typeof stage.sites.hubPage>[0] = {}) {
  const hub = await stage.browser.newTab(stage.sites.hubPage(page));
  await waitForForm(hub);
  return hub;
}

describe('the whole journey', () => {
  it.each(['webcomponent', 'react'] as const)(
    'links an account with exactly the values that were read, in the Hub as %s',
    async (component) => {
      const { browser, sites } = stage;
      const token = await revealNewToken(sites, await browser.newTab(TOKENS_PAGE));
      const hub = await openHub({ component });
      const popup = await browser.pressToolbarButton(hub);
      await popup.waitForText('Dagster form on https://portal.customer.example');
      await popup.waitForText(`user:••••${token.slice(-4)}`);
      expect(await popup.text()).not.toContain(token);
      await popup.press('button', 'Fill linking form');
      await popup.waitForStatus(ALL_FILLED);
      expect(sites.stackone.accounts).toEqual([]);
      await popup.close();
      expect(await connect(sites, hub)).toEqual({
        user_token: token,
        organization: 'acme',
        deployment: 'prod',
      });
      expect(sites.stackone.accounts).toHaveLength(1);
    },
  );

  it('works in one tab: what was read is held, used on the next page, and forgotten after the fill', async () => {
    const { browser, sites } = stage;
    const tab = await browser.newTab(TOKENS_PAGE);
    const token = await revealNewToken(sites, tab);
    const first = await browser.pressToolbarButton(tab);
    await first.waitForText(/Held in memory until/);
    await first.close();
    await tab.goto(sites.hubPage());
    await waitForForm(tab);
    const second = await browser.pressToolbarButton(tab);
    await second.press('button', 'Fill linking form');
    await second.waitForStatus(ALL_FILLED);
    expect(await second.has('button', 'Forget')).toBe(false);
    expect(await browser.inExtension(() => chrome.storage.session.get())).toEqual({});
    await second.close();
    expect(await connect(sites, tab)).toEqual({
      user_token: token,
      organization: 'acme',
      deployment: 'prod',
    });
  });

  it('is done with the keyboard alone', async () => {
    const { browser, sites } = stage;
    const token = await revealNewToken(sites, await browser.newTab(TOKENS_PAGE));
    const hub = await openHub();
    const popup = await browser.pressToolbarButton(hub);
    const passed: string[] = [];
    while (passed.at(-1) !== 'button Fill linking form' && passed.length < 20) {
      await popup.pressKey('Tab');
      const focused = await popup.focused();
      passed.push(`${focused?.role} ${focused?.name}`);
    }
    expect(passed.at(-1)).toBe('button Fill linking form');
    await waitUntilPressesCount(popup);
    await popup.pressKey('Enter');
    await popup.waitForStatus(ALL_FILLED);
    expect(await fieldValues(hub)).toEqual([token, 'acme', 'prod']);
  });
});

describe('on the Dagster+ tab', () => {
  it('copies each value with one press and stays open', async () => {
    const { browser, sites } = stage;
    const tab = await browser.newTab(TOKENS_PAGE);
    const token = await revealNewToken(sites, tab);
    const popup = await browser.pressToolbarButton(tab);
    const values = { 'User Token': token, 'Organization slug': 'acme', Deployment: 'prod' };
    for (const [name, value] of Object.entries(values)) {
      await popup.press('button', `Copy ${name}`);
      await popup.waitForStatus(`Copied ${name}.`);
      expect(await browser.readClipboard()).toBe(value);
    }
    expect(await popup.closed()).toBe(false);
  });

  it('shows the token only while it is asked to', async () => {
    const { browser, sites } = stage;
    const tab = await browser.newTab(TOKENS_PAGE);
    const token = await revealNewToken(sites, tab);
    const popup = await browser.pressToolbarButton(tab);
    expect(await popup.waitForText(`user:••••${token.slice(-4)}`)).not.toContain(token);
    await popup.press('button', 'Show User Token');
    expect(await popup.waitForText(token)).toContain(token);
    await popup.press('button', 'Hide User Token');
    await popup.waitForText(`user:••••${token.slice(-4)}`);
    expect(await popup.text()).not.toContain(token);
  });

  it('says that no token is revealed, and shows the control that reveals one', async () => {
    const { browser } = stage;
    const tab = await browser.newTab(TOKENS_PAGE);
    await tab.waitFor(() => document.querySelectorAll('tbody').length > 0);
    const popup = await browser.pressToolbarButton(tab);
    await popup.waitForText('No user token is revealed on this page.');
    expect(await popup.isDisabled('button', 'Copy User Token')).toBe(true);
    expect(await popup.has('button', 'Forget')).toBe(false);
    await popup.press('button', 'Show me');
    await tab.waitFor(() => document.getAnimations().length > 0);
  });

  it('says that an agent token is an agent token, and which button makes a user token', async () => {
    const { browser } = stage;
    const tab = await browser.newTab(TOKENS_PAGE);
    await tab.waitFor(() => document.querySelectorAll('tbody').length > 0);
    await tab.press({ css: 'section:last-of-type tbody tr:first-child td:last-child button:first-child' });
    await tab.waitFor(() => document.body.textContent?.includes('agent:acme:'));
    const popup = await browser.pressToolbarButton(tab);
    const text = await popup.waitForText(/agent token/);
    expect(text).toContain('Create user token');
    expect(text).not.toMatch(/agent:/);
    expect(await popup.isDisabled('button', 'Copy User Token')).toBe(true);
  });

  it('never takes a cut token', async () => {
    const { browser, sites } = stage;
    const tab = await browser.newTab(`${TOKENS_PAGE}?truncation=cut`);
    await revealNewToken(sites, tab, (token) => token.slice(-4));
    const popup = await browser.pressToolbarButton(tab);
    await popup.waitForText(/masked or cut/);
    expect(await popup.isDisabled('button', 'Copy User Token')).toBe(true);
    expect(await browser.inExtension(() => chrome.storage.session.get())).toEqual({});
  });
});
