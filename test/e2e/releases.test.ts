/** Each release of the Hub, in both ways in which a page uses it, with the real popup: one form that needs its own ways. */
import { expect, it } from 'vitest';
import { HUB_COMPONENTS, HUB_VERSIONS } from '../sites/hub-releases';
import { useStage } from './stage';
import { ALL_FILLED, connect, holdDetails, openHub, pressFill, SENT } from './steps';

const stage = useStage();

/** The releases take turns, so that each is met as a web component and as a React component in one of the browsers. */
const TURNS = HUB_VERSIONS.map((version, turn) => {
  const component = HUB_COMPONENTS[turn % HUB_COMPONENTS.length] ?? 'webcomponent';
  const scenario = component === 'react' ? 'deployment-select' : 'edit';
  return [version, component, scenario] as const;
});

it.each(TURNS)(
  'Hub %s as %s: its form “%s” is filled, and Connect sends what was filled',
  async (...turn) => {
    const [version, component, scenario] = turn;
    const { browser, sites } = stage;
    await holdDetails(browser);
    const hub = await openHub(stage, { version, component, scenario, theme: 'dark' });
    const popup = await browser.pressToolbarButton(hub);
    expect(await pressFill(popup)).toContain(ALL_FILLED);
    await popup.close();
    expect(await connect(sites, hub)).toEqual(SENT);
    const method = scenario === 'edit' ? 'PATCH' : 'POST';
    expect(sites.stackone.received.at(-1)).toMatchObject({ method });
  },
);
