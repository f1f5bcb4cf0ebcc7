/** Where there is a choice, the person makes it, and what is chosen is what is filled. */
import { expect, it } from 'vitest';
import type { Popup, Tab } from '../browsers/browser';
import { waitUntil } from '../browsers/wait-until';
import { useStage } from './stage';
import {
  ALL_FILLED,
  addOrganization,
  addressOf,
  connect,
  fieldValues,
  openHub,
  openWithToken,
  pressFill,
  revealTokens,
  waitForHub,
} from './steps';

const stage = useStage();
const popupOn = (tab: Tab) => stage.browser.pressToolbarButton(tab);

/** Fills the form with what the popup on it offers. @returns what the form holds then */
async function filled(form: Tab, popup: Popup): Promise<string[]> {
  expect(await pressFill(popup)).toBe(ALL_FILLED);
  return fieldValues(form);
}

it('Of several Dagster+ tabs the details of the chosen one are filled, all from that tab', async () => {
  const first = await openWithToken(stage, addOrganization(stage.sites, { slug: 'first' }));
  await openWithToken(stage, addOrganization(stage.sites, { slug: 'second' }));
  const form = await openHub(stage);
  const popup = await popupOn(form);
  await popup.waitForRole('radiogroup', 'Which Dagster+ tab?');
  expect(await popup.namesOf('radio')).toEqual(['first / prod', 'second / prod']);
  expect(await popup.isDisabled('button', 'Fill linking form')).toBe(true);
  await popup.choose('first / prod');
  expect(await filled(form, popup)).toEqual([first.token, 'first', 'prod']);
});

it('Of the forms that wait in several tabs of StackOne the chosen one is filled and comes to the front', async () => {
  const { browser, sites } = stage;
  const wanted = await openHub(stage, { place: 'auth-link' });
  const other = await openHub(stage, { place: 'accounts' });
  const { tab, token } = await openWithToken(stage, addOrganization(sites, { slug: 'waiting' }));
  const popup = await popupOn(tab);
  await popup.waitForRole('radiogroup', 'Which form?');
  expect(await popup.namesOf('radio')).toEqual([
    'StackOne · https://app.stackone.com/embedded/integrations',
    'StackOne · https://app.stackone.com/accounts',
  ]);
  expect(await popup.isDisabled('button', 'Fill linking form')).toBe(true);
  await popup.choose(/embedded/);
  await popup.press('button', 'Fill linking form');
  await waitUntil('the chosen form in front', () => wanted.isActive());
  await waitUntil('the badge to tell the outcome', async () => (await browser.badge(wanted)) === '✓');
  expect(await connect(sites, wanted)).toEqual({
    user_token: token,
    organization: 'waiting',
    deployment: 'prod',
  });
  expect(await fieldValues(other)).toEqual(['', '', '']);
});

it('Of two windows with an organization each a popup offers what its tab shows, and elsewhere what a tab still shows', async () => {
  const { browser, sites } = stage;
  const first = await openWithToken(stage, addOrganization(sites, { slug: 'first-window' }));
  const second = addOrganization(sites, { slug: 'second-window' });
  second.createToken();
  await browser.inSecondWindow('ordinary', addressOf(second), async (tab) => {
    await revealTokens(tab);
    const looked = await popupOn(tab);
    expect(await looked.waitForText('second-window.dagster.cloud')).not.toContain('first-window');
    await looked.waitForText(/Held in memory until/);
    await looked.close();
    await tab.goto(sites.hubPage());
    await waitForHub(tab);
    const popup = await popupOn(tab);
    expect(await popup.waitForText('first-window.dagster.cloud')).not.toContain('second-window');
    expect(await filled(tab, popup)).toEqual([first.token, 'first-window', 'prod']);
  });
  const again = await popupOn(first.tab);
  expect(await again.waitForText('first-window.dagster.cloud')).not.toContain('second-window');
});
