import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTokenPresses } from '../../src/background/token-presses';
import type { TimedTokenPress, TokenPress, TokenPressOutcome } from '../../src/dagster/token-press';
import { createPressTickets, TICKET_MS } from '../../src/session/press-tickets';
import { createQueue } from '../../src/session/queue';
import type { Privacy } from '../../src/session/session-area';
import { READY_LIMIT_MS, START_LIMIT_MS } from '../../src/tabs/linking-page';
import { PRESS_LIMIT_MS } from '../../src/tabs/token-page';
import { TOKENS_PAGE } from '../samples';
import { sessionArea } from '../session-area';

const TAB = 7;
const CREATE: TokenPress = { kind: 'create', document: 'document', address: TOKENS_PAGE, look: 'look' };
const REVEALED: TokenPressOutcome = { kind: 'revealed', created: true };

interface Surroundings {
  /** What the page says; an error stands for a page that goes away meanwhile. */
  answer?: Promise<TokenPressOutcome> | TokenPressOutcome | Error;
  /** Whether the page takes the scripts in. */
  reachable?: boolean | Promise<never>;
  privacy?: Privacy | null;
}

function place({ answer = REVEALED, reachable = true, privacy = 'ordinary' }: Surroundings = {}) {
  const session = sessionArea();
  const sent: TimedTokenPress[] = [];
  const order: string[] = [];
  /** As a background that was just started. */
  const started = () =>
    createTokenPresses({
      scripting: {
        executeScript: async ({ target, files, args }) => {
          expect(target).toEqual({ tabId: TAB, frameIds: [0] });
          if (files) {
            if (reachable !== true && reachable !== false) await reachable;
            if (!reachable) throw new Error('Cannot access contents of the page.');
            return [];
          }
          order.push(
            session.written().includes('press-tickets') ? 'written down' : 'not written down',
            'pressed',
          );
          sent.push(args?.[0] as TimedTokenPress);
          if (answer instanceof Error) throw answer;
          return [{ frameId: 0, result: await answer }];
        },
      },
      tickets: (of) => createPressTickets({ session, queue: createQueue(), now: Date.now }, of),
      privacyOf: async () => privacy,
      now: Date.now,
    });
  return { session, sent, order, started, presses: started() };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('A press in a Tokens page', () => {
  test('is written down first, sent once, and told as the page tells it', async () => {
    const { presses, sent, order, session } = place();
    const before = Date.now();
    expect(await presses.press(TAB, CREATE, 'ordinary')).toEqual(REVEALED);
    expect(sent).toEqual([{ wanted: CREATE, startBefore: before + START_LIMIT_MS }]);
    expect(order).toEqual(['written down', 'pressed']);
    expect(session.content).toEqual({});
  });

  test('is not sent again while it goes on, also by a background that was started anew', async () => {
    const { presses, sent, started } = place({ answer: new Promise(() => undefined) });
    void presses.press(TAB, CREATE, 'ordinary');
    await vi.advanceTimersByTimeAsync(0);
    expect(await presses.press(TAB, CREATE, 'ordinary')).toEqual({ kind: 'running' });
    expect(await started().press(TAB, CREATE, 'ordinary')).toEqual({ kind: 'running' });
    expect(sent).toHaveLength(1);
    void presses.press(TAB, { ...CREATE, document: 'another document' }, 'ordinary');
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(2);
  });

  test('can be wanted again in time when nobody has seen it end: the page itself knows what it has done', async () => {
    const { presses, sent, started } = place({ answer: new Promise(() => undefined) });
    void presses.press(TAB, CREATE, 'ordinary');
    await vi.advanceTimersByTimeAsync(TICKET_MS);
    void started().press(TAB, CREATE, 'ordinary');
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(2);
  });

  test.each<[string, Surroundings, number]>([
    ['does not answer in time', { answer: new Promise(() => undefined) }, PRESS_LIMIT_MS],
    ['goes away meanwhile', { answer: new Error('Frame was removed.') }, 0],
  ])('is told as unknown when the page %s', async (_, surroundings, waitedMs) => {
    const { presses } = place(surroundings);
    const pressed = presses.press(TAB, CREATE, 'ordinary');
    await vi.advanceTimersByTimeAsync(waitedMs);
    expect(await pressed).toEqual({ kind: 'unanswered' });
  });

  test('is not sent again at once when the page went away: it may have been pressed', async () => {
    const { presses } = place({ answer: new Error('Frame was removed.') });
    await presses.press(TAB, CREATE, 'ordinary');
    expect(await presses.press(TAB, CREATE, 'ordinary')).toEqual({ kind: 'running' });
  });

  test.each<[string, string, Surroundings, number]>([
    ['does not take the scripts in', 'too-late', { reachable: new Promise(() => undefined) }, READY_LIMIT_MS],
    ['cannot be reached', 'changed', { reachable: false }, 0],
    ['is in the other kind of window', 'changed', { privacy: 'private' }, 0],
    ['is gone', 'changed', { privacy: null }, 0],
  ])('is not sent when the tab %s', async (_, why, surroundings, waitedMs) => {
    const { presses, sent, session } = place(surroundings);
    const pressed = presses.press(TAB, CREATE, 'ordinary');
    await vi.advanceTimersByTimeAsync(waitedMs);
    expect([await pressed, sent, session.content]).toEqual([{ kind: 'refused', why }, [], {}]);
  });

  test.each([
    'https://acme.dagster.cloud/prod/overview',
    'https://acme.xx.dagster.cloud/prod/org-settings/tokens',
    'https://dagster.cloud/org-settings/tokens',
    'https://acme.dagster.cloud.evil.example/prod/org-settings/tokens',
  ])('is not sent for %s', async (address) => {
    const { presses, sent } = place();
    expect(await presses.press(TAB, { ...CREATE, address }, 'ordinary')).toEqual({
      kind: 'refused',
      why: 'changed',
    });
    expect(sent).toEqual([]);
  });
});
