import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DocumentReport } from '../../src/hub/report';
import {
  FILL_LIMIT_MS,
  fillInFrame,
  lookAtTab,
  READY_LIMIT_MS,
  type Scripting,
} from '../../src/tabs/linking-page';
import { documentReport, FILLED, FORM_GONE, fillRequest, HUB_ORIGIN, linkingForm } from '../samples';

type Injection = Parameters<Scripting['executeScript']>[0];
type Answers = Awaited<ReturnType<Scripting['executeScript']>>;
type Answer = (injection: Injection) => Answers | Promise<Answers>;

const never = () => new Promise<never>(() => undefined);

/** Answers the functions that are called in a page with `answer`, and notes every injection. */
function scriptingThat(answer: Answer, takesIn: Answer = () => []) {
  const injections: Injection[] = [];
  const scripting: Scripting = {
    executeScript: async (injection) => {
      injections.push(injection);
      return injection.files ? takesIn(injection) : answer(injection);
    },
  };
  return { scripting, injections };
}

const says = (...reports: DocumentReport[]): Answer => {
  const answers = reports.map((result, frameId) => ({ frameId, result }));
  return ({ args }) => (args ? [{ frameId: 0, result: { seen: true, points: [] } }] : answers);
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('looking at a tab', () => {
  test('tells each document with its frame, the pages around it and which of its forms are seen', async () => {
    const top = documentReport({ origin: 'https://shop.example', frameOrigins: [HUB_ORIGIN] });
    const inner = documentReport({ path: [0], forms: [linkingForm()] });
    const { scripting } = scriptingThat(says(top, inner));
    expect(await lookAtTab(scripting, 7)).toEqual({
      kind: 'looked',
      frames: [
        { ...top, frameId: 0, pages: [], seen: [] },
        { ...inner, frameId: 1, pages: ['https://shop.example'], seen: [0] },
      ],
    });
  });

  test('puts the script in before it asks, both in all frames of that tab, and sends nothing into it', async () => {
    const { scripting, injections } = scriptingThat(says());
    await lookAtTab(scripting, 7);
    expect(injections.map(({ target, files, args }) => [target, files?.length, args])).toEqual([
      [{ tabId: 7, allFrames: true }, 2, undefined],
      [{ tabId: 7, allFrames: true }, undefined, undefined],
    ]);
  });

  test('leaves out a frame that was gone before it could answer', async () => {
    const { scripting } = scriptingThat(() => [
      { frameId: 0, result: documentReport() },
      { frameId: 4, error: new Error('Frame was removed.') },
      { frameId: 5, result: null },
    ]);
    expect(await lookAtTab(scripting, 7)).toMatchObject({ frames: [{ frameId: 0 }] });
  });

  test('is given up after 2 s when the tab never answers, as a frozen one does not', async () => {
    const look = lookAtTab(scriptingThat(never).scripting, 7);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await look).toEqual({ kind: 'busy' });
  });
});

describe('a press that takes effect late', () => {
  /** Refuses the first injections, as a browser does meanwhile. */
  function refusing(times: number) {
    let left = times;
    return scriptingThat(says(documentReport()), () => {
      if (left-- > 0) throw new Error('Cannot access contents of the page.');
      return [];
    });
  }

  test('is tried once more after 150 ms', async () => {
    const { scripting, injections } = refusing(1);
    const look = lookAtTab(scripting, 7);
    await vi.advanceTimersByTimeAsync(149);
    expect(injections).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await look).toMatchObject({ kind: 'looked' });
  });

  test('is not tried a third time: the tab cannot be reached then', async () => {
    const { scripting, injections } = refusing(Number.POSITIVE_INFINITY);
    const look = lookAtTab(scripting, 7);
    await vi.runAllTimersAsync();
    expect(await look).toEqual({ kind: 'unreachable' });
    expect(injections).toHaveLength(2);
  });

  test('costs no time when the first try succeeds', async () => {
    await lookAtTab(refusing(0).scripting, 7);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('filling a form', () => {
  const target = { tabId: 7, frameId: 4 };
  const { startBefore, ...request } = fillRequest();
  const filled = () => [{ frameId: 4, result: FILLED }];

  test('sends the details to that one frame and to no other, and says what the page says', async () => {
    const { scripting, injections } = scriptingThat(filled);
    expect(await fillInFrame(scripting, target, request)).toEqual(FILLED);
    expect(injections.map((injection) => injection.target)).toEqual([
      { tabId: 7, frameIds: [4] },
      { tabId: 7, frameIds: [4] },
    ]);
    expect(injections.map(({ args }) => args)).toEqual([
      undefined,
      [{ ...request, startBefore: Date.now() + 1_000 }],
    ]);
  });

  test('stays in the extension’s own world, which the page cannot look into', async () => {
    const { scripting, injections } = scriptingThat(filled);
    await fillInFrame(scripting, target, request);
    expect(injections.filter((injection) => 'world' in injection)).toEqual([]);
  });

  test('sends nothing to a page that does not take the script in, and says that nothing was filled', async () => {
    const { scripting, injections } = scriptingThat(filled, never);
    const outcome = fillInFrame(scripting, target, request);
    await vi.advanceTimersByTimeAsync(READY_LIMIT_MS);
    expect(await outcome).toEqual({ kind: 'not-filled', reason: 'too-late' });
    expect(injections.filter(({ args }) => args)).toEqual([]);
  });

  test('says that it is not known when the page began and does not end', async () => {
    const outcome = fillInFrame(scriptingThat(never).scripting, target, request);
    await vi.advanceTimersByTimeAsync(FILL_LIMIT_MS);
    expect(await outcome).toEqual({ kind: 'not-filled', reason: 'page-busy' });
  });

  test.each<[string, Answer]>([
    [
      'the tab was closed',
      () => {
        throw new Error('No tab with id: 7.');
      },
    ],
    ['the frame does not answer', () => []],
    ['the script is not there', () => [{ frameId: 4, result: undefined }]],
    ['the script failed', () => [{ frameId: 4, error: new Error('failed') }]],
  ])('says that the form is gone when %s, and does not try again', async (_, answer) => {
    const { scripting, injections } = scriptingThat(answer);
    expect(await fillInFrame(scripting, target, request)).toEqual(FORM_GONE);
    expect(injections).toHaveLength(2);
  });
});
