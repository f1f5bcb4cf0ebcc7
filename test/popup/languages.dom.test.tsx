/** What is drawn in English without overflow is so in every language. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { tellLanguage } from '../../src/ui/language';
import type { Translate } from '../../src/words';
import { translate } from '../translate';
import { LANGUAGES } from './languages';
import { drawPopup } from './popup-in-page';
import { CASE_NAMES, type CaseName, stateOf } from './states';

/** As wide as any language draws the popup. */
const WIDTH_PX = 448;
const HIGHEST_PX = 600;

beforeAll(() => page.viewport(WIDTH_PX, HIGHEST_PX));
afterAll(async () => {
  tellLanguage(document.documentElement, translate);
  await page.viewport(WIDTH_PX, 1200);
});

/** What a person would miss: what is cut off, and a popup that has to be scrolled. */
function shortcomings(name: CaseName, t: Translate): string[] {
  tellLanguage(document.documentElement, t);
  const { root } = drawPopup(stateOf(name, {}, t), t);
  // A field scrolls what is longer, and what is read aloud only is not drawn.
  const cut = [...root.querySelectorAll('*:not(input, .sr-only)')].filter(
    (element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1,
  );
  const { scrollHeight } = document.documentElement;
  return [
    ...cut.map(({ localName, className, textContent }) => `${localName}.${className} cuts “${textContent}”`),
    ...(document.body.scrollWidth > document.body.offsetWidth ? ['is too wide'] : []),
    ...(scrollHeight > HIGHEST_PX ? [`is ${scrollHeight} px high`] : []),
  ];
}

const isHigh = (what: string): boolean => what.endsWith(' px high');

/** What has to be scrolled in English may be so in other languages; nothing is ever cut. */
let scrolled: ReadonlySet<CaseName>;
beforeAll(() => {
  scrolled = new Set(CASE_NAMES.filter((name) => shortcomings(name, translate).some(isHigh)));
});

/** What people meet between an empty page and the linked account. */
const DAILY = [
  'organization-page',
  'organization-settings',
  'page-without-deployment',
  'tokens-page-creatable',
  'tokens-page-hidden-token',
  'tokens-page-one-hidden',
  'token-pressing',
  'one-token',
  'eu',
  'eu-chosen',
  'form-but-nothing-known',
  'held-and-form',
  'held-eu-and-form',
  'live-and-form',
  'busy-filling',
  'filled',
] as const;

test('nothing has to be scrolled on an ordinary way', () => {
  expect(DAILY.filter((name) => scrolled.has(name))).toEqual([]);
});

test.each([...LANGUAGES])('%s', (_, t) => {
  const found = CASE_NAMES.flatMap((name) =>
    shortcomings(name, t)
      .filter((what) => !(isHigh(what) && scrolled.has(name)))
      .map((what) => `${name}: ${what}`),
  );
  expect(found).toEqual([]);
});
