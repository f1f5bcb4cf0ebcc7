/** "Check with Dagster+": one request per press, with the token and nothing else of the person, and a sentence per answer. */
import { describe, expect, it } from 'vitest';
import type { Tab } from '../browsers/browser';
import { useStage } from './stage';
import { addOrganization, check, openWithToken } from './steps';

const stage = useStage();
const popupOn = (tab: Tab) => stage.browser.pressToolbarButton(tab);

describe('a check', () => {
  it('says for what the token is good, and offers the deployments that it found', async () => {
    const { sites } = stage;
    const organization = addOrganization(sites, {
      slug: 'checked',
      deployments: [
        { name: 'prod', branch: null },
        { name: 'analytics', branch: null },
        { name: '5f0c1e9a7b3d4826', branch: 'mika/orders' },
      ],
    });
    const before = sites.dagster.checks.length;
    const { tab, token } = await openWithToken(stage, organization);
    const popup = await popupOn(tab);
    await popup.waitForRole('button', 'Forget');
    expect(sites.dagster.checks).toHaveLength(before);

    await check(popup, 'Dagster+ accepts this token for checked / prod.');
    expect(sites.dagster.checks).toHaveLength(before + 1);
    const request = sites.dagster.checks[before];
    expect(request).toMatchObject({ host: 'checked.dagster.cloud', path: '/prod/graphql' });
    expect(request?.headers).toMatchObject({ 'dagster-cloud-api-token': token });
    expect(Object.keys(request?.headers ?? {})).not.toContain('cookie');
    expect(Object.keys(request?.headers ?? {})).not.toContain('referer');

    await popup.press('button', 'Known deployments');
    expect(await popup.namesOf('option')).toEqual(['prod', 'analytics']);
    await popup.press('option', 'analytics');
    expect(await popup.status()).toBe('');
    await check(popup, 'Dagster+ accepts this token for checked / analytics.');
    expect(sites.dagster.checks).toHaveLength(before + 2);
  });

  it('says what went wrong, follows no redirect, and loses nothing', async () => {
    const { sites } = stage;
    const { tab } = await openWithToken(stage, addOrganization(sites, { slug: 'failing' }));
    const popup = await popupOn(tab);
    const before = sites.dagster.checks.length;
    sites.dagster.failNextCheck('redirect-elsewhere');
    await check(popup, /sent the request elsewhere, and it was not followed/);
    expect(sites.dagster.checks).toHaveLength(before + 1);
    expect(await popup.has('button', 'Forget')).toBe(true);
    await check(popup, 'Dagster+ accepts this token for failing / prod.');
  });
});
