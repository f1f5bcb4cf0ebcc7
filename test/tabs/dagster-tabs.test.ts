import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ANSWER_LIMIT_MS, askOpenTabs, askTab, type TabAccess } from '../../src/tabs/dagster-tabs';
import { organizationAddress, pageReading, TOKENS_PAGE } from '../samples';

interface Tabs extends TabAccess {
  readonly sent: unknown[];
  readonly injected: number[];
  readonly queries: unknown[];
}

/** Tabs by id: what each answers, or an error where no script listens. */
function openTabs(
  answers: Record<number, () => Promise<unknown>>,
  afterInjection?: () => Promise<unknown>,
): Tabs {
  const sent: unknown[] = [];
  const injected: number[] = [];
  const queries: unknown[] = [];
  return {
    sent,
    injected,
    queries,
    query: async (query) => {
      queries.push(query);
      return Object.keys(answers).map((id) => ({ id: Number(id) }));
    },
    sendMessage: (tabId, message, options) => {
      sent.push([tabId, message, options]);
      const answer = injected.includes(tabId) ? (afterInjection ?? answers[tabId]) : answers[tabId];
      return answer?.() ?? Promise.reject(new Error('no tab'));
    },
    injectDeclaredScript: async (tabId) => {
      injected.push(tabId);
    },
  };
}

const nobodyListens = () => Promise.reject(new Error('Receiving end does not exist.'));
const never = () => new Promise(() => {});
const shows =
  (address = TOKENS_PAGE) =>
  async () =>
    pageReading(undefined, address);

describe('asking one tab', () => {
  test('tells address and reading of the same moment', async () => {
    expect(await askTab(openTabs({ 7: shows() }), 7)).toEqual({
      kind: 'read',
      tabId: 7,
      address: organizationAddress(),
      reading: pageReading(),
    });
  });

  test('sends one question to the page itself and to no frame in it, and nothing of the person', async () => {
    const tabs = openTabs({ 7: shows() });
    await askTab(tabs, 7);
    expect(tabs.sent).toEqual([[7, { type: 'what-do-you-show' }, { frameId: 0 }]]);
    expect(tabs.injected).toEqual([]);
  });

  test('puts the script into a tab that was open before the extension, and asks again', async () => {
    const tabs = openTabs({ 7: nobodyListens }, shows());
    expect(await askTab(tabs, 7)).toMatchObject({ kind: 'read', tabId: 7 });
    expect(tabs.injected).toEqual([7]);
  });

  test('asks again when another listener let the question fall', async () => {
    const tabs = openTabs({ 7: async () => undefined }, shows());
    expect(await askTab(tabs, 7)).toMatchObject({ kind: 'read' });
  });

  test('says “unreachable” when the page stays silent after that, without a third question', async () => {
    const tabs = openTabs({ 7: nobodyListens });
    expect(await askTab(tabs, 7)).toEqual({ kind: 'unreachable', tabId: 7 });
    expect(tabs.sent).toHaveLength(2);
  });

  test('says “unreachable” when the browser refuses the script', async () => {
    const tabs = { ...openTabs({ 7: nobodyListens }), injectDeclaredScript: nobodyListens };
    expect(await askTab(tabs, 7)).toEqual({ kind: 'unreachable', tabId: 7 });
  });

  test.each([
    'https://dagster.cloud/',
    'https://acme.xx.dagster.cloud/prod',
    'https://mcp.agent.dagster.cloud/',
  ])('takes nothing from %s, which is not of an organization', async (address) => {
    expect(await askTab(openTabs({ 7: shows(address) }), 7)).toEqual({
      kind: 'no-organization',
      tabId: 7,
      address,
    });
  });
});

describe('asking all open tabs', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('asks loaded tabs of the two Dagster+ domains and no others', async () => {
    const tabs = openTabs({});
    expect(await askOpenTabs(tabs)).toEqual([]);
    expect(tabs.queries).toEqual([
      { url: ['https://*.dagster.cloud/*', 'https://*.dagster.plus/*'], discarded: false },
    ]);
  });

  test('gives an answer for each, whatever the others do', async () => {
    const answers = await askOpenTabs(openTabs({ 1: shows(), 2: nobodyListens }));
    expect(answers.map(({ kind, tabId }) => [tabId, kind])).toEqual([
      [1, 'read'],
      [2, 'unreachable'],
    ]);
  });

  test('leaves out a tab without an id', async () => {
    const tabs = { ...openTabs({}), query: async () => [{}] };
    expect(await askOpenTabs(tabs)).toEqual([]);
  });

  test('does not wait for a frozen tab longer than the limit', async () => {
    const answers = askOpenTabs(openTabs({ 1: shows(), 2: never }));
    await vi.advanceTimersByTimeAsync(ANSWER_LIMIT_MS);
    expect((await answers).map(({ kind }) => kind)).toEqual(['read', 'unreachable']);
  });

  test('leaves no timer behind when all have answered', async () => {
    await askOpenTabs(openTabs({ 1: shows(), 2: nobodyListens }));
    expect(vi.getTimerCount()).toBe(0);
  });
});
