/** The command fills without the popup, through the same gate; the toolbar button tells the outcome. */
import { describe, expect, it } from 'vitest';
import type { Tab } from '../browsers/browser';
import { waitUntil } from '../browsers/wait-until';
import { COMMAND_MOMENTS } from '../linking-forms/moments';
import { useStage } from './stage';
import { areHeld, connect, fieldValues, holdDetails, kept, openHub, SENT, waitForHub } from './steps';

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

  it('writes nothing where there is a choice, and says so', async () => {
    const { browser, sites } = stage;
    const { says } = COMMAND_MOMENTS.several;
    await holdDetails(browser);
    const tab = await browser.newTab(sites.hubPage({ layout: 'two-hubs', second: 'dagster' }));
    await waitForHub(tab, 2);
    expect(await fillByCommand(tab)).toEqual({ badge: '!', title: `${NAME}: ${says}` });
    expect((await fieldValues(tab)).join('')).toBe('');
    expect(await areHeld(browser)).toBe(true);
    await expectSameInPopup(tab, says);
  });

  it('tells its outcome on that page only, and not on the next one in the same tab', async () => {
    const { browser, sites } = stage;
    await holdDetails(browser);
    const tab = await openHub(stage);
    await fillByCommand(tab);
    await tab.goto(sites.quietPage);
    const popup = await browser.pressToolbarButton(tab);
    await popup.waitForText('This is not a Dagster+ page.');
    expect(await popup.status()).toBe('');
    expect(await popup.text()).not.toContain('Connect');
    await waitUntil('the outcome to be dropped', async () => Object.keys(await kept(browser)).length === 0);
  });
});
