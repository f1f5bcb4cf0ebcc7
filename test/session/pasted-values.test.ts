import { describe, expect, test } from 'vitest';
import { type PastedValues, pastedFrom } from '../../src/session/pasted-values';
import { organizationAddress, pastedValues, UNUSUAL_USER_TOKEN, USER_TOKEN } from '../samples';

const ADDRESSES = [
  'https://acme.dagster.cloud/prod/overview',
  'https://acme.dagster.cloud/prod/org-settings/tokens',
  'https://acme.eu.dagster.plus/',
  'https://dagster.cloud/acme/prod',
  'https://acme.dagster.cloud/my%20team/runs',
].map(organizationAddress);

const valuesWith = (changes: object): unknown => ({ ...pastedValues([USER_TOKEN]), ...changes });

describe('what is to be kept of a paste', () => {
  test.each(ADDRESSES)('is what was pasted and decided: $origin$base', (address) => {
    const pasted: PastedValues = {
      tokens: pastedValues([USER_TOKEN, UNUSUAL_USER_TOKEN]).tokens,
      address,
      choices: {
        token: UNUSUAL_USER_TOKEN,
        account: {
          of: UNUSUAL_USER_TOKEN,
          address,
          organizationSlug: 'acme',
          deploymentText: 'staging',
          unusualTokenAccepted: true,
        },
      },
    };
    expect(pastedFrom(pasted)).toEqual(pasted);
  });

  test('may be an address alone, of which nobody has decided anything', () => {
    const pasted = { tokens: [], address: organizationAddress(), choices: {} };
    expect(pastedFrom(pasted)).toEqual(pasted);
  });

  test.each([
    ['null', null],
    ['a text', 'user'],
    ['no tokens', {}],
    ['tokens that are no list', valuesWith({ tokens: { length: 1 } })],
    ['a token of an agent', valuesWith({ tokens: [{ value: `agent:acme:${'0'.repeat(32)}` }] })],
    ['a token with something beside it', valuesWith({ tokens: [{ value: `${USER_TOKEN} ` }] })],
    ['a token that is no text', valuesWith({ tokens: [{ value: [USER_TOKEN] }] })],
    ['one good token of two', valuesWith({ tokens: [{ value: USER_TOKEN }, null] })],
  ])('is nothing where the message holds %s', (_, message) => {
    expect(pastedFrom(message)).toBeNull();
  });

  test.each([
    ['another site', { base: 'https://dagster.cloud.evil.example' }],
    ['no base', { organization: 'acme' }],
    ['a base that is no text', { base: ['https://acme.dagster.cloud'] }],
    ['http', { base: 'http://acme.dagster.cloud' }],
  ])('holds no address of %s', (_, address) => {
    expect(pastedFrom(valuesWith({ address }))?.address).toBeNull();
    const account = { of: USER_TOKEN, address };
    expect(pastedFrom(valuesWith({ choices: { account } }))?.choices).toEqual({
      account: { of: USER_TOKEN },
    });
  });

  test('holds an address as its base says, whatever else is said of it', () => {
    const address = { ...organizationAddress(), organization: 'globex', region: 'eu', host: 'evil.example' };
    expect(pastedFrom(valuesWith({ address }))?.address).toEqual(organizationAddress());
  });

  test('holds nothing that a choice cannot be', () => {
    const account = {
      of: 1,
      organizationSlug: {},
      deploymentText: 2,
      unusualTokenAccepted: 'yes',
      more: true,
    };
    expect(pastedFrom(valuesWith({ choices: { token: 'x', account, more: 1 }, more: 2 }))).toEqual({
      tokens: pastedValues([USER_TOKEN]).tokens,
      address: null,
      choices: { account: { of: null } },
    });
  });
});
