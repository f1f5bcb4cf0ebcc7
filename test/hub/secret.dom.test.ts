import { afterEach, expect, test } from 'vitest';
import { DETAILS } from './cases';
import { lookAndFill } from './look-and-fill';
import { plainForm } from './plain-form';

afterEach(() => {
  document.body.replaceChildren();
});

test('What a form says about the token never repeats the token, and about another value it may', async () => {
  const form = plainForm();
  for (const name of ['userToken', 'deployment'] as const) {
    const field = form.field(name);
    field.addEventListener('input', () => field.after(`${field.value} is not known here`));
  }
  const outcome = await lookAndFill();
  expect(outcome).toMatchObject({
    kind: 'written',
    fields: {
      userToken: { result: 'refused', error: '… is not known here' },
      deployment: { result: 'refused', error: `${DETAILS.deployment} is not known here` },
    },
  });
});
