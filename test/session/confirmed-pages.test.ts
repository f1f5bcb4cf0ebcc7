import { expect, test } from 'vitest';
import { createConfirmedPages, isSameEmbedding } from '../../src/session/confirmed-pages';
import { createQueue } from '../../src/session/queue';
import { sessionArea } from '../session-area';

const FORM = 'https://app.stackone.com';
const SHOP = { form: FORM, pages: ['https://shop.example'] };
const OTHER_FORM = { ...SHOP, form: 'https://other.example' };
const DEEPER = { form: FORM, pages: ['https://ads.example', 'https://shop.example'] };

test('A pair is remembered once, in windows of its own kind, and says nothing of what lies between', async () => {
  const place = { session: sessionArea(), queue: createQueue() };
  const confirmed = createConfirmedPages(place, 'ordinary');
  await Promise.all([confirmed.confirm(SHOP), confirmed.confirm(SHOP)]);
  expect(await confirmed.read()).toEqual([SHOP]);
  expect(await createConfirmedPages(place, 'private').read()).toEqual([]);
  await confirmed.confirm(DEEPER);
  expect(await confirmed.read()).toEqual([DEEPER, SHOP]);
});

test.each([OTHER_FORM, DEEPER])(
  'Another form in the same page is another pair, and so is the same in more pages',
  (other) => {
    expect(isSameEmbedding(SHOP, other)).toBe(false);
  },
);
