import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { chooseForm } from '../../src/hub/choose-form';
import type { FillOutcome, FillRequest } from '../../src/hub/report';
import { fillForm, reportTab, type Scripting } from '../../src/tabs/linking-page';
import { documentReport, FILLED, FORM_GONE, HUB_ORIGIN, linkingForm, USER_TOKEN } from '../samples';

type Injection = Parameters<Scripting['executeScript']>[0];
type Answers = Awaited<ReturnType<Scripting['executeScript']>>;

/** Answers the functions that are called in a page with `answer`, and notes every injection. */
function scriptingThat(answer: (injection: Injection) => Answers | Promise<Answers>) {
  const injections: Injection[] = [];
  const scripting: Scripting = {
    executeScript: async (injection) => {
      injections.push(injection);
      return injection.files ? [] : answer(injection);
    },
  };
  return { scripting, injections };
}

/** Refuses the first injections, as a browser does while a press has not taken effect. */
function refusing(times: number, answers: Answers) {
  let left = times;
  const { scripting, injections } = scriptingThat(() => answers);
  return {
    injections,
    scripting: {
      executeScript: async (injection: Injection) => {
        const answer = await scripting.executeScript(injection);
        if (left-- > 0) throw new Error('Cannot access contents of the page.');
        return answer;
      },
    },
  };
}

const REQUEST: FillRequest = {
  details: { userToken: USER_TOKEN, organizationSlug: 'acme', deployment: 'prod' },
  origin: HUB_ORIGIN,
  form: { index: 0, connectorName: 'Dagster' },
  allowUnknownConnector: false,
};

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('asking a tab for its forms', () => {
  test('gives the report of each document with its frame', async () => {
    const top = documentReport({ origin: 'https://shop.example', frameOrigins: [HUB_ORIGIN] });
    const inner = documentReport({ top: false, forms: [linkingForm()] });
    const { scripting } = scriptingThat(() => [
      { frameId: 0, result: top },
      { frameId: 4, result: inner },
    ]);
    expect(await reportTab(scripting, 7)).toEqual([
      { ...top, frameId: 0 },
      { ...inner, frameId: 4 },
    ]);
  });

  test('puts the script in before it asks, both in all frames of that tab', async () => {
    const { scripting, injections } = scriptingThat(() => []);
    await reportTab(scripting, 7);
    expect(injections.map(({ target }) => target)).toEqual([
      { tabId: 7, allFrames: true },
      { tabId: 7, allFrames: true },
    ]);
    expect(injections.map(({ files }) => files?.length)).toEqual([1, undefined]);
  });

  test('sends nothing into the page', async () => {
    const { scripting, injections } = scriptingThat(() => []);
    await reportTab(scripting, 7);
    expect(injections.every(({ args }) => args === undefined)).toBe(true);
  });

  test('leaves out a frame that was gone before it could answer', async () => {
    const { scripting } = scriptingThat(() => [
      { frameId: 0, result: documentReport() },
      { frameId: 4, error: new Error('Frame was removed.') },
      { frameId: 5, result: null },
    ]);
    expect((await reportTab(scripting, 7)).map(({ frameId }) => frameId)).toEqual([0]);
  });

  test('lets frames be named that the browser skipped in silence', async () => {
    const top = documentReport({ frameOrigins: ['https://frame.example'] });
    const { scripting } = scriptingThat(() => [{ frameId: 0, result: top }]);
    expect(chooseForm(await reportTab(scripting, 7))).toEqual({
      kind: 'unreached',
      origins: ['https://frame.example'],
    });
  });
});

describe('a press that takes effect late', () => {
  const answers = [{ frameId: 0, result: documentReport() }];

  test('is tried once more', async () => {
    const { scripting } = refusing(1, answers);
    const reports = reportTab(scripting, 7);
    await vi.runAllTimersAsync();
    expect(await reports).toHaveLength(1);
  });

  test('is not tried again before 150 ms have passed', async () => {
    const { scripting, injections } = refusing(1, answers);
    const reports = reportTab(scripting, 7);
    await vi.advanceTimersByTimeAsync(149);
    expect(injections).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await reports).toHaveLength(1);
  });

  test('is not tried a third time: the tab has nothing to say then', async () => {
    const { scripting, injections } = refusing(Number.POSITIVE_INFINITY, answers);
    const reports = reportTab(scripting, 7);
    await vi.runAllTimersAsync();
    expect(await reports).toEqual([]);
    expect(injections).toHaveLength(2);
  });

  test('is given up after 3 s when the tab never answers, as a frozen one does', async () => {
    const { scripting } = scriptingThat(() => new Promise(() => undefined));
    const asked = reportTab(scripting, 7);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await asked).toEqual([]);
  });

  test('costs no time when the first try succeeds', async () => {
    const { scripting } = refusing(0, answers);
    await reportTab(scripting, 7);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('filling a form', () => {
  const target = { tabId: 7, frameId: 4 };

  test('says what the page says', async () => {
    const { scripting } = scriptingThat(() => [{ frameId: 4, result: FILLED }]);
    expect(await fillForm(scripting, target, REQUEST)).toEqual(FILLED);
  });

  test('sends the details to that one frame and to no other', async () => {
    const { scripting, injections } = scriptingThat(() => [{ frameId: 4, result: FILLED }]);
    await fillForm(scripting, target, REQUEST);
    expect(injections.map((injection) => injection.target)).toEqual([
      { tabId: 7, frameIds: [4] },
      { tabId: 7, frameIds: [4] },
    ]);
    expect(injections.map(({ args }) => args)).toEqual([undefined, [REQUEST]]);
  });

  test('stays in the extension’s own world, which the page cannot look into', async () => {
    const { scripting, injections } = scriptingThat(() => [{ frameId: 4, result: FILLED }]);
    await fillForm(scripting, target, REQUEST);
    expect(injections.filter((injection) => 'world' in injection)).toEqual([]);
  });

  test.each<[string, (injection: Injection) => Answers]>([
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
    const outcome: FillOutcome = await fillForm(scripting, target, REQUEST);
    expect(outcome).toEqual(FORM_GONE);
    expect(injections).toHaveLength(2);
  });
});
