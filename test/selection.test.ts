import { describe, expect, test } from 'vitest';
import { type Choices, type Showing, select } from '../src/selection';
import type { TabAnswer } from '../src/tabs/dagster-tabs';
import {
  DETAILS,
  heldDetails,
  OTHER_USER_TOKEN,
  organizationAddress,
  readTab,
  revealed,
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
