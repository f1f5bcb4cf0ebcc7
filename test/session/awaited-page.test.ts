import { expect, test } from 'vitest';
import { createAwaitedPage, PAGE_WAIT_MS } from '../../src/session/awaited-page';
import { createQueue } from '../../src/session/queue';
import { sessionArea } from '../session-area';

const PAGE = { tabId: 7, organization: 'acme', region: 'us' } as const;

function place() {
  const clock = { now: 0 };
  const session = sessionArea();
  const awaited = createAwaitedPage({ session, queue: createQueue(), now: () => clock.now });
  return { clock, session, awaited };
}

test('A page is waited for in its own tab, and taken once', async () => {
  const { awaited, session } = place();
  await awaited.expect(PAGE);
  expect(await awaited.read(7)).toMatchObject(PAGE);
  expect([await awaited.read(8), await awaited.take(8), await awaited.any()]).toEqual([null, false, true]);
  expect(await Promise.all([awaited.take(7), awaited.take(7)])).toEqual([true, false]);
  expect([await awaited.any(), session.content]).toEqual([false, {}]);
});

test.each([
  ['two minutes are over', PAGE_WAIT_MS],
  ['the clock was set back', -1],
])('A page is not waited for when %s', async (_, passedMs) => {
  const { awaited, clock } = place();
  await awaited.expect(PAGE);
  clock.now += passedMs;
  expect([await awaited.read(7), await awaited.take(7), await awaited.any()]).toEqual([null, false, false]);
  expect(PAGE_WAIT_MS).toBe(120_000);
});
