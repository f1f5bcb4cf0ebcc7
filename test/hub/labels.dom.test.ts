/** Which field is the one for a value: what a form calls its fields, written in other ways than the Hub does. */
import { afterEach, describe, expect, test } from 'vitest';
import type { FieldState } from '../../src/hub/report';
import { look } from './look-and-fill';
import { plainForm } from './plain-form';

afterEach(() => document.body.replaceChildren());

const OTHERS =
  '<div><label for="t">User Token</label><input id="t"></div><div><label for="d">Deployment</label><input id="d"></div>';

/** The state of the field for the slug in a form with these and the two other fields, or of a part of it. */
const slugIn = (field: string): FieldState | undefined => {
  plainForm({ fields: `<div>${field}</div>${OTHERS}` });
  return look().forms[0]?.fields.organizationSlug;
};

const LABEL = 'Organization slug';
const labelled = (label: string): string => `<label for="o">${label}</label><input id="o">`;

test.each([
  ['in a label around it', `<label>${LABEL} <input></label>`],
  ['in the label that is for it', labelled(LABEL)],
  ['by what it is said to be labelled by', `<p>Help</p><b id="l">${LABEL}</b><input aria-labelledby="l">`],
  ['by a name that is only read out', `<p>Help</p><input aria-label="${LABEL}">`],
  ['in the text before it', `<p>${LABEL}</p><input>`],
  ['in the text before it and a box to tick', `<p>${LABEL}</p><div><input type="checkbox"><input></div>`],
  ['in the text before it and a hidden input', `<p>${LABEL}</p><div><input type="hidden"><input></div>`],
  ['with marks of what is required', labelled(`${LABEL} (required) *:`)],
  ['with the mark of what is optional', labelled(`${LABEL} (Optional)`)],
  ['with an icon that has a title', labelled(`${LABEL} <svg><title>Help</title></svg>`)],
  ['with a button beside it', labelled(`${LABEL} <button type="button">?</button>`)],
  ['in capitals, with more spaces', labelled(`ORGANIZATION \n SLUG`)],
])('A field is taken that is called so %s', (_, field) => {
  expect(slugIn(field)).toBe('ready');
});

test.each([
  ['with another word behind it', labelled(`${LABEL} notes`)],
  ['in part', labelled('Organization')],
  ['behind it only', `<input> ${LABEL}`],
  ['in the first of several pieces of a text', `${LABEL} <b>notes</b> <input>`],
  ['at more length than a label has', labelled(`${LABEL} ${'(optional) '.repeat(30)}`)],
  ['and is there to search', `<label>${LABEL} <input type="search"></label>`],
  ['on a button only', `<button type="button">${LABEL}</button><input>`],
])('No field is taken that is called so %s', (_, field) => {
  expect(slugIn(field)).toBe('missing');
});

test('A label belongs to the field behind it, and not to the next one as well', () => {
  expect(slugIn(`<div><p>${LABEL}</p><input></div><input>`)).toBe('ready');
});

describe('A value that cannot be put into its field:', () => {
  test.each([
    ['of two Edit buttons beside a stored secret none is pressed', 'Edit', 'Edit', 'locked'],
    ['a button with another name is no Edit button', 'Remove', 'Copy', 'locked'],
    ['one Edit button makes room', 'Edit', 'Copy', 'redacted'],
  ] as const)('%s', (_, first, second, state) => {
    plainForm({
      fields: `<div><label for="t">User Token</label><input id="t" name="x-display" value="••••••••4bd6" disabled><button type="button">${first}</button><button type="button">${second}</button></div><div>${labelled(LABEL)}</div><div><label for="d">Deployment</label><input id="d"></div>`,
    });
    expect(look().forms[0]?.fields.userToken).toBe(state);
  });

  test('a dropdown that is disabled is locked', () => {
    expect(
      slugIn(`<label for="o">${LABEL}</label><select id="o" disabled><option>acme</option></select>`),
    ).toBe('locked');
  });
});

test('A search field alone is no list of connectors', () => {
  plainForm({ fields: '<input name="search"><button type="button">Find</button>' });
  expect(look()).toMatchObject({ forms: [], choosing: false });
});

describe('Several forms', () => {
  test('under one heading are told apart by their position', () => {
    document.body.innerHTML = '<h2>Connect</h2>';
    plainForm();
    plainForm();
    expect(look().forms.map(({ label }) => label)).toEqual(['Connect #1', 'Connect #2']);
  });

  test('are named as far as anybody reads', () => {
    for (let form = 0; form < 60; form++) plainForm();
    expect(look().forms).toHaveLength(50);
  });
});
