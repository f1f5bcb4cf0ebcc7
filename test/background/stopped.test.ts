/**
 * A browser may stop the background at any moment. Here it is stopped after each single call that it makes to the
 * browser, on the way of everything that it does: the call has taken effect, and nobody learns of its answer. What is
 * kept then is never without the alarm that removes it, nothing happens twice, and the next try works.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TimedTokenPress, TokenPress } from '../../src/dagster/token-press';
import type { FillRequest } from '../../src/hub/report';
import type { BackgroundRequest, FillJob } from '../../src/messages';
import { HOLD_MS } from '../../src/session/timed-value';
import {
  documentReport,
  FILLED,
  fillRequest,
  HUB_ORIGIN,
  heldDetails,
  linkingForm,
  OTHER_USER_TOKEN,
  pastedValues,
  TOKENS_PAGE,
  USER_TOKEN,
} from '../samples';
import { sessionArea } from '../session-area';
import { translate } from '../translate';

const TAB = 7;
const SHOP = 'https://shop.example';
const FRAME = 'https://frame.example';
/** Node knows an origin of https addresses only. */
const EXTENSION = 'https://own.example';
const PAGE = { tabId: TAB, document: 'document', origin: HUB_ORIGIN };

type Listener = (...args: never[]) => unknown;

/** The listeners of one event of the background that runs now. */
function event(listeners: Listener[] = []) {
  return {
    addListener: (listener: Listener) => listeners.push(listener),
    removeListener: (listener: Listener) => listeners.splice(listeners.indexOf(listener) >>> 0, 1),
    fire: (...args: unknown[]) => listeners.map((listener) => listener(...(args as never[]))),
  };
}

/** A call that is never answered, as to nobody. */
const unanswered = new Promise<never>(() => undefined);

/** What outlives a background: the browser with its memory, its alarms and its pages. */
class World {
  readonly session = sessionArea();
  readonly alarms = new Map<string, number>();
  readonly fills: FillRequest[] = [];
  readonly presses: TimedTokenPress[] = [];

  /**
   * Starts a background.
   *
   * @param calls it is stopped when so many of its calls have taken effect
   */
  async start(calls = Number.POSITIVE_INFINITY) {
    let made = 0;
    let stop: () => void = () => undefined;
    const stopped = new Promise<'stopped'>((resolve) => {
      stop = () => resolve('stopped');
    });
    if (calls === 0) stop();
    const call =
      <Args extends unknown[]>(does: (...args: Args) => unknown) =>
      async (...args: Args) => {
        if (made >= calls) return unanswered;
        made++;
        const answer = await does(...args);
        if (made < calls) return answer;
        stop();
        return unanswered;
      };
    const events = {
      connect: event(),
      alarm: event(),
      added: event(),
      updated: event(),
      installed: event(),
      command: event(),
      removed: event(),
    };
    const { session, alarms } = this;
    const browser = {
      runtime: {
        id: 'own',
        getURL: (path: string) => `${EXTENSION}/${path}`,
        getManifest: () => ({}),
        onConnect: events.connect,
        onInstalled: events.installed,
      },
      storage: {
        session: { get: call(session.get), set: call(session.set), remove: call(session.remove) },
        managed: { get: call(() => ({})) },
      },
      alarms: {
        create: call((name: string, { when }: { when: number }) => alarms.set(name, when)),
        onAlarm: events.alarm,
      },
      permissions: { contains: call(() => true), onAdded: events.added },
      tabs: {
        get: call((id: number) => ({ id, windowId: 1, active: true, status: 'complete', url: TOKENS_PAGE })),
        update: call((id: number) => ({ id, windowId: 1 })),
        query: call(() => []),
        onUpdated: events.updated,
      },
      windows: {
        get: call(() => ({ focused: true })),
        getAll: call(() => []),
        update: call(() => undefined),
        onRemoved: events.removed,
      },
      scripting: { executeScript: call((injection: Injection) => this.inPage(injection)) },
      action: {
        setBadgeText: call(() => undefined),
        setBadgeBackgroundColor: call(() => undefined),
        setTitle: call(() => undefined),
        openPopup: call(() => undefined),
      },
      offscreen: {
        closeDocument: call(() => undefined),
        createDocument: call(() => undefined),
      },
      commands: { onCommand: events.command },
      extension: {},
      i18n: { getMessage: (key: never, values: string[] = []) => translate(key, ...values) },
    };
    vi.doMock('webextension-polyfill', () => ({ default: browser }));
    vi.resetModules();
    await import('../../src/background/background');
    /** As a popup asks; of a background that is stopped there is no answer. */
    const ask = (request: BackgroundRequest) =>
      new Promise<unknown>((resolve, reject) => {
        const messages = event();
        events.connect.fire({
          sender: { id: 'own', url: `${EXTENSION}/extension/popup.html` },
          onMessage: messages,
          postMessage: resolve,
          disconnect: () => reject(new Error('The background failed.')),
        });
        messages.fire(request);
      });
    return { ask, events, stopped };
  }

  /** What the page answers to a script. The form stands in a frame of another origin than the page. */
  private inPage({ files, args }: Injection): { frameId: number; result?: unknown }[] {
    if (files) return [];
    if (!args)
      return [
        { frameId: 0, result: documentReport({ origin: SHOP }) },
        { frameId: 4, result: documentReport({ origin: FRAME, path: [0], forms: [linkingForm()] }) },
      ];
    const [first] = args as [unknown];
    if (args.length > 1) return [{ frameId: 0, result: { seen: true, points: [] } }];
    // How long to wait for the lists; or the position of a form, which is seen.
    if (typeof first === 'number') return [{ frameId: 4, result: first > 100 ? true : 'seen' }];
    if ('wanted' in (first as object)) {
      this.presses.push(first as TimedTokenPress);
      return [{ frameId: 0, result: { kind: 'revealed', created: true } }];
    }
    this.fills.push(first as FillRequest);
    return [{ frameId: 4, result: FILLED }];
  }
}

interface Injection {
  readonly files?: string[];
  readonly args?: unknown[];
}

beforeEach(() => {
  vi.stubGlobal('BUILT_FOR', 'chrome');
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.doUnmock('webextension-polyfill');
  vi.resetModules();
});

/** Every record that holds a token has an alarm at its end, which is no later than the time for which it may be kept. */
function expectAlarms({ session, alarms }: World): void {
  for (const [key, record] of Object.entries(session.content)) {
    if (!/user:/.test(JSON.stringify(record))) continue;
    const { until } = record as { until: number };
    const [privacy, name] = key.split('/');
    expect([name, alarms.get(`forget-${name}/${privacy}`)]).toEqual([name, until]);
    expect(until - Date.now()).toBeLessThanOrEqual(HOLD_MS);
  }
}

/** All alarms that are due come in to a background that was started for them. */
async function timeIsOver(world: World): Promise<void> {
  vi.setSystemTime(Date.now() + HOLD_MS);
  for (const name of [...world.alarms.keys()]) {
    const { events, ask } = await world.start();
    events.alarm.fire({ name });
    // Whatever an alarm does stands in the queue before this.
    await ask({ type: 'choose', privacy: 'ordinary', choices: {} });
  }
  expect(JSON.stringify(world.session.content)).not.toContain('user:');
}

const ordinary = { privacy: 'ordinary' } as const;
const HOLD = {
  type: 'hold',
  ...ordinary,
  account: heldDetails().account,
  choices: {},
  anew: true,
} satisfies BackgroundRequest;
const PASTE = {
  type: 'keep-pasted',
  ...ordinary,
  pasted: pastedValues([OTHER_USER_TOKEN]),
  anew: true,
} satisfies BackgroundRequest;
const { startBefore: _, ...request } = fillRequest({ origin: FRAME });
const FILL = {
  type: 'fill',
  ...ordinary,
  job: {
    tabId: TAB,
    page: { ...PAGE, origin: SHOP },
    frameId: 4,
    pages: [SHOP],
    confirmsPages: true,
    bringToFront: false,
    until: Number.MAX_SAFE_INTEGER,
    request,
  } satisfies FillJob,
} satisfies BackgroundRequest;
const PATTERNS = [`${FRAME}/*`];
const ASKING = {
  type: 'asking-permission',
  patterns: PATTERNS,
  purpose: { kind: 'fill', tabId: TAB, ...ordinary, origin: FRAME, page: SHOP },
} satisfies BackgroundRequest;
const CREATE: TokenPress = { kind: 'create', document: 'document', address: TOKENS_PAGE, look: 'look' };

interface Way {
  readonly name: string;
  /** What was done before, by a background that nobody stopped. */
  readonly before?: readonly BackgroundRequest[];
  readonly does: BackgroundRequest;
  /** What a background that is started afterwards answers to the same. */
  readonly again: unknown;
  /** What is kept when that has been done. */
  readonly kept: readonly string[];
}

const WAYS: readonly Way[] = [
  {
    name: 'holding',
    does: HOLD,
    again: expect.objectContaining({ account: HOLD.account }),
    kept: ['ordinary/held-details'],
  },
  {
    name: 'holding in place of what was pasted',
    before: [PASTE],
    does: HOLD,
    again: expect.objectContaining({ account: HOLD.account }),
    kept: ['ordinary/held-details'],
  },
  {
    name: 'keeping a choice',
    before: [HOLD],
    does: { type: 'choose', ...ordinary, choices: { deploymentText: 'staging' } },
    again: expect.objectContaining({ choices: { deploymentText: 'staging' } }),
    kept: ['ordinary/held-details'],
  },
  {
    name: 'keeping what was pasted',
    before: [HOLD],
    does: PASTE,
    again: expect.objectContaining({ tokens: PASTE.pasted.tokens }),
    kept: ['ordinary/held-details', 'ordinary/pasted-values'],
  },
  {
    name: 'taking a paste back',
    before: [HOLD, PASTE],
    does: { type: 'forget-pasted', ...ordinary },
    again: null,
    kept: ['ordinary/held-details'],
  },
  {
    name: 'forgetting',
    before: [HOLD, PASTE],
    does: { type: 'forget', ...ordinary },
    again: null,
    kept: [],
  },
  {
    name: 'a popup that opens, and looks what became of a fill',
    before: [HOLD],
    does: { type: 'opened', ...ordinary, tabId: TAB, page: PAGE },
    again: null,
    kept: ['ordinary/held-details'],
  },
  {
    name: 'filling a form inside a page of another site',
    before: [HOLD],
    does: FILL,
    again: FILLED,
    kept: ['ordinary/confirmed-pages', 'ordinary/filled-tokens'],
  },
  {
    name: 'asking for a permission',
    before: [HOLD],
    does: ASKING,
    again: null,
    kept: ['ordinary/awaited-permission', 'ordinary/held-details'],
  },
  {
    name: 'learning that the clipboard holds the token',
    does: { type: 'token-copied', token: USER_TOKEN },
    again: null,
    kept: ['ordinary/copied-token'],
  },
  {
    name: 'opening the Tokens page',
    does: { type: 'open-tokens-page', url: TOKENS_PAGE, tabId: TAB, inTab: true },
    again: null,
    kept: [],
  },
];

/** Stops a background after each of its calls on a way, from the first on, and looks each time what is left. */
async function walk(
  prepare: (world: World) => Promise<void>,
  go: (background: Awaited<ReturnType<World['start']>>) => Promise<unknown>,
  look: (world: World) => Promise<void>,
): Promise<number> {
  for (let calls = 0; ; calls++) {
    const world = new World();
    await prepare(world);
    const background = await world.start(calls);
    const end = await Promise.race([background.stopped, go(background)]);
    expectAlarms(world);
    await look(world);
    if (end !== 'stopped') return calls;
  }
}

async function ask(world: World, ...requests: readonly BackgroundRequest[]): Promise<void> {
  const background = await world.start();
  for (const request of requests) await background.ask(request);
}

describe('Stopped at any moment of', () => {
  test.each(WAYS)('$name', async ({ before = [], does, again, kept }) => {
    const calls = await walk(
      (world) => ask(world, ...before),
      (background) => background.ask(does),
      async (world) => {
        const { ask } = await world.start();
        expect(await ask(does)).toEqual(again);
        await vi.waitFor(() => expect(Object.keys(world.session.content).sort()).toEqual(kept));
        await timeIsOver(world);
      },
    );
    expect(calls).toBeGreaterThan(1);
  });

  test('a fill after a grant: it happens once at most, and only for the one grant', async () => {
    const calls = await walk(
      (world) => ask(world, HOLD, ASKING),
      async ({ events, ask }) => {
        events.added.fire({ origins: PATTERNS });
        await ask({ type: 'permission-answered', patterns: PATTERNS, granted: true });
      },
      async (world) => {
        const { ask } = await world.start();
        await ask({ type: 'permission-answered', patterns: PATTERNS, granted: true });
        await ask({ type: 'permission-answered', patterns: PATTERNS, granted: true });
        expect(world.fills.length).toBeLessThanOrEqual(1);
        await ask(FILL);
        expect(world.session.content).not.toHaveProperty('ordinary/held-details');
        await timeIsOver(world);
      },
    );
    expect(calls).toBeGreaterThan(1);
  });

  test('a press in a Tokens page: another is not begun beside it', async () => {
    const press = { type: 'press-token', ...ordinary, tabId: TAB, wanted: CREATE } as const;
    const calls = await walk(
      async () => undefined,
      (background) => background.ask(press),
      async (world) => {
        const pressed = world.presses.length;
        if (pressed > 0) expect(world.session.written()).toContain('press-tickets');
        const isWrittenDown = 'ordinary/press-tickets' in world.session.content;
        const { ask } = await world.start();
        const answer = await ask(press);
        if (isWrittenDown) expect([answer, world.presses.length]).toEqual([{ kind: 'running' }, pressed]);
        // A page that has begun remembers it for as long as it lives; the next try begins only after the ticket's time.
        vi.setSystemTime(Date.now() + 5_001);
        expect(await ask(press)).toEqual({ kind: 'revealed', created: true });
        expect(world.session.content).toEqual({});
      },
    );
    expect(calls).toBeGreaterThan(3);
  });

  test('an alarm that forgets: the next popup finds nothing that is past its time', async () => {
    const calls = await walk(
      (world) => ask(world, HOLD, PASTE),
      async ({ events, ask }) => {
        vi.setSystemTime(Date.now() + HOLD_MS);
        events.alarm.fire({ name: 'forget-held-details/ordinary' });
        await ask({ type: 'choose', ...ordinary, choices: {} });
      },
      async (world) => {
        vi.setSystemTime(Date.now() + HOLD_MS);
        const { ask } = await world.start();
        await ask({ type: 'opened', ...ordinary, tabId: null, page: null });
        expect(world.session.content).toEqual({});
      },
    );
    expect(calls).toBeGreaterThan(1);
  });
});
