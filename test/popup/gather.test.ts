import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DocumentReport } from '../../src/hub/report';
import { NO_POLICY } from '../../src/policy';
import type { Facts } from '../../src/popup/facts';
import { gather } from '../../src/popup/gather';
import type { Embedding } from '../../src/session/confirmed-pages';
import type { HeldDetails } from '../../src/session/held-details';
import type { Privacy } from '../../src/session/session-area';
import type { OpenTab } from '../../src/tabs/dagster-tabs';
import { documentReport, HUB_ORIGIN, heldDetails, linkingForm, pageReading, TOKENS_PAGE } from '../samples';

const OVERVIEW = 'https://acme.dagster.cloud/prod/overview';
const AUTH_LINK = `${HUB_ORIGIN}/embedded/integrations?token=secret-of-a-session`;

const withForm = documentReport({ forms: [linkingForm()] });
const withUnknownForm = documentReport({
  forms: [linkingForm({ connector: { kind: 'unknown', name: 'Pipelines' } })],
});

interface Browser {
  readonly front?: OpenTab;
  /** Open tabs, in the order in which the browser lists them. */
  readonly tabs?: readonly OpenTab[];
  /** What the page in a tab holds; nothing where it is missing. */
  readonly documents?: Readonly<Record<number, DocumentReport>>;
  /** How long each Dagster+ tab takes to answer, in milliseconds; none where it is missing. */
  readonly delays?: Readonly<Record<number, number>>;
}

/** Gathers in a browser in which every Dagster+ tab shows a token, and each kind of window holds something of its own. */
async function gathered({ front, tabs = [], documents = {}, delays = {} }: Browser) {
  const asked: number[] = [];
  const looked: number[] = [];
  const of = <T>(privacy: Privacy, value: T) => ({ [privacy]: value }) as unknown as T;
  const told: Facts[] = [];
  const gathering = gather(
    {
      tabs: {
        query: async ({ url: [pattern = ''] }) =>
          tabs.filter(({ url = '' }) => url.includes(pattern.includes('dagster') ? 'dagster' : 'stackone')),
        sendMessage: async (tabId) => {
          asked.push(tabId);
          await new Promise((resolve) => setTimeout(resolve, delays[tabId] ?? 0));
          return pageReading();
        },
        injectDeclaredScript: async () => undefined,
        injectReader: async () => undefined,
      },
      scripting: {
        executeScript: async ({ target: { tabId }, files, args }) => {
          if (!files && !args) looked.push(tabId);
          return files ? [] : [{ frameId: 0, result: documents[tabId] }];
        },
      },
      frontTab: async () => front,
      dagsterAllowed: async () => true,
      pasted: async () => null,
      held: async (privacy) => of<HeldDetails>(privacy, heldDetails()),
      confirmed: async (privacy) => of<readonly Embedding[]>(privacy, []),
      policy: async () => NO_POLICY,
    },
    (more) => told.push(more),
  );
  await vi.advanceTimersByTimeAsync(300);
  const facts = await gathering;
  return { facts, asked, looked, told };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('on a Dagster+ tab', () => {
  test('only that tab is asked what it shows', async () => {
    const { asked, facts } = await gathered({
      front: { id: 1, url: OVERVIEW },
      tabs: [
        { id: 1, url: OVERVIEW },
        { id: 2, url: TOKENS_PAGE },
      ],
    });
    expect(asked).toEqual([1]);
    expect(facts.others).toEqual([]);
  });

  test('all Dagster forms that wait in tabs of StackOne are offered, in the order of the tabs, and none is chosen', async () => {
    const { facts } = await gathered({
      front: { id: 1, url: TOKENS_PAGE },
      tabs: [
        { id: 5, url: AUTH_LINK, title: 'Test' },
        { id: 4, url: `${HUB_ORIGIN}/accounts`, title: 'Production' },
      ],
      documents: { 4: withForm, 5: withForm },
    });
    const found = facts.search?.kind === 'several' ? facts.search.found : [];
    expect(found.map(({ tab }) => tab)).toEqual([
      { tabId: 5, inFront: false, title: 'Test', address: `${HUB_ORIGIN}/embedded/integrations` },
      { tabId: 4, inFront: false, title: 'Production', address: `${HUB_ORIGIN}/accounts` },
    ]);
  });

  test('a form in another tab that does not say that it is Dagster’s is not offered', async () => {
    const { facts } = await gathered({
      front: { id: 1, url: TOKENS_PAGE },
      tabs: [{ id: 5, url: AUTH_LINK }],
      documents: { 5: withUnknownForm },
    });
    expect(facts.search).toBeNull();
  });

  test('the title of another tab is told without what could turn the text around', async () => {
    const { facts } = await gathered({
      front: { id: 1, url: TOKENS_PAGE },
      tabs: [{ id: 5, url: AUTH_LINK, title: `Stack\u202eOne ${'x '.repeat(200)}` }],
      documents: { 5: withForm },
    });
    const title = facts.search?.kind === 'found' ? facts.search.found.tab.title : '';
    expect(title).toMatch(/^StackOne x/);
    expect(title.length).toBeLessThanOrEqual(80);
  });
});

describe('on any other page', () => {
  test('the tabs that may show a token are asked, and no form is looked for but in front', async () => {
    const { asked, looked, facts } = await gathered({
      front: { id: 9, url: 'https://shop.example/' },
      tabs: [
        { id: 2, url: TOKENS_PAGE },
        { id: 3, url: OVERVIEW },
        { id: 5, url: AUTH_LINK },
      ],
      documents: { 5: withForm, 9: documentReport({ origin: 'https://shop.example' }) },
    });
    expect(asked).toEqual([2]);
    expect(looked).toEqual([9]);
    expect(facts.search?.kind).toBe('none');
  });

  test('a tab that answers late holds nobody up, and is told when it answers', async () => {
    const tabs = [2, 3].map((id) => ({ id, url: TOKENS_PAGE }));
    const front = { id: 9, url: 'https://shop.example/' };
    const { facts, told } = await gathered({ front, tabs, delays: { 2: 5_000 } });
    const kinds = ({ others }: Facts) => others.map(({ kind, tabId }) => `${kind} ${tabId}`);
    expect([facts.asking, kinds(facts)]).toEqual([false, ['busy 2', 'read 3']]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(kinds(told.at(-1) as Facts)).toEqual(['read 2', 'read 3']);
  });

  test('of the browser’s own nothing is looked at', async () => {
    const { looked, facts } = await gathered({ front: { id: 9, url: 'about:config' } });
    expect(looked).toEqual([]);
    expect(facts.front).toEqual({ kind: 'closed' });
  });
});

describe.each([
  ['ordinary', false],
  ['private', true],
] as const)('in %s windows', (privacy, incognito) => {
  const other = !incognito;

  test('no tab of the other kind is asked or offered', async () => {
    const tabs = [
      { id: 2, url: TOKENS_PAGE, incognito: other },
      { id: 5, url: AUTH_LINK, incognito: other },
    ];
    const documents = { 5: withForm, 9: withForm };
    const front = { id: 9, url: 'https://shop.example/', incognito };
    expect((await gathered({ front, tabs, documents })).asked).toEqual([]);
    const onDagster = await gathered({ front: { id: 1, url: TOKENS_PAGE, incognito }, tabs, documents });
    expect(onDagster.looked).toEqual([]);
    expect(onDagster.facts.search).toBeNull();
  });

  test('what is held and agreed to is that of such windows', async () => {
    const { facts } = await gathered({ front: { id: 9, url: 'https://shop.example/', incognito } });
    expect(facts.privacy).toBe(privacy);
    expect([facts.held, facts.confirmed].map((kept) => Object.keys(kept ?? {}))).toEqual([
      [privacy],
      [privacy],
    ]);
  });
});
