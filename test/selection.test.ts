import { describe, expect, test } from 'vitest';
import { NO_POLICY, readPolicy } from '../src/policy';
import { type Choices, type Showing, select } from '../src/selection';
import type { TabAnswer } from '../src/tabs/dagster-tabs';
import {
  DETAILS,
  heldDetails,
  OTHER_USER_TOKEN,
  organizationAddress,
  pastedValues,
  readTab,
  revealed,
  UNUSUAL_USER_TOKEN,
  USER_TOKEN,
} from './samples';

const WITHOUT_DEPLOYMENT = 'https://acme.dagster.cloud/org-settings/tokens';
const GLOBEX = 'https://globex.dagster.cloud/prod/org-settings/tokens';

const held = heldDetails();
const showing = (changes: Partial<Showing>): Showing => ({
  front: null,
  others: [],
  held: null,
  pasted: null,
  policy: NO_POLICY,
  ...changes,
});
const sourceOf = (changes: Partial<Showing>, choices: Choices = {}) =>
  select(showing(changes), choices).source;
const SEVERAL = readTab(1, [USER_TOKEN, OTHER_USER_TOKEN]);

describe('on a Dagster+ tab', () => {
  test.each([
    ['a token', readTab(1)],
    ['no token', readTab(1, [])],
  ])('only what it shows now is offered, whatever is held: %s', (_, tab) => {
    expect(sourceOf({ front: tab, held })).toEqual({ kind: 'live', tab });
    expect(select(showing({ front: tab, held }), {}).undecided).toBeNull();
  });

  test.each<TabAnswer>([
    { kind: 'unreachable', tabId: 1 },
    { kind: 'busy', tabId: 1 },
    { kind: 'no-organization', tabId: 1, address: 'https://dagster.cloud/' },
  ])('nothing is offered when the answer is “$kind”', (front) => {
    expect(select(showing({ front, held }), {})).toMatchObject({
      source: { kind: 'nothing' },
      details: null,
    });
  });
});

test('of an organization that an administrator does not allow nothing is offered, held or live', () => {
  const policy = readPolicy({ organizations: ['globex', 'acme.eu'] });
  for (const shown of [{ front: readTab(1) }, { others: [readTab(2)] }, { held }])
    expect(select(showing({ ...shown, policy }), {})).toMatchObject({
      tokens: [],
      account: null,
      values: null,
      details: null,
      forbidden: { organization: 'acme' },
    });
  expect(select(showing({ front: readTab(1), policy: NO_POLICY }), {}).forbidden).toBeNull();
});

describe('on any other page', () => {
  test('nothing is offered without tabs and without held details', () => {
    expect(sourceOf({})).toEqual({ kind: 'nothing' });
  });

  test('an open tab with complete details beats what is held', () => {
    const tab = readTab(1, [OTHER_USER_TOKEN]);
    expect(sourceOf({ others: [tab], held })).toEqual({ kind: 'live', tab });
  });

  test.each([
    ['no token', readTab(1, [])],
    ['no deployment', readTab(1, [OTHER_USER_TOKEN], WITHOUT_DEPLOYMENT)],
    ['several tokens', SEVERAL],
  ])('what is held beats an open tab with %s', (_, tab) => {
    expect(sourceOf({ others: [tab], held })).toEqual({ kind: 'held', held });
    const isToken = tab.reading.tokens.length > 0;
    expect(sourceOf({ others: [tab] })).toEqual(isToken ? { kind: 'live', tab } : { kind: 'nothing' });
  });

  test.each([
    ['organizations', readTab(2, [OTHER_USER_TOKEN], GLOBEX)],
    ['deployments', readTab(2, [USER_TOKEN], 'https://acme.dagster.cloud/staging/org-settings/tokens')],
    ['regions', readTab(2, [USER_TOKEN], 'https://acme.eu.dagster.cloud/prod/org-settings/tokens')],
    ['containers', { ...readTab(2), container: '3' }],
  ])('of tabs with different %s none is chosen before the person chooses one', (_, other) => {
    const tabs = [readTab(1), other];
    const { source, account, undecided } = select(showing({ others: tabs, held }), {});
    expect({ source, account, undecided }).toEqual({
      source: { kind: 'several-tabs', tabs },
      account: null,
      undecided: 'tab',
    });
    expect(select(showing({ others: tabs }), { tabId: 2 }).tab).toBe(other);
  });

  test.each([
    'https://acme.dagster.plus/prod/org-settings/tokens',
    'https://dagster.cloud/acme/prod/org-settings/tokens',
  ])('a tab that shows the same account at %s counts as one with it', (url) => {
    expect(sourceOf({ others: [readTab(1), readTab(2, [USER_TOKEN], url)] })).toMatchObject({ kind: 'live' });
  });

  test('two tabs of one account that show another token each are two', () => {
    const tabs = [readTab(1), readTab(2, [OTHER_USER_TOKEN])];
    expect(sourceOf({ others: tabs })).toEqual({ kind: 'several-tabs', tabs });
  });

  test('tabs that cannot be read are left out', () => {
    const tab = readTab(3);
    expect(
      sourceOf({ others: [{ kind: 'busy', tabId: 1 }, { kind: 'unreachable', tabId: 2 }, tab] }),
    ).toEqual({
      kind: 'live',
      tab,
    });
  });
});

describe('the details', () => {
  test('are those of the only token', () => {
    expect(select(showing({ front: readTab(1) }), {})).toMatchObject({
      account: { address: organizationAddress(), token: revealed() },
      details: DETAILS,
      undecided: null,
    });
  });

  test('wait for the choice of one of several tokens', () => {
    expect(select(showing({ front: SEVERAL }), {})).toMatchObject({ details: null, undecided: 'token' });
    expect(select(showing({ front: SEVERAL }), { token: OTHER_USER_TOKEN }).details?.userToken).toBe(
      OTHER_USER_TOKEN,
    );
  });

  test('wait when the chosen token is not shown any more', () => {
    const gone = 'user:22222222222222222222222222222222';
    expect(select(showing({ front: SEVERAL }), { token: gone }).details).toBeNull();
  });

  test('follow what was decided about their token, and not what was decided about another', () => {
    const decided = (of: string | null): Choices => ({ account: { of, deploymentText: 'staging' } });
    const deployment = (choices: Choices) =>
      select(showing({ front: readTab(1) }), choices).details?.deployment;
    expect(deployment(decided(USER_TOKEN))).toBe('staging');
    expect(deployment(decided(OTHER_USER_TOKEN))).toBe('prod');
    expect(deployment(decided(null))).toBe('prod');
  });

  test('follow what was held with their token, and not what was held with another', () => {
    const staging = { ...held, choices: { deploymentText: 'staging' } };
    const deployment = (token: string) =>
      select(showing({ front: readTab(1, [token]), held: staging }), {}).details?.deployment;
    expect([deployment(USER_TOKEN), deployment(OTHER_USER_TOKEN)]).toEqual(['staging', 'prod']);
  });
});

describe('what the person pasted', () => {
  const ACME = organizationAddress();
  const GLOBEX_PROD = organizationAddress(GLOBEX);
  const pasted = pastedValues([OTHER_USER_TOKEN]);
  const isOf = (address = ACME): Choices => ({ account: { of: OTHER_USER_TOKEN, address } });

  test.each<[string, Partial<Showing>]>([
    ['nothing else', {}],
    ['the Dagster+ page in front, of which no token was taken', { front: readTab(1, []) }],
    ['a Dagster+ page in front that cannot be read', { front: { kind: 'unreachable', tabId: 1 } }],
    ['an open tab with a token', { others: [readTab(1)] }],
    ['several open tabs with tokens', { others: [readTab(1), readTab(2, [USER_TOKEN], GLOBEX)] }],
    ['held details', { held }],
  ])('is a token that waits to be told its organization, beside %s', (_, beside) => {
    expect(select(showing({ ...beside, pasted }), {})).toMatchObject({
      source: { kind: 'pasted' },
      token: { value: OTHER_USER_TOKEN },
      account: null,
      values: { userToken: OTHER_USER_TOKEN, organizationSlug: null, deployment: null },
      details: null,
      undecided: 'organization',
    });
  });

  test('is a token with the organization that the person said', () => {
    expect(select(showing({ front: readTab(1, []), pasted }), isOf())).toMatchObject({
      account: { address: ACME, token: { value: OTHER_USER_TOKEN } },
      details: { ...DETAILS, userToken: OTHER_USER_TOKEN },
      undecided: null,
    });
  });

  test('is not joined with an organization that was said of another token', () => {
    const of = (token: string | null): Choices => ({ account: { of: token, address: ACME } });
    for (const other of [USER_TOKEN, null])
      expect(select(showing({ pasted }), of(other)).undecided).toBe('organization');
  });

  test('has nothing that a form could get but itself, before it is told its organization', () => {
    expect(select(showing({ pasted }), {}).values).toEqual({
      userToken: OTHER_USER_TOKEN,
      organizationSlug: null,
      deployment: null,
      slugs: [],
      region: null,
      branch: false,
      unusualDeployment: false,
      deploymentProblem: null,
    });
  });

  test('is not joined with an address that was pasted at another time', () => {
    const both = pastedValues([OTHER_USER_TOKEN], GLOBEX_PROD);
    expect(select(showing({ pasted: both }), {})).toMatchObject({ account: null, undecided: 'organization' });
  });

  test('counts as it was decided in an earlier popup, until it is decided anew', () => {
    const kept = { ...pasted, choices: { account: { of: OTHER_USER_TOKEN, address: ACME } } };
    const slugOf = (choices: Choices) => select(showing({ pasted: kept }), choices).details?.organizationSlug;
    expect([slugOf({}), slugOf(isOf(GLOBEX_PROD))]).toEqual(['acme', 'globex']);
  });

  test('gives way to a Dagster+ page in front that shows a token, unless it was pasted there', () => {
    const front = readTab(1);
    expect(sourceOf({ front, pasted })).toEqual({ kind: 'live', tab: front });
    expect(sourceOf({ front, pasted }, { pastedNow: true })).toEqual({ kind: 'pasted', pasted });
  });

  test('of several tokens none is taken before the person chooses one', () => {
    const two = pastedValues([USER_TOKEN, OTHER_USER_TOKEN], ACME);
    expect(select(showing({ pasted: two }), {})).toMatchObject({
      token: null,
      undecided: 'token',
      values: null,
    });
    const chosen = select(showing({ pasted: two }), { token: USER_TOKEN, ...isOf() });
    expect(chosen).toMatchObject({ token: { value: USER_TOKEN }, undecided: 'organization' });
  });

  test('of an unusual token nothing is used before the person accepts it', () => {
    const unusual = pastedValues([UNUSUAL_USER_TOKEN]);
    const tokenOf = (unusualTokenAccepted: boolean) =>
      select(showing({ pasted: unusual }), { account: { of: UNUSUAL_USER_TOKEN, unusualTokenAccepted } })
        .values?.userToken;
    expect([tokenOf(false), tokenOf(true)]).toEqual([null, UNUSUAL_USER_TOKEN]);
  });

  describe('as an address alone', () => {
    const address = pastedValues([], GLOBEX_PROD);

    test('is offered where there is nothing else', () => {
      expect(select(showing({ pasted: address }), {})).toMatchObject({
        source: { kind: 'pasted' },
        account: { address: GLOBEX_PROD, token: null },
        details: null,
        waiting: null,
      });
    });

    test.each<[string, Partial<Showing>]>([
      ['the token of the page in front', { front: readTab(1) }],
      ['the token of an open tab', { others: [readTab(1)] }],
      ['tokens of several tabs', { others: [readTab(1), readTab(2, [USER_TOKEN], WITHOUT_DEPLOYMENT)] }],
      ['held details', { held }],
    ])('waits for a token of its organization, and is not joined with %s', (_, beside) => {
      for (const pastedNow of [true, false]) {
        const { source, account, waiting } = select(showing({ ...beside, pasted: address }), { pastedNow });
        expect(source.kind).not.toBe('pasted');
        expect(account?.address.organization).not.toBe('globex');
        expect(waiting).toEqual(GLOBEX_PROD);
      }
    });

    test('has nothing to wait for where its organization is offered', () => {
      const own = pastedValues([], organizationAddress('https://acme.dagster.plus/staging'));
      expect(select(showing({ held, pasted: own }), {}).waiting).toBeNull();
    });

    test('gives way to the Dagster+ page in front, unless it was pasted there', () => {
      const front = readTab(1, []);
      const organization = (choices: Choices) =>
        select(showing({ front, pasted: address }), choices).account?.address.organization;
      expect([organization({}), organization({ pastedNow: true })]).toEqual(['acme', 'globex']);
    });
  });
});
