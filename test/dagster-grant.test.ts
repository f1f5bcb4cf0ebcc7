import { expect, test } from 'vitest';
import { createDagsterGrant } from '../src/dagster-grant';
import { GRANT_WAIT_MS } from '../src/filling';
import { sessionArea } from './session-area';

function grantAt(start: number) {
  const clock = { now: start };
  const session = sessionArea();
  return { clock, session, grant: createDagsterGrant({ session, now: () => clock.now }) };
}

test('A grant that nobody asked for opens nothing', async () => {
  expect(await grantAt(0).grant.take()).toBe(false);
});

test('A question is answered once', async () => {
  const { grant, session } = grantAt(0);
  await grant.ask();
  expect(await grant.take()).toBe(true);
  expect(await grant.take()).toBe(false);
  expect(session.content).toEqual({});
});

test('A grant that comes much later is not the answer', async () => {
  const { grant, clock, session } = grantAt(0);
  await grant.ask();
  clock.now += GRANT_WAIT_MS;
  expect(await grant.take()).toBe(false);
  expect(session.content).toEqual({});
});
