/** From a revealed token on Dagster+ to a linked account, with the real popup, the real Hub and a real browser. */
import { describe, expect, it } from 'vitest';
import { useStage } from './stage';
import {
  ALL_FILLED,
  connect,
  fieldValues,
  kept,
  openHub,
  pressFill,
  revealNewToken,
  TOKENS_PAGE,
  waitForHub,
  waitUntilPressesCount,
} from './steps';

const stage = useStage();

describe('the whole journey', () => {
  it('links an account in three presses with exactly the values that were read', async () => {
    const { browser, sites } = stage;
    const token = await revealNewToken(sites, await browser.newTab(TOKENS_PAGE));
    const hub = await openHub(stage);
    const popup = await browser.pressToolbarButton(hub);
    await popup.waitForText('Dagster form on https://portal.customer.example');
    await popup.waitForText(`user:••••${token.slice(-4)}`);
    expect(await popup.text()).not.toContain(token);
    expect(await pressFill(popup)).toBe(ALL_FILLED);
    expect(sites.stackone.accounts).toEqual([]);
    await popup.close();
    expect(await connect(sites, hub)).toEqual({
      user_token: token,
      organization: 'acme',
      deployment: 'prod',
    });
    expect(sites.stackone.accounts).toHaveLength(1);
  });

  it('takes three presses in one tab, too: what was read is held, used on the next page, and forgotten after the fill', async () => {
    const { browser, sites } = stage;
    const tab = await browser.newTab(TOKENS_PAGE);
    const token = await revealNewToken(sites, tab);
    const first = await browser.pressToolbarButton(tab);
    await first.waitForText(/Held in memory until/);
    await first.close();
    await tab.goto(sites.hubPage());
    await waitForHub(tab);
    const second = await browser.pressToolbarButton(tab);
    expect(await pressFill(second)).toBe(ALL_FILLED);
    expect(await second.has('button', 'Forget')).toBe(false);
    expect(await kept(browser)).toEqual({});
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
    const hub = await openHub(stage);
    const popup = await browser.pressToolbarButton(hub);
    await popup.waitForRole('button', 'Fill linking form');
    await popup.waitForRole('button', 'Forget');
    const passed: string[] = [];
    while (passed.at(-1) !== 'button Fill linking form' && passed.length < 20) {
      await popup.pressKey('Tab');
      const focused = await popup.focused();
      passed.push(`${focused?.role} ${focused?.name}`);
    }
    // What somebody who hears the popup meets, in this order.
    expect(passed).toEqual([
      'button Show User Token',
      'button Copy User Token',
      'button Copy Organization slug',
      'combobox Deployment',
      'button Copy Deployment',
      'button Check with Dagster+',
      'button Forget',
      'button Paste instead',
      'button Fill linking form',
    ]);
    await waitUntilPressesCount(popup);
    await popup.pressKey('Enter');
    await popup.waitForStatus(ALL_FILLED);
    expect(await fieldValues(hub)).toEqual([token, 'acme', 'prod']);
  });
});

describe('on the Dagster+ tab', () => {
  it('copies each value with one press and stays open, and shows the token only while it is asked to', async () => {
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
    await popup.press('button', 'Copy User Token');
    await popup.press('button', 'Clear clipboard');
    await popup.waitForStatus(/^The clipboard is cleared/);
    expect(await browser.readClipboard()).toBe('');
    expect(await popup.text()).not.toContain(token);
    await popup.press('button', 'Show User Token');
    await popup.waitForText(token);
    await popup.press('button', 'Hide User Token');
    await popup.waitForText(`user:••••${token.slice(-4)}`);
    expect(await popup.text()).not.toContain(token);
  });

  it('never takes a cut token', async () => {
    const { browser, sites } = stage;
    const tab = await browser.newTab(`${TOKENS_PAGE}?truncation=cut`);
    await revealNewToken(sites, tab, (token) => token.slice(-4));
    const popup = await browser.pressToolbarButton(tab);
    await popup.waitForText(/masked or cut/);
    expect(await popup.isDisabled('button', 'Copy User Token')).toBe(true);
    expect(await kept(browser)).toEqual({});
  });
});
