import { expect, test } from 'vitest';
import { createAwaitedGrant, GRANT_WAIT_MS } from '../../src/session/awaited-grant';
import { sessionArea } from '../session-area';

function grantAt(start: number) {
  const clock = { now: start };
  const session = sessionArea();
  return { clock, session, grant: createAwaitedGrant<string>(session, 'key', () => clock.now) };
}

test('A grant that nobody waited for has no purpose', async () => {
  expect(await grantAt(0).grant.take()).toBeNull();
});

test('A purpose is taken once', async () => {
  const { grant, session } = grantAt(0);
  await grant.expect('go on');
  expect(await grant.take()).toBe('go on');
  expect(await grant.take()).toBeNull();
  expect(session.content).toEqual({});
});

test('A grant of something else leaves the purpose waiting', async () => {
  const { grant } = grantAt(0);
  await grant.expect('go on');
  expect(await grant.take(() => false)).toBeNull();
  expect(await grant.take(() => true)).toBe('go on');
});

test('A grant that comes two minutes later is not the answer', async () => {
  const { grant, clock, session } = grantAt(0);
  await grant.expect('go on');
  clock.now += GRANT_WAIT_MS;
  expect(await grant.take()).toBeNull();
  expect(session.content).toEqual({});
});

test('A refusal leaves nothing behind', async () => {
  const { grant, session } = grantAt(0);
  await grant.expect('go on');
  await grant.forget();
  expect(session.content).toEqual({});
});
