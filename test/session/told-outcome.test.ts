import { expect, test } from 'vitest';
import { createQueue } from '../../src/session/queue';
import { createToldOutcomes } from '../../src/session/told-outcome';
import { FILLED, FORM_GONE, PARTLY_FILLED } from '../samples';
import { sessionArea } from '../session-area';

const KEEP_MS = 1_000;
const PAGE = { tabId: 7, document: 'first', origin: 'https://shop.example' };
const OTHER_TAB = { ...PAGE, tabId: 8 };

function place() {
  const clock = { now: 0 };
  const session = sessionArea();
  const parts = { session, queue: createQueue(), now: () => clock.now, keepMs: KEEP_MS };
  return { clock, session, told: createToldOutcomes(parts, 'ordinary') };
}

test('An outcome is told once, on its own page', async () => {
  const { told, session } = place();
  await told.keep(PAGE, PARTLY_FILLED);
  expect(await told.take(PAGE)).toEqual(PARTLY_FILLED);
  expect(await told.take(PAGE)).toBeNull();
  expect(session.content).toEqual({});
});

test.each([
  ['another document of the same tab', { ...PAGE, document: 'second' }],
  ['another origin', { ...PAGE, origin: 'https://elsewhere.example' }],
])('An outcome is dropped when the tab shows %s', async (_, page) => {
  const { told, session } = place();
  await told.keep(PAGE, FILLED);
  expect(await told.take(page)).toBeNull();
  expect(session.content).toEqual({});
});

test.each([
  ['the time is over', KEEP_MS],
  ['the clock was set back', -1],
])('An outcome is not told when %s', async (_, passedMs) => {
  const { told, clock } = place();
  await told.keep(PAGE, FILLED);
  clock.now += passedMs;
  expect(await told.take(PAGE)).toBeNull();
});

test('The outcome of a tab that goes elsewhere is dropped, and that of another tab stays', async () => {
  const { told } = place();
  await told.keep(PAGE, FILLED);
  await told.keep(OTHER_TAB, FORM_GONE);
  await told.drop(PAGE.tabId);
  expect(await told.take(PAGE)).toBeNull();
  expect(await told.take(OTHER_TAB)).toEqual(FORM_GONE);
});

test('Each tab has its own outcome, and the later one counts', async () => {
  const { told } = place();
  await told.keep(PAGE, FILLED);
  await told.keep(OTHER_TAB, FORM_GONE);
  await told.keep(PAGE, PARTLY_FILLED);
  expect(await told.take(OTHER_TAB)).toEqual(FORM_GONE);
  expect(await told.take(PAGE)).toEqual(PARTLY_FILLED);
});
