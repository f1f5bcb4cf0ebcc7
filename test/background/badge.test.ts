import { expect, test } from 'vitest';
import { createBadge } from '../../src/background/badge';
import { FILLED, FORM_GONE, PARTLY_FILLED } from '../samples';
import { translate } from '../translate';

function button(refuses = false) {
  const faces = new Map<number, object>();
  const show = async ({ tabId, ...change }: { tabId: number }) => {
    if (refuses) throw new Error('No tab with id: 7.');
    faces.set(tabId, { ...faces.get(tabId), ...change });
  };
  const action = { setBadgeText: show, setBadgeBackgroundColor: show, setTitle: show };
  return { badge: createBadge(action, translate), faces };
}

test.each([
  ['a filled form', FILLED, '✓', 'Filled User Token, Organization slug and Deployment.'],
  [
    'a partly filled form',
    PARTLY_FILLED,
    '!',
    'Partly filled: User Token and Organization slug. Deployment was refused by the form (“Unknown deployment”).',
  ],
  [
    'a form that is gone',
    FORM_GONE,
    '!',
    'Not filled: The form is gone or has changed. Open the popup again.',
  ],
])('The button of that tab tells of %s, until it is cleared', async (_, outcome, text, says) => {
  const { badge, faces } = button();
  await badge.show(7, outcome);
  expect(faces.get(7)).toMatchObject({ text, title: `Dagster+ Link Helper: ${says}` });
  expect([...faces.keys()]).toEqual([7]);
  await badge.clear(7);
  expect(faces.get(7)).toMatchObject({ text: '', title: 'Dagster+ Link Helper' });
});

test('The button of that tab says that it is time to press it, until it is cleared', async () => {
  const { badge, faces } = button();
  await badge.invite(7);
  const says = 'The Tokens page is open. Press this button to go on.';
  expect(faces.get(7)).toMatchObject({ text: '→', title: `Dagster+ Link Helper: ${says}` });
  await badge.clear(7);
  expect(faces.get(7)).toMatchObject({ text: '', title: 'Dagster+ Link Helper' });
});

test('A tab that is gone does not make a fill fail', async () => {
  const { badge } = button(true);
  await expect(badge.show(7, FILLED)).resolves.toBeUndefined();
  await expect(badge.clear(7)).resolves.toBeUndefined();
});
