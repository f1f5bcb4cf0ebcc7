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
  copiedToken,
  fieldValues,
  openHub,
  openWithToken,
  pressFill,
  revealTokens,
} from './steps';

const stage = useStage();
const popupOn = (tab: Tab) => stage.browser.pressToolbarButton(tab);

/** Fills the form with what the popup on it offers. @returns what the form holds then */
async function filled(form: Tab, popup: Popup): Promise<string[]> {
  expect(await pressFill(popup)).toBe(ALL_FILLED);
  return fieldValues(form);
}

it('Of several revealed tokens the chosen one is copied and filled', async () => {
  const organization = addOrganization(stage.sites, { slug: 'tokens' });
  const old = organization.createToken({
    description: 'Laptop',
    created: new Date('2026-01-05T12:00:00Z'),
  });
  const wanted = organization.createToken({ created: new Date('2026-03-09T12:00:00Z') });
  const tab = await stage.browser.newTab(addressOf(organization));
  await revealTokens(tab, 2);
  const form = await openHub(stage);
  const popup = await popupOn(form);
  await popup.waitForRole('radiogroup', 'Which token?');
  const [unnamed = '', laptop = ''] = await popup.namesOf('radio');
  expect(laptop).toMatch(new RegExp(`^Laptop.*Jan 5, 2026.*${old.value.slice(-4)}$`));
  expect(unnamed).toMatch(new RegExp(`^Mar 9, 2026.*${wanted.value.slice(-4)}$`));
  for (const name of ['Copy User Token', 'Fill linking form'])
    expect(await popup.isDisabled('button', name)).toBe(true);
  await popup.choose(laptop);
  expect(await copiedToken(stage, popup)).toBe(old.value);
  await popup.choose(unnamed);
  expect(await filled(form, popup)).toEqual([wanted.value, 'tokens', 'prod']);
});

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

it('Of an organization in the EU the chosen slug is filled', async () => {
  const organization = addOrganization(stage.sites, { slug: 'nord', region: 'eu' });
  const { token } = await openWithToken(stage, organization);
  const form = await openHub(stage);
  const popup = await popupOn(form);
  await popup.waitForRole('radiogroup', 'Which organization slug?');
  expect(await popup.namesOf('radio')).toEqual(['nord', 'nord.eu']);
  expect(await popup.isDisabled('button', 'Fill linking form')).toBe(true);
  await popup.choose('nord.eu');
  expect(await filled(form, popup)).toEqual([token, 'nord.eu', 'prod']);
});

it('The deployment can be another one that the person has open, or be written', async () => {
  const deployments = ['prod', 'data-eng'].map((name) => ({ name, branch: null }));
  const organization = addOrganization(stage.sites, { slug: 'two-tabs', deployments });
  await stage.browser.newTab(addressOf(organization, 'data-eng', 'runs'));
  const { token } = await openWithToken(stage, organization);
  const form = await openHub(stage);
  const popup = await popupOn(form);
  await popup.press('button', 'Known deployments');
  expect(await popup.namesOf('option')).toEqual(['prod', 'data-eng']);
  await popup.press('option', 'data-eng');
  expect(await filled(form, popup)).toEqual([token, 'two-tabs', 'data-eng']);
  await popup.close();
  const again = await popupOn(form);
  await again.setValue('combobox', 'Deployment', 'staging');
  expect(await filled(form, again)).toEqual([token, 'two-tabs', 'staging']);
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
