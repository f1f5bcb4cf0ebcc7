import { expect, test } from 'vitest';
import { ANSWER_WAIT_MS, createAwaitedPermission } from '../../src/session/awaited-permission';
import { createQueue } from '../../src/session/queue';
import { sessionArea } from '../session-area';

const BOTH = ['https://*.dagster.cloud/*', 'https://*.dagster.plus/*'];
const WISH = { patterns: BOTH, purpose: 'go on' };

function place(granted: readonly string[] = BOTH) {
  const clock = { now: 0 };
  const session = sessionArea();
  const awaited = createAwaitedPermission<string>({
    session,
    queue: createQueue(),
    isGranted: async (patterns) => patterns.every((pattern) => granted.includes(pattern)),
    now: () => clock.now,
  });
  return { clock, session, awaited };
}

test('A grant that nobody waited for has no purpose', async () => {
  expect(await place().awaited.take(BOTH)).toBeNull();
});

test('A wish is taken once, also when two hear of the grant at the same time', async () => {
  const { awaited, session } = place();
  await awaited.expect(WISH);
  expect(await Promise.all([awaited.take(BOTH), awaited.take(BOTH)])).toEqual([WISH, null]);
  expect(session.content).toEqual({});
});

test('A grant that is told in parts is the answer once all of it is granted', async () => {
  const { awaited } = place();
  await awaited.expect(WISH);
  expect(await awaited.take(BOTH.slice(1))).toEqual(WISH);
});

test.each([
  ['of something else', ['https://frame.example/*'], BOTH],
  ['of all sites', ['https://*/*'], BOTH],
  ['of one part of it', [BOTH[0] ?? ''], [BOTH[0] ?? '']],
])('A grant %s leaves the wish waiting', async (_, told, granted) => {
  const { awaited, session } = place(granted);
  await awaited.expect(WISH);
  expect(await awaited.take(told)).toBeNull();
  expect(session.content).not.toEqual({});
});

test.each([
  ['two minutes later', ANSWER_WAIT_MS],
  ['from a time before the question', -1],
])('A grant %s is not the answer', async (_, passedMs) => {
  const { awaited, clock, session } = place();
  await awaited.expect(WISH);
  clock.now += passedMs;
  expect(await awaited.take(BOTH)).toBeNull();
  expect(session.content).toEqual({});
});

test('A wish that is put away is not carried out by a later grant', async () => {
  const { awaited } = place();
  await awaited.expect(WISH);
  await awaited.forget();
  expect(await awaited.take(BOTH)).toBeNull();
});
