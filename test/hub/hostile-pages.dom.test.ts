/** Pages that are made so that whoever looks for the form in them fails or hangs. */
import { afterEach, expect, test } from 'vitest';
import { nested, nestedRoots } from '../page/nested';
import { look } from './look-and-fill';
import { plainForm } from './plain-form';

afterEach(() => {
  document.body.replaceChildren();
});

const READY = { userToken: 'ready', organizationSlug: 'ready', deployment: 'ready' };
const HIDDEN = { userToken: 'hidden', organizationSlug: 'hidden', deployment: 'hidden' };
const fieldsOf = () => look().forms.map(({ fields }) => fields);

const FIELD = '<div><label>User Token <input></label></div>';

/** What a page has beside its form. */
const PAGES: readonly [string, () => void][] = [
  [
    '100,000 elements inside each other',
    () => {
      const deep = nested(100_000, document.createElement('input'));
      deep.hidden = true;
      document.body.append(deep);
    },
  ],
  [
    '50,000 elements beside each other',
    () => document.body.insertAdjacentHTML('beforeend', '<i></i>'.repeat(50_000)),
  ],
  [
    '1,000 shadow roots inside each other',
    () => {
      const outer = nestedRoots(1_000, '');
      outer.hidden = true;
      document.body.append(outer);
    },
  ],
  [
    'a text of a megabyte for a heading, and for a label',
    () => {
      const long = 'Dagster '.repeat(125_000);
      document.body.insertAdjacentHTML(
        'afterbegin',
        `<h2 hidden>${long}</h2><form><label>${long}<input></label></form>`,
      );
    },
  ],
  [
    '20,000 fields with the same label in one form',
    () => document.body.insertAdjacentHTML('beforeend', `<form>${FIELD.repeat(20_000)}</form>`),
  ],
];

test.each(PAGES)('The form is found beside %s', (_, prepare) => {
  plainForm();
  prepare();
  expect(fieldsOf()).toEqual([READY]);
});

test('Beside more elements than anybody can look at no field is told to be seen', () => {
  plainForm();
  document.body.insertAdjacentHTML('beforeend', '<i></i>'.repeat(130_000));
  expect(fieldsOf()).toEqual([HIDDEN]);
});

test('A field that a sheet of the page hides is hidden', () => {
  const { root } = plainForm();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('input { opacity: 0 }');
  root.adoptedStyleSheets = [sheet];
  expect(fieldsOf()).toEqual([HIDDEN]);
});
