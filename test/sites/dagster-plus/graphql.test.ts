import { describe, expect, it } from 'vitest';
import { type DagsterPlus, dagsterPlus } from './dagster-plus';
import type { SiteAnswer } from './exchange';

const QUERY =
  '{ currentDeployment { organizationName deploymentName isBranchDeployment } fullDeployments { deploymentName } }';

async function check(
  site: DagsterPlus,
  settings: { host?: string; deployment?: string; token?: string } = {},
) {
  return site.handle({
    method: 'POST',
    host: settings.host ?? 'acme.dagster.cloud',
    path: `/${settings.deployment ?? 'prod'}/graphql`,
    headers: { 'dagster-cloud-api-token': settings.token ?? site.acme.userTokens[0]?.value ?? '' },
    body: JSON.stringify({ query: QUERY }),
  });
}

const parsed = ({ body }: SiteAnswer) => JSON.parse(String(body));

describe('checking a token', () => {
  it('says for which deployment a token works and which others there are', async () => {
    const answer = await check(dagsterPlus());
    expect(parsed(answer)).toEqual({
      data: {
        currentDeployment: { organizationName: 'acme', deploymentName: 'prod', isBranchDeployment: false },
        fullDeployments: ['prod', 'data-eng-prod', 'finance-prod'].map((deploymentName) => ({
          deploymentName,
        })),
      },
    });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('answers 401 to a wrong or revoked token, a wrong organization and a wrong region', async () => {
    const site = dagsterPlus();
    const revoked = site.acme.createToken({ revoked: new Date() });
    const statuses = await Promise.all([
      check(site, { token: `user:${'0'.repeat(32)}` }),
      check(site, { token: revoked.value }),
      check(site, { host: 'nobody.dagster.cloud' }),
      check(site, { host: 'nordwind.dagster.cloud', token: site.nordwind.createToken().value }),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
  });

  it('answers 403 where the user has no access, and redirects without end to a deployment that is not there', async () => {
    const site = dagsterPlus();
    const token = site.acme.createToken({ owner: 'grace@acme.example' }).value;
    expect((await check(site, { token, deployment: 'finance-prod' })).status).toBe(403);
    const redirected = await check(site, { token, deployment: 'nowhere' });
    expect(redirected).toMatchObject({ status: 302, headers: { location: '/nowhere/graphql' } });
  });

  it('knows the session of a page load, so that a check with cookies passes for any token', async () => {
    const site = dagsterPlus();
    const page = await site.handle({
      method: 'GET',
      host: 'acme.dagster.cloud',
      path: '/prod/overview',
      headers: {},
      body: '',
    });
    const cookie = page.headers['set-cookie']?.split(';')[0] ?? '';
    const answer = await site.handle({
      method: 'POST',
      host: 'acme.dagster.cloud',
      path: '/prod/graphql',
      headers: { cookie, 'dagster-cloud-api-token': 'user:wrong' },
      body: JSON.stringify({ query: QUERY }),
    });
    expect(answer.status).toBe(200);
    expect(site.checks.map(({ headers }) => headers.cookie)).toEqual([cookie]);
  });

  it('fails the next check only, in the way that was asked for', async () => {
    const site = dagsterPlus();
    const failures = ['rate-limited', 'server-error', 'graphql-errors', 'html', 'huge'] as const;
    for (const failure of failures) site.failNextCheck(failure);
    const answers = [];
    for (const _ of failures) answers.push(await check(site));
    expect(answers.map(({ status }) => status)).toEqual([429, 500, 200, 200, 200]);
    expect(parsed(answers[2] as SiteAnswer).errors).toHaveLength(1);
    expect(answers[3]?.headers['content-type']).toContain('text/html');
    expect(answers[4]?.body.length).toBeGreaterThan(10_000_000);
    expect((await check(site)).status).toBe(200);
  });

  it('answers a field it does not know with status 200 and errors', async () => {
    const site = dagsterPlus();
    const answer = await site.handle({
      method: 'POST',
      host: 'acme.dagster.cloud',
      path: '/prod/graphql',
      headers: { 'dagster-cloud-api-token': site.acme.userTokens[0]?.value ?? '' },
      body: JSON.stringify({ query: 'query Check { version }' }),
    });
    expect(answer.status).toBe(200);
    expect(parsed(answer).errors[0].message).toContain('version');
  });
});
