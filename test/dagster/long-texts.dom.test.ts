/**
 * Whatever sees a text of a page takes a time that grows with its length and not with the square of it: a page could
 * hold the popup up for minutes else. Nothing here is timed; with one such search these tests do not end in time.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { readAddress } from '../../src/dagster/address';
import { isDate } from '../../src/dagster/date-text';
import { controlNamed } from '../../src/dagster/page-controls';
import { classifyToken, cleanText, isShortened, isShortFormOf, isTokenOrMask } from '../../src/dagster/token';
import { findOnPage } from '../../src/dagster/tokens-page';
import { isTokensPath } from '../../src/dagster/tokens-path';
import { alphaOf, leftByStyle, rgbOf } from '../../src/page/style';
import { pageText, tellsOf } from '../../src/page/text';

const LENGTH = 1_000_000;
const ADDRESS = 'https://acme.dagster.cloud/prod/org-settings/tokens';
const TOKEN = 'user:0afb128e57084fce8fd15c62d75e4bd6';

/** What such a search stumbles over: it begins again and again, and fails at the very end. */
const BEGINNINGS: readonly (readonly [start: string, again: string, end: string])[] = [
  ['', ' ', 'x'],
  ['', '\u200b', 'x'],
  ['', '\u00ad ', 'x'],
  ['', 'a', ' '],
  ['', 'f', ' '],
  ['', '0afb', 'g'],
  ['', '1 ', 'x'],
  ['', '1', ' '],
  ['', '2026', ' '],
  ['', '1:1', ' '],
  ['', ':', ' '],
  ['', 'a:', ' '],
  ['', '/', ' '],
  ['', '.', 'x'],
  ['', '…', ' '],
  ['', '•', ' '],
  ['', '-', 'x'],
  ['', '%3a', 'x'],
  ['', '&#0', 'x'],
  ['', 'dXNlcj', ' '],
  ['', 'user:', ' '],
  ['', 'user: ', 'x'],
  ['', 'revoked ', 'x'],
  ['', 'tokens ', 'x'],
  ['', 'rgba(', 'x'],
  ['user:', '1', ' '],
  ['user:', 'a:', ' '],
  ['user:', ':', ' '],
  ['user:', '0', '… '],
  ['agent:', 'a', ' '],
  ['agent:', ':', ' '],
  ['1', ' ', 'x'],
  ['1', ' a', ' ag'],
  ['3', '前', 'x'],
  ['organization: ', ' ', '\n'],
  ['manage tokens for', ' ', '\n'],
  ['verwalten sie ', 'token ', 'x'],
  ['', 'のトークンを', 'x'],
  ['', 'org-settings/', ' '],
  ['', '-settings/tokens', '/ '],
];
const TEXTS = BEGINNINGS.map(([start, again, end]) => [
  `${start}${again}…${end}`,
  start + again.repeat(LENGTH / again.length) + end,
]) as [string, string][];

/** What is long is not drawn: to lay it out takes the browser itself minutes. */
const PAGE = `<main><h2 hidden>Manage tokens for your account </h2>
  <table><tr><td class="description" style="display: none"></td><td>${TOKEN}</td><td>Apr 3, 2026</td></tr></table>
  <input hidden><textarea hidden></textarea><p hidden></p></main>`;

afterEach(() => document.body.replaceChildren());

describe.each(TEXTS)('A text “%s” of a million characters', (_, text) => {
  test('is no token, no date, no control, no page and no name', () => {
    expect(classifyToken(text).kind).toBe('none');
    expect([isTokenOrMask(text), isShortened(text), isShortFormOf(text, TOKEN), isDate(text)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(controlNamed(text.toLowerCase())).toBeUndefined();
    expect(isTokensPath(text)).toBe(false);
    expect(readAddress(`https://acme.dagster.cloud/${text}`).kind).toBe('organization');
    expect(cleanText(text).length).toBeLessThanOrEqual(text.length);
  });

  test('becomes a short one', () => {
    expect(Array.from(pageText(text)).length).toBeLessThanOrEqual(80);
    expect(tellsOf(pageText(text), TOKEN)).toBe(false);
  });

  test('is no style that leaves anything', () => {
    const style = (changes: Partial<CSSStyleDeclaration>) =>
      leftByStyle({ opacity: '1', clip: 'auto', ...changes } as CSSStyleDeclaration);
    expect(style({ filter: `url("${text}` })).toBe(0);
    // These were written by the browser, so they are never that long; they end all the same.
    expect([style({ transform: text, rotate: text }), alphaOf(text)].every((left) => left <= 1)).toBe(true);
    expect(rgbOf(text) ?? []).toEqual([]);
  });

  test('lets a page be read that is full of it', () => {
    document.body.innerHTML = PAGE;
    const at = (selector: string) => document.querySelector(selector) as HTMLElement;
    for (const selector of ['h2', '.description', 'p']) at(selector).append(text);
    for (const name of ['title', 'aria-label', 'data-value']) at('p').setAttribute(name, text);
    (at('input') as HTMLInputElement).value = text;
    (at('textarea') as HTMLTextAreaElement).value = text;
    const { tokens, organizationName } = findOnPage(document, `${ADDRESS}?${text}`).reading;
    expect(tokens.map(({ value, created }) => [value, created])).toEqual([[TOKEN, 'Apr 3, 2026']]);
    expect(Array.from((tokens[0]?.description ?? '') + organizationName).length).toBeLessThanOrEqual(160);
  });
});
