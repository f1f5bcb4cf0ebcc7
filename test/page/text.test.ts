import { describe, expect, test } from 'vitest';
import { LONGEST, pageText } from '../../src/page/text';

const HEX = '0afb128e57084fce8fd15c62d75e4bd6';
const TOKEN = `user:${HEX}`;

describe('a text of a page', () => {
  test.each([
    ['as it is', TOKEN],
    ['among words', `The token ${TOKEN} of Mika`],
    ['of another kind', `agent:acme:${HEX}`],
    ['for provisioning', 'acme:scim:f81d4fae7dec11d0:a76500a0c91e6bf6'],
    ['without its prefix', HEX],
    ['in capitals', HEX.toUpperCase()],
    ['as a dashed UUID', 'user:0afb128e-5708-4fce-8fd1-5c62d75e4bd6'],
    ['with characters of no width in it', `user:${HEX.slice(0, 16)}\u200b${HEX.slice(16)}`],
    ['as an address writes it', encodeURIComponent(TOKEN)],
    ['as markup writes it', `user&#58;${HEX}`],
    ['in Base64', btoa(TOKEN)],
    ['in part', HEX.slice(0, 24)],
  ])('is told without a token in it: %s', (_, text) => {
    const told = pageText(text, LONGEST.sentence);
    expect(told).toContain('…');
    expect(told.toLowerCase()).not.toMatch(/[0-9a-f]{8}|dxnlcj/);
  });

  test.each([
    'StackOne integration',
    'Data platform (eu-west-1), 2026-04-03',
    'カスタムコネクタ',
    'https://app.stackone.com/embedded/integrations',
    'Letters, digits and hyphens only',
  ])('is told as it is where there is none: %s', (text) => {
    expect(pageText(text)).toBe(text);
  });

  test('is one short line, whatever its length, and is not cut within a word', () => {
    expect(pageText(' First\n\tline  and\u0000 more ')).toBe('First line and more');
    const told = pageText('word '.repeat(200_000));
    expect(told).toMatch(/^(word )+word…$/);
    expect(told.length).toBeLessThanOrEqual(LONGEST.name + 1);
  });

  test('loses the marks that turn other text around', () => {
    expect(pageText('Dagster\u202egro.live\u2066\u200f')).toBe('Dagstergro.live');
  });
});
