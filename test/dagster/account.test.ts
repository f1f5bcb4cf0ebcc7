import { describe, expect, test } from 'vitest';
import {
  type AccountChoices,
  accountValues,
  completeDetails,
  type DagsterAccount,
} from '../../src/dagster/account';
import { organizationAddress, revealed, TOKENS_PAGE, UNUSUAL_USER_TOKEN, USER_TOKEN } from '../samples';

const accountAt = (url = TOKENS_PAGE, token = USER_TOKEN): DagsterAccount => ({
  address: organizationAddress(url),
  token: revealed(token),
});

const withoutToken = (url = TOKENS_PAGE): DagsterAccount => ({
  address: organizationAddress(url),
  token: null,
});

const BRANCH = '0123456789abcdef0123456789abcdef01234567';

const details = (account: DagsterAccount, choices: AccountChoices = {}) =>
  completeDetails(accountValues(account, choices));

describe('an account', () => {
  test('has the three values of its page', () => {
    expect(details(accountAt())).toEqual({
      userToken: USER_TOKEN,
      organizationSlug: 'acme',
      deployment: 'prod',
    });
  });

  test('is not complete without a token', () => {
    expect(accountValues(withoutToken(), {})).toMatchObject({
      userToken: null,
      organizationSlug: 'acme',
      deployment: 'prod',
    });
    expect(details(withoutToken())).toBeNull();
  });

  test('is not complete where the address names no deployment', () => {
    expect(details(accountAt('https://acme.dagster.cloud/org-settings/tokens'))).toBeNull();
  });

  test('warns of a branch deployment in its address', () => {
    expect(accountValues(accountAt(`https://acme.dagster.cloud/${BRANCH}/runs`), {})).toMatchObject({
      deployment: BRANCH,
      branch: true,
    });
    expect(accountValues(accountAt(), {}).branch).toBe(false);
  });
});

describe('a deployment of an unusual name in the address', () => {
  const account = accountAt('https://acme.dagster.cloud/my%20team/org-settings/tokens');

  test('is taken and marked', () => {
    expect(accountValues(account, {})).toMatchObject({ deployment: 'my team', unusualDeployment: true });
    expect(accountValues(accountAt(), {}).unusualDeployment).toBe(false);
  });

  test('is taken again when the person chooses it, though nobody may type such a name', () => {
    expect(accountValues(account, { deploymentText: 'my team' }).deployment).toBe('my team');
    expect(accountValues(account, { deploymentText: 'your team' })).toMatchObject({
      deployment: null,
      deploymentProblem: { kind: 'not-a-name' },
    });
  });
});

describe('an unusual token', () => {
  const account = accountAt(TOKENS_PAGE, UNUSUAL_USER_TOKEN);

  test('is not used before the person accepts it', () => {
    expect(accountValues(account, {}).userToken).toBeNull();
    expect(details(account, { unusualTokenAccepted: false })).toBeNull();
  });

  test('is used once the person accepts it', () => {
    expect(details(account, { unusualTokenAccepted: true })?.userToken).toBe(UNUSUAL_USER_TOKEN);
  });
});

describe('an organization in the EU', () => {
  const account = accountAt('https://acme.eu.dagster.cloud/prod/org-settings/tokens');

  test('offers two slugs and chooses neither', () => {
    expect(accountValues(account, {})).toMatchObject({ slugs: ['acme', 'acme.eu'], organizationSlug: null });
    expect(details(account)).toBeNull();
  });

  test.each(['acme', 'acme.eu'])('has the slug that the person chose: %s', (organizationSlug) => {
    expect(details(account, { organizationSlug })?.organizationSlug).toBe(organizationSlug);
  });

  test.each(['globex', 'acme.us', 'globex.eu', ''])(
    'has no slug that is not offered: “%s”',
    (organizationSlug) => {
      expect(accountValues(account, { organizationSlug }).organizationSlug).toBeNull();
    },
  );
});

test('an organization in the US has its one slug, whatever was chosen before', () => {
  expect(accountValues(accountAt(), { organizationSlug: 'acme.eu' })).toMatchObject({
    slugs: ['acme'],
    organizationSlug: 'acme',
  });
});

describe('a deployment that the person writes', () => {
  const values = (deploymentText: string, account = accountAt()) =>
    accountValues(account, { deploymentText });

  test('replaces that of the address, without the spaces around it', () => {
    expect(values(' Data-Eng-prod ')).toMatchObject({ deployment: 'Data-Eng-prod', deploymentProblem: null });
  });

  test.each(['', '   '])('is missing without a complaint when the field is empty: “%s”', (text) => {
    expect(values(text)).toMatchObject({ deployment: null, deploymentProblem: null });
  });

  test.each(['feature/login', 'my branch', 'prod?x', '..', 'p'.repeat(256)])(
    'is refused when it is no name: %s',
    (text) => {
      expect(values(text)).toMatchObject({ deployment: null, deploymentProblem: { kind: 'not-a-name' } });
    },
  );

  test('is warned of when it is that of a branch', () => {
    expect(values(BRANCH)).toMatchObject({ deployment: BRANCH, branch: true });
    const nowhere = accountAt('https://acme.dagster.cloud/org-settings/tokens');
    expect(values(BRANCH, nowhere)).toMatchObject({ deployment: BRANCH, branch: true });
  });

  test('is not warned of when it replaces that of a branch', () => {
    expect(values('prod', accountAt(`https://acme.dagster.cloud/${BRANCH}/runs`)).branch).toBe(false);
  });
});

describe('an address that the person pastes as the deployment', () => {
  const values = (deploymentText: string, account = accountAt()) =>
    accountValues(account, { deploymentText });

  test.each([
    'https://acme.dagster.cloud/staging/runs/1?x=1#top',
    'https://acme.dagster.plus/staging',
    'https://dagster.cloud/acme/staging',
    'acme.dagster.cloud/staging',
  ])('gives the deployment when it is of the same organization: %s', (url) => {
    expect(values(url)).toMatchObject({
      organizationSlug: 'acme',
      deployment: 'staging',
      deploymentProblem: null,
    });
  });

  test.each([
    ['https://globex.dagster.cloud/staging', 'globex'],
    ['https://acme.eu.dagster.cloud/staging', 'acme'],
  ])('is refused when the token belongs elsewhere: %s', (url, organization) => {
    expect(values(url)).toMatchObject({
      organizationSlug: 'acme',
      slugs: ['acme'],
      deployment: null,
      deploymentProblem: { kind: 'other-organization', organization },
    });
    expect(details(accountAt(), { deploymentText: url })).toBeNull();
  });

  test('gives organization and deployment while there is no token that could belong elsewhere', () => {
    expect(values('https://globex.eu.dagster.cloud/staging', withoutToken())).toMatchObject({
      slugs: ['globex', 'globex.eu'],
      organizationSlug: null,
      deployment: 'staging',
    });
  });

  test.each([
    'https://acme.dagster.cloud/',
    'https://acme.dagster.cloud/org-settings/tokens',
    'https://dagster.cloud/',
    'https://acme.xx.dagster.cloud/prod',
    'https://example.com/prod',
    'http://acme.dagster.cloud/prod',
  ])('is refused when it names no deployment of an organization: %s', (url) => {
    expect(values(url)).toMatchObject({
      organizationSlug: 'acme',
      deployment: null,
      deploymentProblem: { kind: 'address-without-deployment' },
    });
  });

  test('of a branch deployment is warned of', () => {
    expect(values(`https://acme.dagster.cloud/${BRANCH}/runs`)).toMatchObject({
      deployment: BRANCH,
      branch: true,
    });
  });
});

test.each(['userToken', 'organizationSlug', 'deployment'] as const)('details without %s are none', (name) => {
  expect(completeDetails({ ...accountValues(accountAt(), {}), [name]: null })).toBeNull();
});
