/** Where there is a choice, the person makes it: token, tab, slug, deployment. What is chosen is what is filled. */
import { describe, expect, it } from 'vitest';
import type { Popup, Tab } from '../browsers/browser';
import { waitUntil } from '../browsers/wait-until';
import { addOrganization, addressOf, copiedToken, openWithToken, revealTokens } from './dagster-tab';
import { fieldValues, waitForForm } from './journey';
import { useStage } from './stage';

const ALL_FILLED = 'Filled User Token, Organization slug and Deployment.';

const stage = useStage();
const popupOn = (tab: Tab) => stage.browser.pressToolbarButton(tab);

async function openForm(page: Parameters<typeof stage.sites.hubPage>[0] = {}): Promise<Tab> {
  const form = await stage.browser.newTab(stage.sites.hubPage(page));
  await waitForForm(form);
  return form;
}

/** Fills the form with what the popup on it offers. @returns what the form holds then */
async function filled(form: Tab, popup: Popup): Promise<string[]> {
  await popup.press('button', 'Fill linking form');
  await popup.waitForStatus(ALL_FILLED);
  return fieldValues(form);
}

/** The names in the list of known deployments, which is closed again. */
async function deploymentOffers(popup: Popup): Promise<string[]> {
  await popup.press('button', 'Known deployments');
  const offers = await popup.namesOf('option');
  await popup.press('button', 'Known deployments');
  return offers;
}

describe('of several revealed tokens', () => {
  it('none is taken by chance: the chosen one is copied and filled', async () => {
    const organization = addOrganization(stage.sites, { slug: 'tokens' });
    const old = organization.createToken({
      description: 'Laptop',
      created: new Date('2026-01-05T12:00:00Z'),
    });
    const wanted = organization.createToken({ created: new Date('2026-03-09T12:00:00Z') });
    const tab = await stage.browser.newTab(addressOf(organization));
    await revealTokens(tab, 2);
    const form = await openForm();
    const popup = await popupOn(form);
    await popup.waitForRole('radiogroup', 'Which token?');
    const [unnamed = '', laptop = ''] = await popup.namesOf('radio');
    expect(laptop).toMatch(new RegExp(`^Laptop.*Jan 5, 2026.*${old.value.slice(-4)}$`));
    expect(unnamed).toMatch(new RegExp(`^Mar 9, 2026.*${wanted.value.slice(-4)}$`));
    for (const name of [unnamed, laptop]) expect(await popup.isChecked('radio', name)).toBe(false);
    for (const name of ['Copy User Token', 'Fill linking form'])
      expect(await popup.isDisabled('button', name)).toBe(true);
    await popup.choose(laptop);
    expect(await copiedToken(stage, popup)).toBe(old.value);
    await popup.choose(unnamed);
    expect(await filled(form, popup)).toEqual([wanted.value, 'tokens', 'prod']);
  });
});

describe('of several Dagster+ tabs', () => {
  it('none is taken by chance: the details of the chosen one are filled, all from that tab', async () => {
    const first = await openWithToken(stage, addOrganization(stage.sites, { slug: 'first' }));
    await openWithToken(stage, addOrganization(stage.sites, { slug: 'second' }));
    const form = await openForm();
    const popup = await popupOn(form);
    await popup.waitForRole('radiogroup', 'Which Dagster+ tab?');
    expect(await popup.namesOf('radio')).toEqual(['first / prod', 'second / prod']);
    expect(await popup.isDisabled('button', 'Fill linking form')).toBe(true);
    await popup.choose('first / prod');
    expect(await filled(form, popup)).toEqual([first.token, 'first', 'prod']);
  });
});

describe('of an EU organization', () => {
  it.each(['nord', 'nord.eu'])('the slug "%s" is filled only after it was chosen', async (slug) => {
    const { sites } = stage;
    const known = sites.dagster.organizations.find((one) => one.slug === 'nord');
    const { token } = await openWithToken(
      stage,
      known ?? addOrganization(sites, { slug: 'nord', region: 'eu' }),
    );
    const form = await openForm();
    const popup = await popupOn(form);
    await popup.waitForRole('radiogroup', 'Which organization slug?');
    expect(await popup.text()).toContain('This organization is in the EU.');
    expect(await popup.namesOf('radio')).toEqual(['nord', 'nord.eu']);
    for (const name of ['nord', 'nord.eu']) expect(await popup.isChecked('radio', name)).toBe(false);
    for (const name of ['Copy Organization slug', 'Fill linking form'])
      expect(await popup.isDisabled('button', name)).toBe(true);
    await popup.choose(slug);
    expect(await filled(form, popup)).toEqual([token, slug, 'prod']);
  });
});

describe('the deployment', () => {
  it('can be another one that the person has open', async () => {
    const organization = addOrganization(stage.sites, {
      slug: 'two-tabs',
      deployments: [
        { name: 'prod', branch: null },
        { name: 'data-eng', branch: null },
      ],
    });
    await stage.browser.newTab(addressOf(organization, 'data-eng', 'runs'));
    await stage.browser.newTab('https://acme.dagster.cloud/finance-prod/runs');
    const { tab, token } = await openWithToken(stage, organization);
    const onDagster = await popupOn(tab);
    await onDagster.waitForText('This is just the deployment you had open last.');
    expect(await deploymentOffers(onDagster)).toEqual(['prod', 'data-eng']);
    await onDagster.close();
    const form = await openForm();
    const popup = await popupOn(form);
    await popup.press('button', 'Known deployments');
    await popup.press('option', 'data-eng');
    expect(await filled(form, popup)).toEqual([token, 'two-tabs', 'data-eng']);
  });

  it('can be written, or pasted as an address of this organization and of no other', async () => {
    const { token } = await openWithToken(stage, addOrganization(stage.sites, { slug: 'typed' }));
    const form = await openForm();
    const popup = await popupOn(form);
    await popup.setValue('combobox', 'Deployment', 'https://acme.dagster.cloud/prod/runs');
    await popup.waitForText('That address belongs to the organization “acme”');
    expect(await popup.isDisabled('button', 'Fill linking form')).toBe(true);
    await popup.setValue('combobox', 'Deployment', 'https://typed.dagster.cloud/analytics/runs?x=1');
    await popup.waitForText('From this address, “analytics” is used.');
    expect(await filled(form, popup)).toEqual([token, 'typed', 'analytics']);
    await popup.close();
    const again = await popupOn(form);
    await again.setValue('combobox', 'Deployment', 'staging');
    expect(await filled(form, again)).toEqual([token, 'typed', 'staging']);
  });

  it('is warned of when it is a branch deployment', async () => {
    const branch = '5f0c1e9a7b3d4826';
    const organization = addOrganization(stage.sites, {
      slug: 'branches',
      deployments: [{ name: branch, branch: 'mika/orders' }],
    });
    const { tab } = await openWithToken(stage, organization, branch);
    const popup = await popupOn(tab);
    await popup.waitForText(/branch deployment.*temporary/);
    expect(await popup.valueOf('combobox', 'Deployment')).toBe(branch);
    await popup.setValue('combobox', 'Deployment', 'prod');
    expect(await popup.text()).not.toContain('branch deployment');
  });
});

describe('what is held', () => {
  async function hold(slug: string): Promise<string> {
    const { tab, token } = await openWithToken(stage, addOrganization(stage.sites, { slug }));
    const popup = await popupOn(tab);
    await popup.waitForRole('button', 'Forget');
    await popup.close();
    await tab.close();
    return token;
  }

  it('gives way to what an open tab shows now', async () => {
    await hold('before');
    const { token } = await openWithToken(stage, addOrganization(stage.sites, { slug: 'now' }));
    const form = await openForm();
    expect(await filled(form, await popupOn(form))).toEqual([token, 'now', 'prod']);
  });

  it('stays while a tab shows incomplete details', async () => {
    const token = await hold('kept');
    const other = addOrganization(stage.sites, { slug: 'incomplete' });
    const tab = await stage.browser.newTab(addressOf(other));
    await tab.waitFor(() => document.body.textContent?.includes('No active tokens'));
    const onDagster = await popupOn(tab);
    await onDagster.waitForText('No user token is revealed on this page.');
    expect(await onDagster.isDisabled('button', 'Copy User Token')).toBe(true);
    await onDagster.close();
    const form = await openForm();
    const popup = await popupOn(form);
    expect(await popup.waitForText(/Read from/)).toContain('kept.dagster.cloud');
    expect(await filled(form, popup)).toEqual([token, 'kept', 'prod']);
  });
});

describe('with a form that waits in another tab', () => {
  it('fills it from the Dagster+ tab and brings it to the front', async () => {
    const form = await openForm({ place: 'auth-link' });
    const { tab, token } = await openWithToken(stage, addOrganization(stage.sites, { slug: 'waiting' }));
    const popup = await popupOn(tab);
    await popup.waitForText('Dagster form on https://app.stackone.com');
    await popup.press('button', 'Fill linking form');
    await waitUntil('the form in front', () => form.isActive());
    expect(await fieldValues(form)).toEqual([token, 'waiting', 'prod']);
  });
});
