/** Every release of the Hub, in both ways in which a page uses it: one press fills it, and Connect sends the values. */
import { describe, expect, it } from 'vitest';
import { HUB_COMPONENTS, HUB_VERSIONS } from '../sites/hub-releases';
import { holdDetails, openHub, pressFill, SENT } from './forms';
import { connect } from './journey';
import { useStage } from './stage';

const stage = useStage();

describe.each(HUB_VERSIONS)('Hub %s', (version) => {
  it.each(HUB_COMPONENTS)(
    'as %s sends exactly the three values after one press and Connect',
    async (component) => {
      const { browser, sites } = stage;
      await holdDetails(browser);
      const hub = await openHub(stage, {
        version,
        component,
        theme: component === 'react' ? 'dark' : 'light',
      });
      const popup = await browser.pressToolbarButton(hub);
      expect(await pressFill(popup)).toBe('Filled User Token, Organization slug and Deployment.');
      expect(sites.stackone.accounts).toEqual([]);
      await popup.close();
      expect(await connect(sites, hub)).toEqual(SENT);
      expect(sites.stackone.accounts).toHaveLength(1);
    },
  );
});
