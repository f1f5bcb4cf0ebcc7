import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import messages from '../extension/_locales/en/messages.json';
import { listOf, type MessageKey } from '../src/words';
import { translate } from './translate';

const ROOT = join(import.meta.dirname, '..');
const KEYS = Object.keys(messages) as MessageKey[];

const manifest = readFileSync(join(ROOT, 'manifest.json'), 'utf8');
const source = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(ROOT, 'src', file), 'utf8'))
  .join('\n');

/** The highest `$n` in a message; 0 without any. */
const valuesIn = (key: MessageKey): number =>
  Math.max(
    0,
    ...Array.from(messages[key].message.matchAll(/\$([1-9])/g), ([, position]) => Number(position)),
  );

/** Every key that the source names in a `t(…)`, also in a condition (`t(busy ? 'one' : 'other')`), with its values. */
function calls(): { key: string; values: number }[] {
  return Array.from(source.matchAll(/\bt\(/g)).flatMap((call) => {
    const [first = '', ...values] = argumentsAt(call.index + call[0].length);
    const keys = first.replace(/[!=]==\s*'[^']*'/g, '').matchAll(/'(\w+)'/g);
    return Array.from(keys, ([, key = '']) => ({ key, values: values.length }));
  });
}

/** The arguments of a call whose opening bracket ends at `position`. */
function argumentsAt(position: number): string[] {
  const found = [''];
  let depth = 0;
  let quote = '';
  for (const character of source.slice(position)) {
    if (!quote && depth === 0 && character === ')') return found.filter((text) => text.trim());
    if (!quote && depth === 0 && character === ',') {
      found.push('');
      continue;
    }
    if (quote === character) quote = '';
    else if (!quote && /['"`]/.test(character)) quote = character;
    else if (!quote && /[([{]/.test(character)) depth++;
    else if (!quote && /[)\]}]/.test(character)) depth--;
    found.push(found.pop() + character);
  }
  throw new Error('A call of t() is not closed.');
}

describe('the words on the screen', () => {
  test('are all used', () => {
    const unused = KEYS.filter((key) => !source.includes(`'${key}'`) && !manifest.includes(`__MSG_${key}__`));
    expect(unused).toEqual([]);
  });

  test('exist wherever they are used', () => {
    const inManifest = Array.from(manifest.matchAll(/__MSG_(\w+)__/g), ([, key]) => key);
    const used = [...calls().map(({ key }) => key), ...inManifest];
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter((key) => !KEYS.includes(key as MessageKey))).toEqual([]);
  });

  test('are given as many values as they show', () => {
    const wrong = calls().filter(({ key, values }) => values !== valuesIn(key as MessageKey));
    expect(wrong).toEqual([]);
  });

  test('that show values are asked for by name, so that the values can be counted', () => {
    const named = new Set(calls().map(({ key }) => key));
    expect(KEYS.filter((key) => valuesIn(key) > 0 && !named.has(key))).toEqual([]);
  });

  test('leave no gap in the numbers of their values', () => {
    const withGap = KEYS.filter((key) =>
      Array.from({ length: valuesIn(key) }, (_, index) => `$${index + 1}`).some(
        (value) => !messages[key].message.includes(value),
      ),
    );
    expect(withGap).toEqual([]);
  });

  test('are no empty texts', () => {
    expect(KEYS.filter((key) => !messages[key].message.trim())).toEqual([]);
  });
});

const LOCALES = join(ROOT, 'extension/_locales');

/** What can be the same in another language: products, what the form calls its fields, addresses, words that are taken over. */
const NAMES: ReadonlySet<MessageKey> = new Set([
  'direction',
  'extension_name',
  'tab_label',
  'example_token',
  'example_address',
  'region_us',
  'region_eu',
  'user_token',
  'organization_slug',
  'deployment',
  'hidden_token',
  'container',
]);

describe.each(readdirSync(LOCALES))('the locale %s', (locale) => {
  const path = join(LOCALES, locale, 'messages.json');
  const words: Record<string, { message: string }> = JSON.parse(readFileSync(path, 'utf8'));

  test('says which language it is, and in which direction that is written', () => {
    const { language, textInfo } = new Intl.Locale(locale.replace('_', '-')) as WrittenLocale;
    expect(new Intl.Locale(words.language?.message ?? '').language).toBe(language);
    expect(words.direction?.message).toBe(textInfo.direction);
  });

  test('has no word of another language but names', () => {
    const same = KEYS.filter((key) => words[key]?.message === messages[key].message);
    expect(locale === 'en' ? [] : same.filter((key) => !NAMES.has(key))).toEqual([]);
  });

  test('describes the extension in as many characters as the stores show', () => {
    expect(words.extension_description?.message.length).toBeLessThanOrEqual(132);
  });

  test('has every word, with the same values in it', () => {
    const valuesOf = (all: typeof words) =>
      Object.entries(all).map(([key, { message }]) => `${key} ${(message.match(/\$\d/g) ?? []).sort()}`);
    expect(valuesOf(words).sort()).toEqual(valuesOf(messages).sort());
  });
});

/** What TypeScript does not know yet. */
type WrittenLocale = Intl.Locale & { readonly textInfo: { readonly direction: 'ltr' | 'rtl' } };

describe('a list in words', () => {
  test.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('%j is “%s”', (words, text) => {
    expect(listOf(words, translate)).toBe(text);
  });
});

describe('the words in tests', () => {
  test('put the values in their places', () => {
    expect(translate('tab_label', 'acme', 'prod')).toBe('acme / prod');
  });

  test('put a value in as it is, also one that looks like a place', () => {
    expect(translate('copied', '$1 $& $$')).toBe('Copied $1 $& $$.');
  });

  test('do not exist under an unknown key', () => {
    expect(() => translate('no_such_message' as MessageKey)).toThrow('no_such_message');
    expect(() => translate('toString' as MessageKey)).toThrow('toString');
  });

  test('are not said with a value missing', () => {
    expect(() => translate('tab_label', 'acme')).toThrow('$2');
  });
});
