/** Every form that the Hub can show, by the table of cases, with the real popup; the releases take turns. */
import { describe, expect, it } from 'vitest';
import { HUB_CASES, type HubCase } from '../hub/cases';
import { describeObstacle, sentenceOf } from '../linking-forms/sentences';
import { HUB_COMPONENTS, HUB_VERSIONS } from '../sites/hub-releases';
import { areHeld, holdDetails, openHub, pressFill } from './forms';
import { connect, fieldValues } from './journey';
import { useStage } from './stage';

const stage = useStage();

const RELEASES = HUB_VERSIONS.flatMap((version) =>
  HUB_COMPONENTS.map((component) => ({ version, component })),
);

const turns = HUB_CASES.map((hubCase, turn) => {
  const release = RELEASES[turn % RELEASES.length] as (typeof RELEASES)[number];
  return [`${hubCase.meets} (${release.version}, ${release.component})`, hubCase, release] as const;
});

const isWritten = ([, { happens }]: (typeof turns)[number]): boolean => 'written' in happens;

/** Opens the popup in front of the form of a case. */
async function popupOn({ scenario }: HubCase, release: (typeof RELEASES)[number]) {
  await holdDetails(stage.browser);
  const hub = await openHub(stage, { ...release, scenario });
  return { hub, popup: await stage.browser.pressToolbarButton(hub) };
}

describe('is filled', () => {
  it.each(turns.filter(isWritten))('%s', async (_, hubCase, release) => {
    const { happens } = hubCase;
    if (!('written' in happens)) throw new Error('This case is not filled.');
    const { hub, popup } = await popupOn(hubCase, release);
    expect(await pressFill(popup)).toBe(sentenceOf(hubCase));
    if (happens.connects === 'nothing') {
      expect(await areHeld(stage.browser)).toBe(true);
      return;
    }
    expect(await areHeld(stage.browser)).toBe(false);
    await popup.close();
    expect(await connect(stage.sites, hub)).toEqual(happens.connects);
  });
});

describe('is left alone', () => {
  it.each(turns.filter((turn) => !isWritten(turn)))('%s', async (_, hubCase, release) => {
    const { hub, popup } = await popupOn(hubCase, release);
    const before = await fieldValues(hub);
    await popup.waitForText(describeObstacle(hubCase));
    if (await popup.has('button', 'Fill linking form'))
      expect(await popup.isEnabled('button', 'Fill linking form')).toBe(false);
    expect(await fieldValues(hub)).toEqual(before);
    expect(await areHeld(stage.browser)).toBe(true);
  });
});
