import { describe, expect, test } from 'vitest';
import { type ArrivingTab, createArrival, DRAW_LIMIT_MS } from '../../src/background/arrival';
import { createAwaitedPage, PAGE_WAIT_MS } from '../../src/session/awaited-page';
import { createQueue } from '../../src/session/queue';
import { TOKENS_PAGE } from '../samples';
import { sessionArea } from '../session-area';

const TAB = 7;
const NEW_TAB = 8;
const OVERVIEW = 'https://acme.dagster.cloud/prod/overview';
const LOADED = { status: 'complete' };
const SHOWN: ArrivingTab = { url: TOKENS_PAGE, status: 'complete' };

interface Surroundings {
  /** What the tab shows when it was just opened. */
  first?: ArrivingTab;
  ready?: boolean | Promise<boolean> | Error;
  /** Whether the browser shows the popup by itself. */
  shows?: boolean;
}

function place({ first = { status: 'loading' }, ready = true, shows = true }: Surroundings = {}) {
  const session = sessionArea();
  const clock = { now: 0 };
  const happened: unknown[] = [];
  /** As a background that was just started. */
  const started = () =>
    createArrival({
      awaited: createAwaitedPage({ session, queue: createQueue(), now: () => clock.now }),
      badge: {
        invite: async (tabId) => void happened.push(['badge', tabId]),
        clear: async (tabId) => void happened.push(['cleared', tabId]),
      },
      openIn: async (tabId, url) => {
        happened.push(['opened in', tabId, url]);
        return { id: tabId };
      },
      openBeside: async (tabId, url) => {
        happened.push(['opened beside', tabId, url]);
        return { id: NEW_TAB };
      },
      tab: async () => first,
      isReady: async (_, limitMs) => {
        expect(limitMs).toBe(DRAW_LIMIT_MS);
        if (ready instanceof Error) throw ready;
        return ready;
      },
      showPopup: async (tabId) => {
        happened.push(['popup', tabId]);
        return shows;
      },
      listen: (on) => happened.push(on ? 'listens' : 'listens no more'),
    });
  const arrival = started();
  /** Opens the page and forgets what happened until then. */
  async function open(inTab = true) {
    await arrival.open(TOKENS_PAGE, TAB, inTab);
    happened.length = 0;
  }
  return { arrival, started, open, happened, clock, session };
}

describe('“Open Tokens page”', () => {
  test('opens it in the tab of Dagster+, or beside another one, and listens from then on', async () => {
    const { arrival, happened } = place();
    await arrival.open(TOKENS_PAGE, TAB, true);
    await arrival.open(TOKENS_PAGE, TAB, false);
    await arrival.open(TOKENS_PAGE, null, true);
    expect(happened).toEqual([
      ['opened in', TAB, TOKENS_PAGE],
      'listens',
      ['opened beside', TAB, TOKENS_PAGE],
      'listens',
      ['opened beside', null, TOKENS_PAGE],
      'listens',
    ]);
  });

  test('opens nothing but Tokens pages', async () => {
    const { arrival, happened } = place();
    for (const url of [OVERVIEW, 'https://evil.example/prod/org-settings/tokens', 'javascript:alert(1)'])
      await arrival.open(url, TAB, true);
    expect(happened).toEqual([]);
  });
});

describe('The popup', () => {
  test('comes back once, when the page has loaded and is ready', async () => {
    const { arrival, open, happened, session } = place();
    await open();
    await arrival.updated(TAB, { url: TOKENS_PAGE, status: 'loading' }, {});
    expect(happened).toEqual([]);
    await arrival.updated(TAB, LOADED, SHOWN);
    await arrival.updated(TAB, LOADED, SHOWN);
    expect(happened.filter((one) => one !== 'listens no more')).toEqual([['popup', TAB]]);
    expect(session.content).toEqual({});
  });

  test('comes back also where the tab is empty first', async () => {
    const { arrival, open, happened } = place();
    await open();
    await arrival.updated(TAB, { url: 'about:blank', status: 'loading' }, {});
    await arrival.updated(TAB, LOADED, SHOWN);
    expect(happened).toContainEqual(['popup', TAB]);
  });

  test('comes back once when the page tells twice that it has loaded, before it is ready', async () => {
    const { arrival, open, happened } = place({ ready: Promise.resolve(true) });
    await open();
    await Promise.all([arrival.updated(TAB, LOADED, SHOWN), arrival.updated(TAB, LOADED, SHOWN)]);
    expect(happened).toEqual(['listens no more', ['popup', TAB]]);
  });

  test.each([
    { ...SHOWN, status: 'loading' },
    { ...SHOWN, url: OVERVIEW },
  ])('does not come back before the page has loaded: $status $url', async (first) => {
    const { arrival, happened } = place({ first });
    await arrival.open(TOKENS_PAGE, TAB, false);
    expect(happened).toEqual([['opened beside', TAB, TOKENS_PAGE], 'listens']);
  });

  test('comes back when the page had loaded before anybody listened', async () => {
    const { arrival, happened } = place({ first: SHOWN });
    await arrival.open(TOKENS_PAGE, TAB, false);
    expect(happened).toContainEqual(['popup', NEW_TAB]);
  });

  test('comes back although the background was stopped and started meanwhile', async () => {
    const { started, open, happened } = place();
    await open();
    const anew = started();
    await anew.started();
    expect(happened).toEqual([]);
    await anew.updated(TAB, LOADED, SHOWN);
    expect(happened).toContainEqual(['popup', TAB]);
  });

  test.each<[string, Surroundings]>([
    ['the browser does not show it', { shows: false }],
    ['the page is not ready in time', { ready: false }],
  ])('is asked for by the badge when %s', async (_, surroundings) => {
    const { arrival, open, happened } = place(surroundings);
    await open();
    await arrival.updated(TAB, LOADED, SHOWN);
    expect(happened.at(-1)).toEqual(['badge', TAB]);
    // Over a page that may be asking for a password nothing is shown.
    expect(happened.some((one) => Array.isArray(one) && one[0] === 'popup')).toBe(
      surroundings.ready !== false,
    );
  });

  test.each<[string, number, ArrivingTab, ArrivingTab, number]>([
    ['in another tab', 9, LOADED, SHOWN, 0],
    ['after two minutes', TAB, LOADED, SHOWN, PAGE_WAIT_MS],
    ['over another page', TAB, LOADED, { url: OVERVIEW }, 0],
    ['over the page of another organization', TAB, LOADED, { url: TOKENS_PAGE.replace('acme', 'globex') }, 0],
    [
      'over the page of that name in another region',
      TAB,
      LOADED,
      { url: TOKENS_PAGE.replace('acme', 'acme.eu') },
      0,
    ],
    ['over a page that the browser keeps to itself', TAB, LOADED, {}, 0],
    ['before the page has loaded', TAB, { url: TOKENS_PAGE }, {}, 0],
    ['over a new tab', TAB, LOADED, { url: 'about:blank' }, 0],
  ])('does not come %s', async (_, tabId, change, tab, passedMs) => {
    const { arrival, open, happened, clock } = place();
    await open();
    clock.now += passedMs;
    await arrival.updated(tabId, change, tab);
    expect(happened.filter((one) => Array.isArray(one))).toEqual([]);
  });

  test('is forgotten when the tab goes to another page, when the person opens it there, and when the tab closes meanwhile', async () => {
    for (const end of [
      (at: ReturnType<typeof place>) => at.arrival.updated(TAB, { url: OVERVIEW }, {}),
      (at: ReturnType<typeof place>) => at.arrival.seen(TAB),
    ]) {
      const at = place();
      await at.open();
      await end(at);
      expect(at.happened).toContain('listens no more');
      await at.arrival.updated(TAB, LOADED, SHOWN);
      expect(at.happened).not.toContainEqual(['popup', TAB]);
    }
    const gone = place({ ready: new Error('No tab with id 7.') });
    await gone.open();
    await gone.arrival.updated(TAB, LOADED, SHOWN);
    expect(gone.happened).toEqual([]);
  });

  test('clears the badge when the person opens it there', async () => {
    const { arrival, open, happened } = place();
    await open();
    await arrival.seen(TAB);
    expect(happened).toEqual(['listens no more', ['cleared', TAB]]);
  });
});

test('A background that waits for nothing does not listen to tabs', async () => {
  const { arrival, happened } = place();
  await arrival.started();
  expect(happened).toEqual(['listens no more']);
});
