import { expect, test } from 'vitest';
import { createClipboardClearing } from '../../src/background/clipboard-clearing';
import { digestOf } from '../../src/session/digest';
import { createQueue } from '../../src/session/queue';
import { USER_TOKEN } from '../samples';
import { sessionArea } from '../session-area';

const NOW = Date.UTC(2026, 0, 15, 12);

/** @param holds what the clipboard holds when the time has come */
function clipboard({ holds = USER_TOKEN, on = true, refuses = false } = {}) {
  const setting = { on };
  const session = sessionArea();
  const alarms: [string, number][] = [];
  const content = { text: holds };
  const clearing = createClipboardClearing({
    session,
    queue: createQueue(),
    alarms: { create: (name, { when }) => alarms.push([name, when]) },
    now: () => NOW,
    isOn: async () => setting.on,
    clearIfHolds: async (digest) => {
      if (refuses) throw new Error('Not allowed.');
      if ((await digestOf(content.text)) === digest) content.text = '';
    },
  });
  return { clearing, session, alarms, content, setting };
}

test('A minute after a copy the clipboard is cleared, and until then no token is kept for it', async () => {
  const { clearing, session, alarms, content } = clipboard();
  await clearing.copied(USER_TOKEN);
  expect(alarms).toEqual([['clear-clipboard', NOW + 60_000]]);
  expect(session.written()).not.toContain(USER_TOKEN.slice(-8));
  await clearing.clearAt('forget-held-details/ordinary');
  expect(content.text).toBe(USER_TOKEN);
  await clearing.clearAt('clear-clipboard');
  expect([content.text, session.content]).toEqual(['', {}]);
});

test.each([
  ['holds something else by then', { holds: 'a shopping list' }],
  ['may not be reached', { holds: USER_TOKEN, refuses: true }],
])('The clipboard stays as it is where it %s', async (_, surroundings) => {
  const { clearing, session, content } = clipboard(surroundings);
  await clearing.copied(USER_TOKEN);
  await clearing.clearAt('clear-clipboard');
  expect([content.text, session.content]).toEqual([surroundings.holds, {}]);
});

test('Where the person has not switched it on nothing is kept, and no alarm is set', async () => {
  const { clearing, session, alarms } = clipboard({ on: false });
  await clearing.copied(USER_TOKEN);
  expect([session.content, alarms]).toEqual([{}, []]);
});

test('What is switched off in between is not done', async () => {
  const { clearing, content, setting } = clipboard();
  await clearing.copied(USER_TOKEN);
  setting.on = false;
  await clearing.clearAt('clear-clipboard');
  expect(content.text).toBe(USER_TOKEN);
});
