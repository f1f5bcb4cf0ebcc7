import { afterEach, expect, test } from 'vitest';
import { createFinder } from '../../src/hub/find';
import { DETAILS } from './cases';
import { look, lookAndFill } from './look-and-fill';
import { plainForm } from './plain-form';
import { clearPage, TREATMENTS } from './treatments';

afterEach(clearPage);

test.each(TREATMENTS)('a User Token field that %s', async (_, treat, state) => {
  const form = plainForm();
  treat(form);
  expect(look().forms[0]?.fields).toEqual({
    userToken: state,
    organizationSlug: expect.any(String),
    deployment: expect.any(String),
  });
  const outcome = await lookAndFill();
  const values = Array.from(form.root.querySelectorAll('input'), ({ value }) => value);
  if (state === 'ready') {
    expect(outcome.kind).toBe('written');
    expect(values.filter((value) => value !== '').sort()).toEqual(Object.values(DETAILS).sort());
  } else {
    expect(outcome).toMatchObject({ kind: 'not-filled', reason: 'field', field: 'userToken', state });
    expect(values.join('')).toBe('');
  }
});

test('A field that has white letters on nothing, on a white page that is in no frame, is hidden', () => {
  const page = open('about:blank', '', 'popup') as Window;
  const form = plainForm({}, page.document.body);
  const state = () => createFinder(page.document, {}).report().forms[0]?.fields.userToken;
  form.field('userToken').style.cssText = 'background: none; border: 0';
  expect(state()).toBe('ready');
  form.field('userToken').style.color = 'white';
  expect(state()).toBe('hidden');
  const ground = page.document.createElement('div');
  ground.style.cssText = 'position: fixed; inset: 0; z-index: -1; background: #111';
  page.document.body.append(ground);
  expect(state()).toBe('ready');
  page.close();
});

test('What hides a part of a page hides each field in it, and no field beside it', () => {
  const form = plainForm();
  const faint = document.createElement('div');
  faint.style.opacity = '0.1';
  const [, slug, deployment] = form.root.querySelectorAll('[data-field]');
  slug?.before(faint);
  faint.append(slug as Element, deployment as Element);
  expect(look().forms[0]?.fields).toEqual({
    userToken: 'ready',
    organizationSlug: 'hidden',
    deployment: 'hidden',
  });
});

test('Of two fields for a value the one that can be seen is filled and read back, and the other stays empty', async () => {
  const form = plainForm();
  const field = form.field('userToken');
  field.parentElement?.insertAdjacentHTML(
    'beforebegin',
    '<div><label for="twin">User Token</label><input id="twin" style="opacity: 0"></div>',
  );
  const outcome = await lookAndFill();
  expect(outcome).toMatchObject({ kind: 'written', fields: { userToken: { result: 'filled' } } });
  expect([field.value, form.root.querySelector<HTMLInputElement>('#twin')?.value]).toEqual([
    DETAILS.userToken,
    '',
  ]);
});
