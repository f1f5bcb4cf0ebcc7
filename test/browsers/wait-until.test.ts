import { expect, test } from 'vitest';
import { waitForValue, waitUntil } from './wait-until';

test('returns the first truthy answer', async () => {
  const answers = [undefined, 0, 'ready', 'too late'];
  expect(await waitUntil('an answer', () => answers.shift())).toBe('ready');
});

test('an exception counts as "not yet"', async () => {
  let tries = 0;
  const probe = () => {
    tries += 1;
    if (tries < 3) throw new Error('still loading');
    return tries;
  };
  expect(await waitUntil('the third try', probe)).toBe(3);
});

test('giving up names what was waited for and the last value', async () => {
  const wait = waitForValue(
    'the status to be "Filled"',
    () => 'Partly filled',
    (status) => status === 'Filled',
    60,
  );
  await expect(wait).rejects.toThrow(
    'Waited 60 ms for the status to be "Filled". Last seen: "Partly filled"',
  );
});

test('giving up shows the last exception', async () => {
  const probe = () => Promise.reject(new Error('there is no popup'));
  await expect(waitUntil('the popup', probe, 60)).rejects.toThrow('Last seen: there is no popup');
});
