/**
 * Every form that the Hub can show, by the table of cases, with the real popup. The releases take turns, each in both
 * ways in which a page uses it; each goes through its cases in one tab, as opening tabs would take most of the time.
 */
import { describe, expect, it } from 'vitest';
import type { Popup, Tab } from '../browsers/browser';
import { HUB_CASES, type HubCase } from '../hub/cases';
import { describeObstacle, sentenceOf } from '../linking-forms/sentences';
import { HUB_COMPONENTS, HUB_VERSIONS } from '../sites/hub-releases';
import { areHeld, holdDetails, pressFill, SENT, waitForHub } from './forms';
import { connect, fieldValues } from './journey';
import { useStage } from './stage';

const stage = useStage();

const RELEASES = HUB_VERSIONS.flatMap((version) =>
  HUB_COMPONENTS.map((component) => ({ version, component })),
);

const turnsOf = (release: (typeof RELEASES)[number]): HubCase[] =>
  HUB_CASES.filter((_, turn) => turn % RELEASES.length === RELEASES.indexOf(release));

async function expectFilled(hubCase: HubCase, hub: Tab, popup: Popup): Promise<void> {
  const { happens, meets } = hubCase;
  const { stackone } = stage.sites;
  const connects = 'written' in happens ? happens.connects : 'nothing';
  const before = stackone.accounts.length;
  expect(await pressFill(popup), meets).toBe(sentenceOf(hubCase));
  expect(await areHeld(stage.browser), meets).toBe(connects === 'nothing');
  await popup.close();
  expect(stackone.accounts, meets).toHaveLength(before);
  // What a release sends for the usual keys is seen once; other keys, and changes of an account, are always looked at.
  const usual = Object.keys(connects).join() === Object.keys(SENT).join();
  if (connects === 'nothing' || (usual && before > 0 && !('editPressed' in happens))) return;
  expect(await connect(stage.sites, hub), meets).toEqual(connects);
  expect(stackone.accounts, meets).toHaveLength(before + 1);
}

async function expectLeftAlone(hubCase: HubCase, hub: Tab, popup: Popup): Promise<void> {
  const { meets } = hubCase;
  const before = await fieldValues(hub);
  await popup.waitForText(describeObstacle(hubCase));
  if (await popup.has('button', 'Fill linking form'))
    expect(await popup.isDisabled('button', 'Fill linking form'), meets).toBe(true);
  expect(await fieldValues(hub), meets).toEqual(before);
  expect(await areHeld(stage.browser), meets).toBe(true);
  await popup.close();
}

describe.each(RELEASES)('Hub $version as $component', (release) => {
  const cases = turnsOf(release);
  const theme = release.component === 'react' ? 'dark' : 'light';

  it(`does what the table says with ${cases.map(({ scenario }) => scenario).join(', ')}`, async () => {
    const { browser, sites } = stage;
    const hub = await browser.newTab('about:blank');
    for (const hubCase of cases) {
      await holdDetails(browser);
      await hub.goto(sites.hubPage({ ...release, theme, scenario: hubCase.scenario }));
      await waitForHub(hub);
      const popup = await browser.pressToolbarButton(hub);
      await ('written' in hubCase.happens ? expectFilled : expectLeftAlone)(hubCase, hub, popup);
    }
  });
});
