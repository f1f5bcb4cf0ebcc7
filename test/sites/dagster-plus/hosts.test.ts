import { describe, expect, it } from 'vitest';
import { dagsterPlus } from './dagster-plus';
import { Organization } from './organization';

const get = async (site: ReturnType<typeof dagsterPlus>, address: string) => {
  const { hostname, pathname, search } = new URL(address);
  return site.handle({ method: 'GET', host: hostname, path: pathname + search, headers: {}, body: '' });
};

describe('hosts', () => {
  it('serves an organization only in its own region', async () => {
    const site = dagsterPlus();
    expect((await get(site, 'https://nordwind.eu.dagster.plus/prod/runs')).status).toBe(200);
    expect((await get(site, 'https://nordwind.dagster.cloud/prod/runs')).status).toBe(404);
    expect((await get(site, 'https://acme.agent.dagster.cloud/')).status).toBe(404);
  });

  it('serves an organization of a region that nobody has heard of', async () => {
    const elsewhere = new Organization({
      slug: 'kiwi',
      displayName: 'Kiwi Ltd',
      region: 'ap',
      users: [{ name: 'Mere Tane', email: 'mere@kiwi.example', role: 'Editor' }],
      deployments: [{ name: 'prod', branch: null }],
    });
    const site = dagsterPlus({ organizations: [elsewhere] });
    expect((await get(site, 'https://kiwi.ap.dagster.cloud/prod/runs')).status).toBe(200);
  });

  it('leads from the sign-in host to the organization in the path, on the same domain', async () => {
    const site = dagsterPlus();
    const answer = await get(site, 'https://dagster.plus/acme/prod/org-settings/tokens');
    expect(answer).toMatchObject({
      status: 302,
      headers: { location: 'https://acme.dagster.plus/prod/org-settings/tokens' },
    });
  });

  it('serves no host but those of Dagster+', () => {
    const site = dagsterPlus();
    expect(
      ['acme.dagster.cloud', 'eu.dagster.plus', 'dagster.cloud'].every((host) => site.serves(host)),
    ).toBe(true);
    expect(['dagster.cloud.evil.example', 'evil-dagster.cloud'].some((host) => site.serves(host))).toBe(
      false,
    );
  });
});
