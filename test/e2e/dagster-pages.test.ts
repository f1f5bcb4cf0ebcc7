/** Dagster+ pages as they are met in a real browser: read where the app came without a load, and pointed at. */
import { describe, expect, it } from 'vitest';
import type { Tab } from '../browsers/browser';
import { waitUntil } from '../browsers/wait-until';
import { useStage } from './stage';
import {
  addOrganization,
  addressOf,
  copiedToken,
  currentStep,
  drawn,
  revealNewToken,
  revealTokens,
  TOKENS_PAGE,
} from './steps';

const stage = useStage();
const open = (address: string) => stage.browser.newTab(address);
const popupOn = (tab: Tab) => stage.browser.pressToolbarButton(tab);

describe('the revealed token', () => {
  it('is read exactly in a shadow root, shortened, from rows that are no table', async () => {
    const organization = addOrganization(stage.sites, { slug: 'drawings' });
    const { value } = organization.createToken();
    const page = `org-settings/tokens${drawn({ token: 'code', truncation: 'middle', rows: 'divs', root: 'shadow' })}`;
    const tab = await open(addressOf(organization, 'prod', page));
    await revealTokens(tab);
    expect(await copiedToken(stage, await popupOn(tab))).toBe(value);
  });

  it('is noticed where the app came without a load', async () => {
    const organization = addOrganization(stage.sites, { slug: 'no-load' });
    const { value } = organization.createToken();
    const tab = await open(addressOf(organization, 'prod', 'org-settings/users'));
    const first = await popupOn(tab);
    expect(await first.waitForText(/Open the Tokens tab/)).toContain('No user token is revealed');
    await first.close();
    await tab.press({ role: 'link', name: 'Tokens' });
    await revealTokens(tab);
    expect(await copiedToken(stage, await popupOn(tab))).toBe(value);
  });

  it('is read in a tab that was open before the extension was updated', async () => {
    const { browser, sites } = stage;
    const tab = await browser.newTab(TOKENS_PAGE);
    const token = await revealNewToken(sites, tab);
    await browser.reloadExtension();
    const popup = await popupOn(tab);
    expect(await popup.waitForText(/Held in memory until/)).toContain(`user:••••${token.slice(-4)}`);
  });
});

it('From any page of an organization one press leads to the Tokens page in the same tab', async () => {
  const organization = addOrganization(stage.sites, {
    slug: 'way-there',
    deployments: [{ name: 'data-eng', branch: null }],
  });
  const tab = await open(addressOf(organization, 'data-eng', 'runs?view=all#latest'));
  const popup = await popupOn(tab);
  expect(await popup.waitForText(/way-there\.dagster\.cloud/)).toContain('US');
  expect(await popup.valueOf('combobox', 'Deployment')).toBe('data-eng');
  expect(await currentStep(popup)).toBe('Open Organization settings');
  await popup.press('button', 'Open Tokens page');
  await waitUntil('the Tokens page', async () => (await tab.url()) === addressOf(organization, 'data-eng'));
});

it('Show me flashes the control of the step and leaves the page as it is', async () => {
  const tab = await open(addressOf(addOrganization(stage.sites, { slug: 'show-me' })));
  await tab.waitFor(() => document.body.textContent?.includes('No active tokens'));
  const popup = await popupOn(tab);
  const before = await tab.evaluate(() => document.documentElement.outerHTML);
  await popup.press('button', 'Show me');
  const flashing = await tab.waitFor(() => {
    const [animation] = document.getAnimations();
    const target = animation?.effect instanceof KeyframeEffect ? animation.effect.target : null;
    return target?.textContent;
  });
  expect(flashing).toContain('Create user token');
  expect(await tab.evaluate(() => document.documentElement.outerHTML)).toBe(before);
});
