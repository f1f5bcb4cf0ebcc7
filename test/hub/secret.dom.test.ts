import { afterEach, expect, test } from 'vitest';
import { fillForm } from '../../src/hub/fill';
import { DETAILS } from './cases';
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
  const outcome = await fillForm(document, {
    details: DETAILS,
    origin: location.origin,
    form: { index: 0, connectorName: 'Dagster' },
    allowUnknownConnector: false,
  });
  expect(outcome).toMatchObject({
    kind: 'written',
    fields: {
      userToken: { result: 'refused', error: '… is not known here' },
      deployment: { result: 'refused', error: `${DETAILS.deployment} is not known here` },
    },
  });
});
