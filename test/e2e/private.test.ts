/** A private window beside an ordinary one, each with an organization of its own: nothing goes from one to the other. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitUntil } from '../browsers/wait-until';
import { type Stage, startStage } from './stage';
import {
  ALL_FILLED,
  addOrganization,
  addressOf,
  connect,
  kept,
  openHub,
  openWithToken,
  pressFill,
  revealTokens,
  waitForHub,
} from './steps';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
  await stage.browser.allowPrivateWindows();
});
afterAll(async () => {
  await stage.browser.close();
  await stage.sites.close();
});

const NOTHING = 'Still missing: User Token, Organization slug and Deployment.';

it('What one window shows and holds is neither offered nor filled in the other, and goes with the private one', async () => {
  const { browser, sites } = stage;
  const ordinary = await openWithToken(stage, addOrganization(sites, { slug: 'ordinary' }));
  const popup = await browser.pressToolbarButton(ordinary.tab);
  await popup.waitForText(/Held in memory until/);
  await popup.close();

  const secret = addOrganization(sites, { slug: 'secret' });
  const { value } = secret.createToken();
  await browser.inSecondWindow('private', sites.hubPage(), async (tab) => {
    await waitForHub(tab);
    const nothing = await browser.pressToolbarButton(tab);
    await nothing.waitForText(NOTHING);
    await nothing.close();
    await tab.goto(addressOf(secret));
    await revealTokens(tab);
    const looked = await browser.pressToolbarButton(tab);
    await looked.waitForText(/Held in memory until/);
    await looked.close();
    await tab.goto(sites.hubPage());
    await waitForHub(tab);
    const offered = await browser.pressToolbarButton(tab);
    expect(await offered.waitForText('secret.dagster.cloud')).not.toContain('ordinary');
    await offered.close();
  });

  await waitUntil('nothing private to be kept', async () =>
    Object.keys(await kept(browser)).every((key) => !key.startsWith('private/')),
  );
  const hub = await openHub(stage);
  const filling = await browser.pressToolbarButton(hub);
  expect(await pressFill(filling)).toBe(ALL_FILLED);
  await filling.close();
  const sent = await connect(sites, hub);
  expect(sent).toEqual({ user_token: ordinary.token, organization: 'ordinary', deployment: 'prod' });
  expect(sent.user_token).not.toBe(value);
});
