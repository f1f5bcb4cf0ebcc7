/** When a locked field has an Edit button, which takes a stored secret out of the form. */
import { afterEach, expect, test } from 'vitest';
import type { FieldState } from '../../src/hub/report';
import { look } from './look-and-fill';
import { plainForm } from './plain-form';

afterEach(() => document.body.replaceChildren());

const EDIT = '<button type="button">Edit</button>';

test.each<[string, string, string, string, FieldState]>([
  ['with a mask before an Edit button', '', '••••••••••4bd6', EDIT, 'redacted'],
  [
    'with a mask before an icon that is called so',
    '',
    '••••••••••4bd6',
    '<button type="button" aria-label="Edit"><svg></svg></button>',
    'redacted',
  ],
  [
    'with a mask before an Edit button that is disabled',
    '',
    '••••4bd6',
    EDIT.replace('>', ' disabled>'),
    'locked',
  ],
  ['with a mask after an Edit button', EDIT, '••••••••••4bd6', '', 'locked'],
  ['with words before an Edit button', '', 'set by your administrator', EDIT, 'locked'],
])('A locked field %s', (_, before, value, after, state) => {
  const field = plainForm().field('userToken');
  field.type = 'text';
  field.value = value;
  field.disabled = true;
  field.insertAdjacentHTML('beforebegin', before);
  field.insertAdjacentHTML('afterend', after);
  expect(look().forms[0]?.fields.userToken).toBe(state);
});
