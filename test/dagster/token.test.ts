import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyToken } from '../../src/dagster/token';
import { cases } from '../fuzz';

const HEX = '0afb128e57084fce8fd15c62d75e4bd6';
const USER = `user:${HEX}`;
const UUID = '5f3c9a7e-12d4-4b8a-9c61-0e7d2f4a8b39';

describe('a user token', () => {
  it.each([
    [USER],
    [`  ${USER}\n`],
    [`user:0afb128e\u200b57084fce\u200b8fd15c62\u200bd75e4bd6`],
    [`\ufeffuser\u00ad:${HEX}\u200d`],
  ])('is taken whole: %j', (text) => expect(classifyToken(text)).toEqual({ kind: 'user', value: USER }));

  it('is unusual as a dashed UUID', () => {
    expect(classifyToken(` user:${UUID} `)).toEqual({ kind: 'unusual-user', value: `user:${UUID}` });
  });
});

describe('a token of another kind is refused with its kind', () => {
  it.each([
    [`agent:acme:${HEX}`, 'agent'],
    [`agent:acme:${UUID}`, 'agent'],
    [`agent:${HEX}`, 'agent'],
    ['agent:acme:9d2b…e492', 'agent'],
    [`api:acme:scim:${HEX}`, 'scim'],
    [`acme:prod:scim:${UUID}`, 'scim'],
    [HEX, 'old'],
    ['user:acme:jane', 'old'],
    ['user:test:jane@acme.example', 'old'],
    ['user:0afb…4bd6', 'cut'],
    ['user:0afb128e...d75e4bd6', 'cut'],
    ['user:••••••••••••4bd6', 'cut'],
    ['user:********', 'cut'],
    [USER.slice(0, -1), 'cut'],
    [`${USER}a`, 'cut'],
    [USER.toUpperCase(), 'cut'],
    [`user:${HEX.toUpperCase()}`, 'cut'],
    [`user:${UUID.slice(0, -1)}`, 'cut'],
  ])('%s is %s', (text, kind) => expect(classifyToken(text).kind).toBe(kind));
});

describe('a text that only resembles a token says nothing', () => {
  it.each([
    '',
    ' ',
    'user:',
    'user',
    'agent:',
    'Reveal token',
    'Apr 3, 2026',
    '12:04:05',
    'https://acme.dagster.cloud:443/prod',
    '…',
    '***',
    // The mask of a hidden token.
    '••••••••••••••••••••',
    'user: jane',
    `Your token: ${USER}`,
    `${USER} Apr 3, 2026`,
    `${USER} ${USER}`,
  ])('%j', (text) => expect(classifyToken(text).kind).toBe('none'));
});

describe('any text', () => {
  const hexLike = fc.string({
    unit: fc.constantFrom(...'0123456789abcdefABCDEF:-•… \u200b'.split('')),
    maxLength: 60,
  });
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    hexLike,
    hexLike.map((text) => `user:${text}`),
    fc.constantFrom(USER, HEX, `agent:acme:${HEX}`),
  );

  it('is a user token only if the text is that token and nothing else', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('', ' ', '\n', '\u200b'), (text, around) => {
        const { kind, value } = classifyToken(around + text + around);
        if (kind !== 'user' && kind !== 'unusual-user') return;
        expect(text.replace(/[\u200b-\u200d\ufeff\u00ad]/g, '').trim()).toBe(value);
        expect(value).toMatch(/^user:(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/);
      }),
      cases(2000),
    );
  });

  it('with anything but blanks beside the token is no user token any more', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.boolean(), (beside, before) => {
        fc.pre(beside.replace(/[\u200b-\u200d\ufeff\u00ad]/g, '').trim() !== '');
        expect(classifyToken(before ? beside + USER : USER + beside).kind).not.toBe('user');
      }),
      cases(100),
    );
  });
});
