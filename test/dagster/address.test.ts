import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DagsterAddress,
  isBranchDeployment,
  isUnusualDeployment,
  type OrganizationAddress,
  organizationOrigin,
  readAddress,
  readPastedDeployment,
  tokensPageUrl,
} from '../../src/dagster/address';
import { cases } from '../fuzz';

const organization = (url: string): OrganizationAddress => {
  const address = readAddress(url);
  if (address.kind !== 'organization') throw new Error(`${url} is ${address.kind}`);
  return address;
};
const deployment = (url: string) => organization(url).deployment;

describe('hosts', () => {
  it.each([
    ['https://acme.dagster.cloud/prod/overview', 'acme', 'us'],
    ['https://acme.dagster.plus/prod/overview', 'acme', 'us'],
    ['https://acme.eu.dagster.cloud/prod/overview', 'acme', 'eu'],
    ['https://acme.eu.dagster.plus/prod/overview', 'acme', 'eu'],
    ['https://ACME.Dagster.Cloud/prod', 'acme', 'us'],
    ['https://acme.dagster.cloud./prod', 'acme', 'us'],
    ['https://acme.dagster.cloud:443/prod', 'acme', 'us'],
    ['https://jane:secret@acme.dagster.cloud/prod', 'acme', 'us'],
    ['https://my-data-2.dagster.cloud/prod', 'my-data-2', 'us'],
    ['https://dagster.cloud/acme/prod/overview', 'acme', 'us'],
    ['https://eu.dagster.cloud/acme/prod/overview', 'acme', 'eu'],
    ['https://dagster.plus/Acme/prod', 'acme', 'us'],
  ])('%s is organization %s in region %s', (url, slug, region) => {
    expect(organization(url)).toMatchObject({ organization: slug, region });
    expect(organization(url).deployment?.name).toBe('prod');
  });

  it.each([
    'https://dagster.cloud/',
    'https://eu.dagster.cloud',
    'https://dagster.plus/login?next=/acme/prod',
    'https://dagster.cloud/signup',
    'https://eu.dagster.cloud/oauth/callback',
  ])('%s is for signing in', (url) => expect(readAddress(url).kind).toBe('sign-in'));

  it.each([
    ['https://acme.agent.dagster.cloud/graphql'],
    ['https://acme.agent.eu.dagster.cloud/graphql'],
    ['https://mcp.agent.dagster.cloud/mcp'],
    ['https://mcp.agent.eu.dagster.cloud/mcp'],
    ['https://agent.dagster.cloud/'],
    ...'www docs api app login auth mcp agent support status'
      .split(' ')
      .map((label) => [`https://${label}.dagster.cloud/prod`]),
    ['https://www.eu.dagster.plus/prod'],
    ['https://eu.eu.dagster.cloud/prod'],
    ['https://ácme.dagster.cloud/prod'],
    ['https://my_org.dagster.cloud/prod'],
    ['https://-acme.dagster.cloud/prod'],
  ])('%s has no pages of an organization', (url) => expect(readAddress(url).kind).toBe('api'));

  it('names an unknown region and guesses nothing', () => {
    expect(readAddress('https://acme.xx.dagster.cloud/prod')).toEqual({
      kind: 'unknown-region',
      host: 'acme.xx.dagster.cloud',
      region: 'xx',
      organization: 'acme',
    });
    expect(readAddress('https://acme.staging.eu.dagster.cloud/prod')).toMatchObject({ region: 'staging.eu' });
  });

  it.each([
    'http://acme.dagster.cloud/prod',
    'ftp://acme.dagster.cloud/prod',
    'https://dagster.cloud.evil.example/acme/prod',
    'https://acme.dagster.cloud.evil.example/prod',
    'https://evil-dagster.cloud/acme',
    'https://acmedagster.cloud/prod',
    'https://acme.dagster.cloud@evil.example/prod',
    'https://evil.example/https://acme.dagster.cloud/prod',
    'https://evil.example#acme.dagster.cloud',
    'https://acme.dagster.io/prod',
    'https://acme.dаgster.cloud/prod', // Cyrillic а
    'https://acme。dagster。cloud.example/prod',
    'https://acme..dagster.cloud.evil.example',
    'https://acme.dagster.cloud../prod',
    'blob:https://acme.dagster.cloud/1',
    'view-source:https://acme.dagster.cloud/prod',
    'about:blank',
    'prod',
  ])('%s is not Dagster+', (url) => expect(readAddress(url)).toEqual({ kind: 'not-dagster' }));

  it('keeps a port in the origin and drops user name, password and trailing dot', () => {
    expect(organization('https://a:b@acme.dagster.cloud.:8443/prod')).toMatchObject({
      origin: 'https://acme.dagster.cloud:8443',
      host: 'acme.dagster.cloud',
      base: 'https://acme.dagster.cloud:8443',
    });
  });
});

describe('deployments', () => {
  it.each([
    ['/prod/overview', 'prod'],
    ['/prod', 'prod'],
    ['/prod/', 'prod'],
    ['//prod//overview', 'prod'],
    ['/data-eng-prod/runs/0a1b', 'data-eng-prod'],
    ['/hooli-airlift/deployment/environment', 'hooli-airlift'],
    ['/Prod_EU/overview', 'Prod_EU'],
    ['/d%C3%A9ploiement/overview', 'déploiement'],
    ['/prod?x=1#y', 'prod'],
  ])('%s carries %s', (path, name) => {
    expect(deployment(`https://acme.dagster.cloud${path}`)).toEqual({ name });
  });

  it.each([
    ['my%20team', 'my team'],
    ['%C3%A9quipe', 'équipe'],
    ['a%3Fb', 'a?b'],
    ['a%23b', 'a#b'],
    ['100%25', '100%'],
    ['a%252Fb', 'a%2Fb'],
  ])('/%s/ carries a deployment of an unusual name', (segment, name) => {
    const address = organization(`https://acme.dagster.cloud/${segment}/runs`);
    expect(address.deployment).toEqual({ name });
    expect(isUnusualDeployment(name)).toBe(true);
    expect(organization(tokensPageUrl(address))).toMatchObject({ page: 'tokens', deployment: { name } });
  });

  it.each(['prod', 'Data-Eng_prod.2', '0123456789abcdef'])('%s is no unusual name', (name) => {
    expect(isUnusualDeployment(name)).toBe(false);
  });

  it.each([
    ['0123456789abcdef', true],
    ['f00dfeed0123456789abcdef0123456789abcdef', true],
    ['0123456789abcde', false],
    ['0123456789ABCDEF', false],
    ['feature-0123456789abcdef', false],
  ])('%s is the name of a branch deployment: %s', (name, branch) => {
    expect(isBranchDeployment(name)).toBe(branch);
  });

  it.each([
    ...(
      'graphql auth cli-auth login logout signup org-settings cloud-settings user-settings settings oauth saml scim ' +
      'api invite onboarding static br runs assets asset-groups snapshots health concurrency config locations guess ' +
      'overview jobs automation selection catalog home instance workspace'
    ).split(' '),
    'Runs',
    '%',
    '%E0%A4%A',
    'a%2Fb',
    'a%20%2fb',
    '%20',
    'prod%E2%80%8B',
    'prod%E2%80%AE',
    'prod%00',
    'p'.repeat(256),
  ])('the first segment "%s" is no deployment', (segment) => {
    expect(deployment(`https://acme.dagster.cloud/${segment}/x`)).toBeNull();
  });
});

describe('pages', () => {
  it.each([
    ['/prod/org-settings/tokens', 'tokens'],
    ['/prod/org-settings/tokens/', 'tokens'],
    ['/prod/org-settings/tokens?a=1#b', 'tokens'],
    ['/prod/cloud-settings/tokens', 'tokens'],
    ['/org-settings/tokens', 'tokens'],
    ['/0123456789abcdef/org-settings/tokens', 'tokens'],
    ['/prod/org-settings', 'organization-settings'],
    ['/org-settings/deployments', 'organization-settings'],
    ['/prod/org-settings/provisioning', 'organization-settings'],
    ['/prod/org-settings/tokens/1', 'organization-settings'],
    ['/prod/assets/org-settings', 'other'],
    ['/prod/overview', 'other'],
    ['/prod/tokens', 'other'],
    ['/', 'other'],
    ['/prod/runs?next=/org-settings/tokens', 'other'],
  ])('%s is %s', (path, page) => expect(organization(`https://acme.dagster.cloud${path}`).page).toBe(page));

  it('finds the Tokens page after the organization on a bare host', () => {
    const address = organization('https://eu.dagster.cloud/acme/prod/org-settings/tokens');
    expect(address).toMatchObject({ page: 'tokens', base: 'https://eu.dagster.cloud/acme' });
  });
});

describe('addresses to go to', () => {
  it('opens the Tokens page under the deployment of the address', () => {
    expect(tokensPageUrl(organization('https://acme.eu.dagster.plus/data%2F/x'))).toBe(
      'https://acme.eu.dagster.plus/org-settings/tokens',
    );
    expect(tokensPageUrl(organization('https://acme.dagster.cloud/Prod/runs'))).toBe(
      'https://acme.dagster.cloud/Prod/org-settings/tokens',
    );
    expect(tokensPageUrl(organization('https://dagster.cloud/acme/prod'), 'a/b')).toBe(
      'https://dagster.cloud/acme/a%2Fb/org-settings/tokens',
    );
  });

  it('leads from every address of an organization to a Tokens page of the same organization', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9]{1,20}$/),
        fc.webPath(),
        fc.constantFrom('', '.eu'),
        (label, path, region) => {
          const address = readAddress(`https://${label}${region}.dagster.cloud${path}`);
          if (address.kind !== 'organization') return;
          const there = organization(tokensPageUrl(address));
          expect(there.page).toBe('tokens');
          expect(there).toMatchObject({ organization: address.organization, deployment: address.deployment });
        },
      ),
      cases(100),
    );
  });

  it("knows the organization's own origin on a bare host too", () => {
    expect(organizationOrigin(organization('https://eu.dagster.cloud/acme/prod'))).toBe(
      'https://acme.eu.dagster.cloud',
    );
    expect(organizationOrigin(organization('https://acme.dagster.plus/prod'))).toBe(
      'https://acme.dagster.plus',
    );
  });
});

describe('any text at all', () => {
  const label = fc.stringMatching(/^[a-zA-Z0-9-]{1,12}$/);
  const host = fc.oneof(
    fc.domain(),
    fc.ipV4(),
    fc
      .tuple(
        fc.array(label, { maxLength: 4 }),
        fc.constantFrom(
          'dagster.cloud',
          'dagster.plus',
          'evil-dagster.cloud',
          'dagster.cloud.evil.example',
          'dagster.cloud.',
          'xn--dgster-3ve.cloud',
        ),
      )
      .map(([labels, domain]) => [...labels, domain].join('.')),
  );
  const url = fc
    .tuple(
      fc.constantFrom('https', 'http', 'HTTPS', 'ftp'),
      fc.constantFrom('', 'a:b@', 'acme.dagster.cloud@', 'acme.dagster.cloud%40'),
      host,
      fc.constantFrom('', ':443', ':8443'),
      fc.webPath(),
      fc.webQueryParameters(),
    )
    .map(([scheme, user, name, port, path, query]) => `${scheme}://${user}${name}${port}${path}?${query}`);
  const DAGSTER_HOST = /(^|\.)dagster\.(cloud|plus)$/;

  it('never makes readAddress throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), url),
        (text) => void readAddress(text),
      ),
      cases(100),
    );
  });

  it('never gives an organization for a host that is not Dagster+', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), url), (text) => {
        const address: DagsterAddress = readAddress(text);
        if (address.kind === 'not-dagster') return;
        const real = new URL(text);
        expect(real.protocol).toBe('https:');
        expect(real.hostname.replace(/\.$/, '')).toMatch(DAGSTER_HOST);
        expect(address.host).toBe(real.hostname.replace(/\.$/, ''));
        if (address.kind !== 'organization') return;
        expect(new URL(address.base).hostname).toBe(address.host);
        expect(address.organization).toMatch(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/);
      }),
      cases(2000),
    );
  });

  it('never makes readPastedDeployment throw, and every name it gives is one path segment', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), url), (text) => {
        const pasted = readPastedDeployment(text);
        if ('deployment' in pasted) expect(pasted.deployment).toMatch(/^[^/]{1,255}$/);
      }),
      cases(100),
    );
  });
});

describe('what is pasted into the Deployment field', () => {
  it('is a name, trimmed', () => {
    expect(readPastedDeployment('  data-eng-prod\n')).toEqual({ kind: 'name', deployment: 'data-eng-prod' });
  });

  it.each([
    'https://acme.eu.dagster.cloud/prod/overview?x=1',
    ' acme.eu.dagster.cloud/prod/overview ',
    'HTTPS://ACME.EU.DAGSTER.CLOUD/prod',
  ])('is an address that names deployment and organization: %s', (text) => {
    expect(readPastedDeployment(text)).toMatchObject({
      kind: 'address',
      deployment: 'prod',
      address: { organization: 'acme', region: 'eu' },
    });
  });

  it.each([
    ['https://acme.dagster.cloud/org-settings/tokens', 'organization'],
    ['https://evil.example/prod', 'not-dagster'],
    ['http://acme.dagster.cloud/prod', 'not-dagster'],
    ['acme.dagster.cloud', 'organization'],
    ['dagster.example://x', 'not-dagster'],
  ])('is an address without a deployment: %s', (text, kind) => {
    expect(readPastedDeployment(text)).toMatchObject({
      kind: 'address-without-deployment',
      address: { kind },
    });
  });

  it('is nothing, or no possible name', () => {
    expect(readPastedDeployment(' \t')).toEqual({ kind: 'empty' });
    for (const text of [
      'my deployment',
      'a/b',
      'prod?',
      'x'.repeat(256),
      'prod\u200b',
      'see https://acme.dagster.cloud/prod',
    ]) {
      expect(readPastedDeployment(text), text).toEqual({ kind: 'not-a-name' });
    }
  });
});
