/** The command fills without the popup, through the same gate; the toolbar button tells the outcome. */
import { describe, expect, it } from 'vitest';
import type { Tab } from '../browsers/browser';
import { waitUntil } from '../browsers/wait-until';
import { COMMAND_MOMENTS } from '../linking-forms/moments';
import type { HubPage } from '../sites/hub-page';
import { areHeld, holdDetails, openHub, SENT, waitForHub, waitForList } from './forms';
import { connect, fieldValues, revealNewToken, TOKENS_PAGE } from './journey';
import { useStage } from './stage';

const stage = useStage();
const NAME = 'Dagster+ Link Helper';

/** Gives the command in front of a tab. @returns badge and tooltip once they tell an outcome */
async function fillByCommand(tab: Tab): Promise<{ badge: string; title: string }> {
  const { browser } = stage;
  await tab.bringToFront();
  await browser.pressCommand('fill-linking-form');
  await waitUntil('the tooltip to tell the outcome', async () => (await browser.actionTitle(tab)) !== NAME);
  return { badge: await browser.badge(tab), title: await browser.actionTitle(tab) };
}

/** The next popup says the same, and the toolbar button looks as usual again. */
async function expectSameInPopup(tab: Tab, says: string): Promise<void> {
  const { browser } = stage;
  const popup = await browser.pressToolbarButton(tab);
  await popup.waitForStatus(says);
  expect(await browser.badge(tab)).toBe('');
  expect(await browser.actionTitle(tab)).toBe(NAME);
  await popup.close();
}

describe('the command', () => {
  it('fills the form with what is held, and forgets it', async () => {
    const { browser, sites } = stage;
    const { says } = COMMAND_MOMENTS.filled;
    await holdDetails(browser);
    const hub = await openHub(stage);
    expect(await fillByCommand(hub)).toEqual({ badge: '✓', title: `${NAME}: ${says}` });
    expect(await areHeld(browser)).toBe(false);
    await expectSameInPopup(hub, says);
    expect(await connect(sites, hub)).toEqual(SENT);
  });

  it('fills the form with what an open Dagster+ tab shows', async () => {
    const { browser, sites } = stage;
    const token = await revealNewToken(sites, await browser.newTab(TOKENS_PAGE));
    const hub = await openHub(stage);
    expect((await fillByCommand(hub)).badge).toBe('✓');
    expect(await connect(sites, hub)).toEqual({ ...SENT, user_token: token });
  });

  const REFUSED: readonly (readonly [keyof typeof COMMAND_MOMENTS, HubPage])[] = [
    ['noForm', { layout: 'late' }],
    ['listOpen', { scenario: 'list' }],
    ['other', { scenario: 'astronomer' }],
    ['unknown', { scenario: 'unknown' }],
    ['several', { layout: 'two-hubs', second: 'dagster' }],
    ['withheld', { layout: 'vendor-frame' }],
  ];

  it.each(REFUSED)('writes nothing and says why: %s', async (name, page) => {
    const { browser, sites } = stage;
    const { says } = COMMAND_MOMENTS[name];
    await holdDetails(browser);
    const tab = await browser.newTab(sites.hubPage(page));
    const form = page.layout === 'vendor-frame' ? await tab.frame('https://forms.vendor.example') : tab;
    if (name === 'listOpen') await waitForList(tab);
    else if (name !== 'noForm') await waitForHub(form, name === 'several' ? 2 : 1);
    expect(await fillByCommand(tab)).toEqual({ badge: '!', title: `${NAME}: ${says}` });
    expect((await fieldValues(form)).join('')).toBe('');
    expect(await areHeld(browser)).toBe(true);
    await expectSameInPopup(tab, says);
  });

  it('says that no details are at hand', async () => {
    const { says } = COMMAND_MOMENTS.noDetails;
    const hub = await openHub(stage);
    expect(await fillByCommand(hub)).toEqual({ badge: '!', title: `${NAME}: ${says}` });
    expect((await fieldValues(hub)).join('')).toBe('');
    await expectSameInPopup(hub, says);
  });

  it('says what is left to do in a partly filled form, and keeps the details', async () => {
    const { says } = COMMAND_MOMENTS.partly;
    await holdDetails(stage.browser);
    const hub = await openHub(stage, { scenario: 'deployment-select-without-prod' });
    expect(await fillByCommand(hub)).toEqual({ badge: '!', title: `${NAME}: ${says}` });
    expect(await areHeld(stage.browser)).toBe(true);
    await expectSameInPopup(hub, says);
  });
});

describe('from the Dagster+ tab', () => {
  it('one press fills the form that waits in a tab of StackOne, and brings that tab to the front', async () => {
    const { browser, sites } = stage;
    const hub = await openHub(stage, { place: 'auth-link' });
    const dagster = await browser.newTab(TOKENS_PAGE);
    const token = await revealNewToken(sites, dagster);
    const popup = await browser.pressToolbarButton(dagster);
    await popup.waitForText('Dagster form on https://app.stackone.com');
    await popup.press('button', 'Fill linking form');
    await waitUntil("the form's tab to be in front", () => hub.isActive());
    await waitUntil('the badge to tell the outcome', async () => (await browser.badge(hub)) === '✓');
    expect(await connect(sites, hub)).toEqual({ ...SENT, user_token: token });
    expect(await browser.badge(dagster)).toBe('');
  });

  it.each([
    ['of another connector', { scenario: 'astronomer' }],
    ['that does not say whose it is', { scenario: 'unknown' }],
  ] as const)('a waiting form %s is not offered', async (_, page) => {
    const { browser, sites } = stage;
    const hub = await openHub(stage, { place: 'auth-link', ...page });
    const dagster = await browser.newTab(TOKENS_PAGE);
    await revealNewToken(sites, dagster);
    const popup = await browser.pressToolbarButton(dagster);
    await popup.waitForText(/Held in memory until/);
    expect(await popup.has('button', 'Fill linking form')).toBe(false);
    expect(await popup.has('button', 'Fill this form anyway')).toBe(false);
    expect((await fieldValues(hub)).join('')).toBe('');
  });
});
