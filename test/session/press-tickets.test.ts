import { expect, test } from 'vitest';
import { createPressTickets, TICKET_MS } from '../../src/session/press-tickets';
import { createQueue } from '../../src/session/queue';
import { READY_LIMIT_MS, START_LIMIT_MS } from '../../src/tabs/linking-page';
import { sessionArea } from '../session-area';

const PAGE = { tabId: 7, document: 'first' };

function place() {
  const clock = { now: 0 };
  const session = sessionArea();
  /** As a background that was just started. */
  const started = () =>
    createPressTickets({ session, queue: createQueue(), now: () => clock.now }, 'ordinary');
  return { clock, session, started, tickets: started() };
}

test('A press begins once, and again after it has ended', async () => {
  const { tickets, session } = place();
  expect(await Promise.all([tickets.begin(PAGE), tickets.begin(PAGE)])).toEqual([true, false]);
  await tickets.end(PAGE);
  expect(session.content).toEqual({});
  expect(await tickets.begin(PAGE)).toBe(true);
});

test('A press that goes on is known after the background was stopped and started', async () => {
  const { tickets, started } = place();
  await tickets.begin(PAGE);
  expect(await started().begin(PAGE)).toBe(false);
});

test('Each document of each tab has its own', async () => {
  const { tickets } = place();
  const pages = [PAGE, { ...PAGE, tabId: 8 }, { ...PAGE, document: 'second' }];
  for (const page of pages) expect(await tickets.begin(page)).toBe(true);
  await tickets.end(PAGE);
  expect(await Promise.all(pages.map((page) => tickets.begin(page)))).toEqual([true, false, false]);
});

test.each([
  ['no press is on its way any more', TICKET_MS],
  ['the clock was set back', -1],
])('A ticket is void when %s', async (_, passedMs) => {
  const { tickets, clock } = place();
  await tickets.begin(PAGE);
  clock.now += passedMs;
  expect(await tickets.begin(PAGE)).toBe(true);
});

test('A ticket lasts longer than a press may take to begin', () => {
  expect(TICKET_MS).toBeGreaterThan(READY_LIMIT_MS + START_LIMIT_MS);
});
