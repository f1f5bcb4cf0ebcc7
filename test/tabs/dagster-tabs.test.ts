import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  askTab,
  mayShowToken,
  type OpenTab,
  openDagsterTabs,
  type TabAccess,
} from '../../src/tabs/dagster-tabs';
import { organizationAddress, pageReading, TOKENS_PAGE } from '../samples';

const LIMIT_MS = 1_000;
const TAB = { tabId: 7, container: null };
const NEEDS_READER = { needsReader: true, address: TOKENS_PAGE };

/** A tab that says each of these in turn, the last again and again; an error stands for a page where nobody listens. */
function tabThatSays(...answers: unknown[]) {
  const sent: unknown[] = [];
  const injected: string[] = [];
  const queries: unknown[] = [];
  const tabs: TabAccess = {
    query: async (query) => {
      queries.push(query);
      return [];
    },
    sendMessage: async (tabId, message, options) => {
      sent.push([tabId, message, options]);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer instanceof Error) throw answer;
      return answer;
    },
    injectDeclaredScript: async () => injected.push('listener'),
    injectReader: async () => injected.push('reader'),
  };
  return { tabs, sent, injected, queries };
}

const NOBODY = new Error('Receiving end does not exist.');

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('asking a tab', () => {
  test('tells address and reading of the same moment', async () => {
    const { tabs, injected } = tabThatSays(pageReading());
    expect(await askTab(tabs, { tabId: 7, container: '2' }, LIMIT_MS)).toEqual({
      kind: 'read',
      tabId: 7,
      address: organizationAddress(),
      reading: pageReading(),
      container: '2',
    });
    expect(injected).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('sends one question to the page itself and to no frame in it, and nothing of the person', async () => {
    const { tabs, sent } = tabThatSays(pageReading());
    await askTab(tabs, TAB, LIMIT_MS);
    expect(sent).toEqual([[7, { type: 'what-do-you-show' }, { frameId: 0 }]]);
  });

  test.each([
    ['that has not been read before gets the reader', NEEDS_READER, ['reader']],
    ['that was open before the extension gets listener and reader', NOBODY, ['listener', 'reader']],
    ['in which another listener let the question fall, too', undefined, ['listener', 'reader']],
  ])('one %s', async (_, first, files) => {
    const { tabs, sent, injected } = tabThatSays(first, pageReading());
    expect(await askTab(tabs, TAB, LIMIT_MS)).toMatchObject({ kind: 'read', tabId: 7 });
    expect([injected, sent.length]).toEqual([files, 2]);
  });

  test.each([NOBODY, NEEDS_READER])(
    'says “unreachable” when it stays silent after that, without a third question',
    async (answer) => {
      const { tabs, sent } = tabThatSays(answer);
      expect(await askTab(tabs, TAB, LIMIT_MS)).toEqual({ kind: 'unreachable', tabId: 7 });
      expect(sent).toHaveLength(2);
    },
  );

  test('says “unreachable” when the browser refuses the script', async () => {
    const { tabs } = tabThatSays(NOBODY);
    const refusing = { ...tabs, injectDeclaredScript: () => Promise.reject(NOBODY) };
    expect(await askTab(refusing, TAB, LIMIT_MS)).toEqual({ kind: 'unreachable', tabId: 7 });
  });

  test('says “busy” when it does not answer in time, as a frozen tab does not', async () => {
    const { tabs } = tabThatSays(new Promise(() => undefined));
    const answer = askTab(tabs, TAB, LIMIT_MS);
    await vi.advanceTimersByTimeAsync(LIMIT_MS);
    expect(await answer).toEqual({ kind: 'busy', tabId: 7 });
  });

  test.each([
    'https://dagster.cloud/',
    'https://acme.xx.dagster.cloud/prod',
    'https://mcp.agent.dagster.cloud/',
  ])('takes nothing from %s, which is not of an organization', async (address) => {
    const { tabs } = tabThatSays(pageReading(undefined, address));
    expect(await askTab(tabs, TAB, LIMIT_MS)).toEqual({ kind: 'no-organization', tabId: 7, address });
  });
});

describe('the open Dagster+ tabs', () => {
  const among = (...open: OpenTab[]) => {
    const { tabs, queries } = tabThatSays();
    return { queries, tabs: { ...tabs, query: (query: never) => tabs.query(query).then(() => open) } };
  };

  test('are those of the two domains that hold a page', async () => {
    const { tabs, queries } = among();
    expect(await openDagsterTabs(tabs, 'ordinary')).toEqual([]);
    expect(queries).toEqual([
      { url: ['https://*.dagster.cloud/*', 'https://*.dagster.plus/*'], discarded: false },
    ]);
  });

  test.each([
    ['ordinary', 1],
    ['private', 2],
  ] as const)('in %s windows are those of such windows only', async (privacy, id) => {
    const { tabs } = among(
      { id: 1, url: TOKENS_PAGE, incognito: false },
      { id: 2, url: TOKENS_PAGE, incognito: true },
    );
    expect((await openDagsterTabs(tabs, privacy)).map(({ tabId }) => tabId)).toEqual([id]);
  });

  test('are told with the container in which they are', async () => {
    const tab = (id: number, cookieStoreId?: string) => ({ id, url: TOKENS_PAGE, cookieStoreId });
    const stores = [
      undefined,
      'firefox-default',
      'firefox-container-12',
      'a-firefox-container-4',
      'firefox-container-4-a',
    ];
    const { tabs } = among(...stores.map((store, id) => tab(id, store)));
    const containers = (await openDagsterTabs(tabs, 'ordinary')).map(({ container }) => container);
    expect(containers).toEqual([null, null, '12', null, null]);
  });

  test('can show a token only where their address is that of a Tokens page', async () => {
    const urls = [
      TOKENS_PAGE,
      'https://acme.dagster.cloud/prod/overview',
      'https://dagster.cloud/',
      undefined,
    ];
    const { tabs } = among(...urls.map((url, id) => ({ id, url })));
    expect((await openDagsterTabs(tabs, 'ordinary')).map(mayShowToken)).toEqual([true, false, false, false]);
  });
});
