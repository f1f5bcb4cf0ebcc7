import { describe, expect, test } from 'vitest';
import { accountOfTab, offerOfFrontTab, offerOfOpenTabs } from '../src/offer';
import type { HeldDetails } from '../src/session/held-details';
import { OTHER_USER_TOKEN, organizationAddress, readTab, revealed, USER_TOKEN } from './samples';

const held: HeldDetails = {
  account: { address: organizationAddress(), token: revealed() },
  choices: {},
  until: Number.MAX_SAFE_INTEGER,
};

const WITHOUT_DEPLOYMENT = 'https://acme.dagster.cloud/org-settings/tokens';

describe('the offer on a Dagster+ tab', () => {
  test('is what that tab shows now', () => {
    const tab = readTab(1);
    expect(offerOfFrontTab(tab)).toEqual({ kind: 'live', tab });
  });

  test('is what it shows also when it shows no token', () => {
    const tab = readTab(1, []);
    expect(offerOfFrontTab(tab)).toEqual({ kind: 'live', tab });
  });

  test.each([
    { kind: 'unreachable', tabId: 1 } as const,
    { kind: 'no-organization', tabId: 1, address: 'https://dagster.cloud/' } as const,
  ])('is nothing when the answer is “$kind”', (answer) => {
    expect(offerOfFrontTab(answer)).toEqual({ kind: 'nothing' });
  });
});

describe('the offer on any other page', () => {
  test('is nothing without tabs and without held details', () => {
    expect(offerOfOpenTabs([], null)).toEqual({ kind: 'nothing' });
  });

  test('is the open tab with complete details, even when other details are held', () => {
    const tab = readTab(1, [OTHER_USER_TOKEN]);
    expect(offerOfOpenTabs([tab], held)).toEqual({ kind: 'live', tab });
  });

  test('is what is held when no tab shows a token', () => {
    expect(offerOfOpenTabs([readTab(1, [])], held)).toEqual({ kind: 'held', held });
  });

  test('is what is held when the open tab names no deployment', () => {
    const tab = readTab(1, [OTHER_USER_TOKEN], WITHOUT_DEPLOYMENT);
    expect(offerOfOpenTabs([tab], held)).toEqual({ kind: 'held', held });
  });

  test('is what is held when the open tab shows several tokens, of which one was chosen before', () => {
    const tab = readTab(1, [OTHER_USER_TOKEN, USER_TOKEN]);
    expect(offerOfOpenTabs([tab], held)).toEqual({ kind: 'held', held });
  });

  test.each([
    ['several tokens', readTab(1, [USER_TOKEN, OTHER_USER_TOKEN])],
    ['no deployment', readTab(1, [USER_TOKEN], WITHOUT_DEPLOYMENT)],
  ])('is an open tab with %s when nothing is held', (_, tab) => {
    expect(offerOfOpenTabs([tab], null)).toEqual({ kind: 'live', tab });
  });

  test('is the choice between several tabs with different details, and none of them is chosen', () => {
    const tabs = [
      readTab(1),
      readTab(2, [OTHER_USER_TOKEN], 'https://globex.dagster.cloud/prod/org-settings/tokens'),
    ];
    expect(offerOfOpenTabs(tabs, held)).toEqual({ kind: 'several-tabs', tabs });
  });

  test('is the choice between two deployments of one organization', () => {
    const tabs = [
      readTab(1),
      readTab(2, [USER_TOKEN], 'https://acme.dagster.cloud/staging/org-settings/tokens'),
    ];
    expect(offerOfOpenTabs(tabs, null)).toEqual({ kind: 'several-tabs', tabs });
  });

  test('counts two tabs that show the same as one', () => {
    expect(offerOfOpenTabs([readTab(1), readTab(2)], null)).toMatchObject({ kind: 'live' });
  });

  test.each([
    'https://acme.dagster.plus/prod/org-settings/tokens',
    'https://dagster.cloud/acme/prod/org-settings/tokens',
  ])('counts a tab of the same account at %s as one with it', (url) => {
    expect(offerOfOpenTabs([readTab(1), readTab(2, [USER_TOKEN], url)], null)).toMatchObject({
      kind: 'live',
    });
  });

  test('keeps two regions apart, although slug, deployment and token are the same', () => {
    const tabs = [
      readTab(1),
      readTab(2, [USER_TOKEN], 'https://acme.eu.dagster.cloud/prod/org-settings/tokens'),
    ];
    expect(offerOfOpenTabs(tabs, null)).toEqual({ kind: 'several-tabs', tabs });
  });

  test('leaves out tabs that cannot be read', () => {
    const tab = readTab(3);
    const answers = [
      { kind: 'unreachable', tabId: 1 },
      { kind: 'no-organization', tabId: 2, address: 'https://dagster.cloud/' },
      tab,
    ] as const;
    expect(offerOfOpenTabs(answers, null)).toEqual({ kind: 'live', tab });
  });
});

describe('the account of a tab', () => {
  test('has the only token', () => {
    expect(accountOfTab(readTab(1), null)).toEqual({ address: organizationAddress(), token: revealed() });
  });

  test('has no token while none of several is chosen', () => {
    expect(accountOfTab(readTab(1, [USER_TOKEN, OTHER_USER_TOKEN]), null).token).toBeNull();
  });

  test('has the chosen token of several', () => {
    const tab = readTab(1, [USER_TOKEN, OTHER_USER_TOKEN]);
    expect(accountOfTab(tab, OTHER_USER_TOKEN).token?.value).toBe(OTHER_USER_TOKEN);
  });

  test('has no token when the chosen one is not shown any more', () => {
    const tab = readTab(1, [USER_TOKEN, OTHER_USER_TOKEN]);
    expect(accountOfTab(tab, 'user:22222222222222222222222222222222').token).toBeNull();
  });
});
