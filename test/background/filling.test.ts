import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFilling } from '../../src/background/filling';
import type { AccountChoices } from '../../src/dagster/account';
import type { OrganizationAddress } from '../../src/dagster/address';
import type { DocumentReport, FillOutcome, FillRequest } from '../../src/hub/report';
import type { FillJob } from '../../src/messages';
import { NO_POLICY, type Policy, readPolicy } from '../../src/policy';
import { createConfirmedPages } from '../../src/session/confirmed-pages';
import { createHolding } from '../../src/session/held-details';
import { createQueue } from '../../src/session/queue';
import type { Privacy } from '../../src/session/session-area';
import type { SeenPage } from '../../src/session/told-outcome';
import {
  DETAILS,
  documentReport,
  FILLED,
  FORM_GONE,
  fillRequest,
  HUB_ORIGIN,
  heldDetails,
  linkingForm,
  OTHER_USER_TOKEN,
  organizationAddress,
  PARTLY_FILLED,
  pageReading,
  pastedValues,
  REFUSED,
  TOKENS_PAGE,
  UNUSUAL_USER_TOKEN,
  USER_TOKEN,
} from '../samples';
import { sessionArea } from '../session-area';

const TAB = 7;
const SHOP = 'https://shop.example';
const FRAME = 'https://frame.example';

const dagsterForm = documentReport({ forms: [linkingForm()] });
const page = documentReport({ origin: SHOP });
const framed = documentReport({ origin: FRAME, path: [0], forms: [linkingForm()] });

interface Surroundings {
  /** Documents of the tab in front, by frame. */
  documents?: Record<number, DocumentReport>;
  /** No document of the tab answers. */
  busy?: boolean;
  /** Whether the page around a frame shows it. */
  frameSeen?: boolean;
  /** What the page says about a fill. */
  outcome?: FillOutcome;
  /** What the open Tokens pages show. */
  open?: ReturnType<typeof pageReading>[];
  /** The kind of window in which the tab in front is. */
  privacy?: Privacy | null;
  policy?: Policy;
}

function place({
  documents = { 0: dagsterForm },
  frameSeen = true,
  busy = false,
  outcome = FILLED,
  open = [],
  privacy = 'ordinary',
  policy = NO_POLICY,
}: Surroundings = {}) {
  const session = sessionArea();
  const now = { policy };
  const sessions: Privacy[] = [];
  const fills: { tabId: number; frameIds: number[] | undefined; request: FillRequest }[] = [];
  const told: [number, FillOutcome, SeenPage | null][] = [];
  const inFront: number[] = [];
  const parts = {
    session,
    queue: createQueue(),
    alarms: { create: () => undefined },
    now: Date.now,
    policy: async () => now.policy,
  };
  const holding = createHolding(parts, 'ordinary');
  const confirmed = createConfirmedPages(parts, 'ordinary');
  const filling = createFilling({
    policy: parts.policy,
    scripting: {
      executeScript: async ({ target, files, args }) => {
        if (busy) return new Promise(() => undefined);
        if (files) return [];
        const reports = Object.entries(documents);
        if (!args) return reports.map(([frameId, result]) => ({ frameId: Number(frameId), result }));
        if (args.length > 1) return [{ frameId: 0, result: { seen: frameSeen, points: [] } }];
        if (typeof args[0] === 'number') return [{ frameId: 0, result: 'seen' }];
        fills.push({ tabId: target.tabId, frameIds: target.frameIds, request: args[0] as FillRequest });
        return [{ frameId: target.frameIds?.[0] ?? 0, result: outcome }];
      },
    },
    tabs: {
      query: async () => open.map(({ address }, index) => ({ id: 100 + index, url: address })),
      sendMessage: async (tabId) => open[tabId - 100],
      injectDeclaredScript: async () => undefined,
      injectReader: async () => undefined,
    },
    session: (of) => {
      sessions.push(of);
      return { holding, confirmed };
    },
    privacyOf: async () => privacy,
    tell: async (seen, _privacy, tabId, said) => {
      told.push([tabId, said, seen]);
    },
    bringToFront: async (tabId) => {
      inFront.push(tabId);
    },
    now: Date.now,
  });
  const hold = (choices: AccountChoices = {}) => holding.hold(heldDetails().account, choices, true);
  /** The person pasted a token, said that it is of acme (or did not yet), and closed the popup. */
  const paste = (address: OrganizationAddress | null = organizationAddress()) => {
    const account = { of: OTHER_USER_TOKEN, ...(address && { address }) };
    return holding.keepPasted({ ...pastedValues([OTHER_USER_TOKEN]), choices: { account } }, true);
  };
  const setPolicy = (changed: Policy): void => {
    now.policy = changed;
  };
  return { filling, holding, confirmed, session, sessions, fills, told, inFront, hold, paste, setPolicy };
}

const { startBefore, ...request } = fillRequest();

const job = (changes: Partial<FillJob> = {}): FillJob => ({
  tabId: TAB,
  page: { tabId: TAB, document: 'document', origin: HUB_ORIGIN },
  frameId: 0,
  pages: [],
  confirmsPages: false,
  bringToFront: false,
  until: Number.MAX_SAFE_INTEGER,
  request,
  ...changes,
});

const notFilled = (reason: object): FillOutcome => ({ kind: 'not-filled', ...reason }) as FillOutcome;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a fill from the popup', () => {
  test('sends exactly what the popup asked for to that frame, once, and tells the outcome to the popup alone', async () => {
    const { filling, fills, told, inFront } = place();
    expect(await filling.fill(job(), 'ordinary')).toEqual(FILLED);
    expect(fills).toMatchObject([{ tabId: TAB, frameIds: [0], request }]);
    expect([told, inFront]).toEqual([[], []]);
  });

  test('forgets the details when all three fields were verified', async () => {
    const { filling, holding, hold } = place();
    await hold();
    await filling.fill(job(), 'ordinary');
    expect(await holding.read()).toBeNull();
    expect(await holding.hold(heldDetails().account, {}, false)).toBeNull();
  });

  test('tells the outcome and forgets the details also where the browser stores nothing any more', async () => {
    const { filling, holding, hold, session } = place();
    await hold();
    session.set = async () => Promise.reject(new Error('QuotaExceededError'));
    expect(await filling.fill(job(), 'ordinary')).toEqual(FILLED);
    expect(await holding.read()).toBeNull();
  });

  test('forgets what was pasted when all three fields were verified, and keeps it when not', async () => {
    for (const outcome of [PARTLY_FILLED, FILLED]) {
      const { filling, holding, paste } = place({ outcome });
      const pasted = await paste();
      await filling.fill(job(), 'ordinary');
      expect(await holding.readPasted()).toEqual(outcome === FILLED ? null : pasted);
    }
  });

  test.each([
    ['partly filled', PARTLY_FILLED],
    ['refused', REFUSED],
    ['not filled', FORM_GONE],
  ])('keeps the details when the form was %s', async (_, outcome) => {
    const { filling, holding, hold } = place({ outcome });
    const held = await hold();
    expect(await filling.fill(job(), 'ordinary')).toEqual(outcome);
    expect(await holding.read()).toEqual(held);
  });

  test('gives nothing away when the popup’s time is over', async () => {
    const { filling, fills } = place();
    const late = job({ until: Date.now() });
    expect(await filling.fill(late, 'ordinary')).toEqual(notFilled({ reason: 'no-details' }));
    expect(fills).toEqual([]);
  });

  test.each([
    ['ordinary', 'private'],
    ['private', 'ordinary'],
    ['ordinary', null],
  ] as const)('from %s windows never goes to a tab of others: %s', async (from, privacy) => {
    const { filling, fills } = place({ privacy });
    expect(await filling.fill(job(), from)).toEqual(FORM_GONE);
    expect(fills).toEqual([]);
  });

  test.each([FILLED, PARTLY_FILLED])(
    'brings a form in another tab to the front with its outcome',
    async (outcome) => {
      const { filling, told, inFront } = place({ outcome });
      const waiting = job({ bringToFront: true });
      await filling.fill(waiting, 'ordinary');
      expect(told).toEqual([[TAB, outcome, waiting.page]]);
      expect(inFront).toEqual([TAB]);
    },
  );

  test('leaves another tab where it is when nothing was written there', async () => {
    const { filling, told, inFront } = place({ outcome: FORM_GONE });
    await filling.fill(job({ bringToFront: true }), 'ordinary');
    expect([told, inFront]).toEqual([[], []]);
  });
});

describe('a fill of a form in a frame', () => {
  const documents = { 0: page, 4: framed };
  const inside = (changes: Partial<FillJob> = {}) =>
    job({ frameId: 4, pages: [SHOP], request: { ...request, origin: FRAME }, ...changes });

  test('inside a page of another origin needs the person’s word for that pair, and keeps it', async () => {
    const { filling, fills, confirmed } = place({ documents });
    const unconfirmed = { reason: 'embedding-unconfirmed', origin: FRAME, pages: [SHOP] };
    expect(await filling.fill(inside(), 'ordinary')).toEqual(notFilled(unconfirmed));
    expect(fills).toEqual([]);
    expect(await filling.fill(inside({ confirmsPages: true }), 'ordinary')).toEqual(FILLED);
    expect(await confirmed.read()).toEqual([{ form: FRAME, pages: [SHOP] }]);
    expect(await filling.fill(inside(), 'ordinary')).toEqual(FILLED);
  });

  test('inside a page of its own origin needs none', async () => {
    const { filling } = place({ documents: { 0: page, 4: { ...framed, origin: SHOP } } });
    const same = inside({ pages: [], request: { ...request, origin: SHOP } });
    expect(await filling.fill(same, 'ordinary')).toEqual(FILLED);
  });

  test('that is gone there while another stands is left to what the page says', async () => {
    const { filling, fills } = place({ documents, outcome: FORM_GONE });
    const gone = inside({
      confirmsPages: true,
      request: { ...request, origin: FRAME, form: { ...request.form, index: 3 } },
    });
    expect(await filling.fill(gone, 'ordinary')).toEqual(FORM_GONE);
    expect(fills).toHaveLength(1);
  });

  test.each<[string, Surroundings, object]>([
    ['cannot be seen', { documents, frameSeen: false }, { reason: 'frame-hidden', origin: FRAME }],
    [
      'stands in another page than the person was shown',
      { documents: { 0: { ...page, origin: 'https://evil.example' }, 4: framed } },
      { reason: 'embedding-unconfirmed', origin: FRAME, pages: ['https://evil.example'] },
    ],
    [
      'stands in a page that nobody can name',
      { documents: { 4: framed } },
      { reason: 'frame-hidden', origin: FRAME },
    ],
    [
      'has gone elsewhere',
      { documents: { 0: page, 4: { ...framed, origin: 'https://evil.example' } } },
      { reason: 'other-origin', origin: 'https://evil.example' },
    ],
    ['is gone', { documents: { 0: page } }, { reason: 'form-changed' }],
    [
      'cannot be seen, beside another one',
      {
        documents: { 0: page, 4: { ...framed, forms: [linkingForm(), { ...linkingForm(), index: 1 }] } },
        frameSeen: false,
      },
      { reason: 'frame-hidden', origin: FRAME },
    ],
    ['stands in a page that does not answer', { documents, busy: true }, { reason: 'too-late' }],
  ])('does not happen when it %s, whatever the person agreed to', async (_, surroundings, reason) => {
    const { filling, fills } = place(surroundings);
    const filled = filling.fill(inside({ confirmsPages: true }), 'ordinary');
    await vi.runAllTimersAsync();
    expect(await filled).toEqual(notFilled(reason));
    expect(fills).toEqual([]);
  });
});

describe('a fill after a permission prompt', () => {
  const documents = { 0: { ...page, frameOrigins: [FRAME] }, 4: framed };
  const purpose = { kind: 'fill', tabId: TAB, privacy: 'ordinary', origin: FRAME, page: SHOP } as const;

  test('fills the form of that origin with what is held, and tells the outcome on the button', async () => {
    const { filling, fills, told, hold } = place({ documents });
    await hold();
    expect(await filling.fillAllowed(purpose)).toEqual(FILLED);
    expect(fills).toMatchObject([
      { tabId: TAB, frameIds: [4], request: { origin: FRAME, details: DETAILS } },
    ]);
    expect(told).toEqual([[TAB, FILLED, { tabId: TAB, document: 'document', origin: SHOP }]]);
  });

  test('fills what was pasted, which the person means rather than what is held', async () => {
    const { filling, fills, hold, paste } = place({ documents });
    await hold();
    await paste();
    await filling.fillAllowed(purpose);
    expect(fills).toMatchObject([{ request: { details: { ...DETAILS, userToken: OTHER_USER_TOKEN } } }]);
  });

  test.each<[string, Surroundings, object]>([
    [
      'a form of another origin than the one that was asked for',
      { documents: { 0: { ...page, forms: [linkingForm()] }, 4: { ...framed, forms: [] } } },
      { reason: 'no-form' },
    ],
    [
      'a form of another origin in a frame of the same page',
      { documents: { 0: page, 4: { ...framed, origin: 'https://ads.example' } } },
      { reason: 'no-form' },
    ],
    [
      'a form in another page than the person was shown',
      { documents: { 0: { ...page, origin: 'https://evil.example' }, 4: framed } },
      { reason: 'form-changed' },
    ],
    [
      'a form of that origin deeper in somebody else’s frame',
      {
        documents: {
          0: page,
          2: documentReport({ origin: 'https://ads.example', path: [0] }),
          4: { ...framed, path: [0, 0] },
        },
      },
      { reason: 'no-form' },
    ],
    [
      'a frame that did not answer',
      { documents: { 0: documents[0] } },
      { reason: 'frame-withheld', origin: FRAME },
    ],
    [
      'a frame that cannot be seen',
      { documents, frameSeen: false },
      { reason: 'frame-hidden', origin: FRAME },
    ],
  ])('fills nothing in %s', async (_, surroundings, reason) => {
    const { filling, fills, hold } = place(surroundings);
    await hold();
    expect(await filling.fillAllowed(purpose)).toEqual(notFilled(reason));
    expect(fills).toEqual([]);
  });

  test('says that nothing is at hand when the details were forgotten meanwhile', async () => {
    const { filling, fills } = place({ documents });
    expect(await filling.fillAllowed(purpose)).toEqual(notFilled({ reason: 'no-details' }));
    expect(fills).toEqual([]);
  });
});

describe('a fill without the popup', () => {
  test('fills the one Dagster form with what is held, and tells the outcome on the button', async () => {
    const { filling, fills, told, hold, holding } = place();
    await hold();
    expect(await filling.fillWithoutPopup(TAB)).toEqual(FILLED);
    expect(fills).toMatchObject([{ tabId: TAB, frameIds: [0], request }]);
    expect(told).toEqual([[TAB, FILLED, job().page]]);
    expect(await holding.read()).toBeNull();
  });

  test('never says for the person that an unknown connector or the page around a frame is right', async () => {
    const unknown = linkingForm({ connector: { kind: 'unknown', name: 'Flow' } });
    const first = place({ documents: { 0: documentReport({ forms: [unknown] }) } });
    await first.hold();
    await first.filling.fillWithoutPopup(TAB);
    expect(first.fills.map((fill) => fill.request.allowUnknownConnector)).toEqual([false]);
    const second = place({ documents: { 0: page, 4: framed } });
    await second.hold();
    expect(await second.filling.fillWithoutPopup(TAB)).toMatchObject({ reason: 'embedding-unconfirmed' });
    expect(second.fills).toEqual([]);
  });

  test.each(['ordinary', 'private'] as const)(
    'takes what is held for %s windows in a tab of theirs',
    async (privacy) => {
      const { filling, sessions, hold } = place({ privacy });
      await hold();
      expect(await filling.fillWithoutPopup(TAB)).toEqual(FILLED);
      expect(new Set(sessions)).toEqual(new Set([privacy]));
    },
  );

  test('takes what an open tab shows rather than what is held', async () => {
    const { filling, fills, hold } = place({ open: [pageReading([OTHER_USER_TOKEN])] });
    await hold({ deploymentText: 'staging' });
    await filling.fillWithoutPopup(TAB);
    expect(fills[0]?.request.details).toEqual({ ...DETAILS, userToken: OTHER_USER_TOKEN });
  });

  test('takes what was pasted rather than what an open tab shows, once its organization is said', async () => {
    const first = place({ open: [pageReading()] });
    await first.paste();
    await first.filling.fillWithoutPopup(TAB);
    expect(first.fills).toMatchObject([
      { request: { details: { ...DETAILS, userToken: OTHER_USER_TOKEN } } },
    ]);
    const second = place({ open: [pageReading()] });
    await second.paste(null);
    expect(await second.filling.fillWithoutPopup(TAB)).toEqual(notFilled({ reason: 'choice-needed' }));
    expect(second.fills).toEqual([]);
  });

  test('says that nothing is at hand while only an address was pasted', async () => {
    const { filling, holding } = place();
    await holding.keepPasted(pastedValues([], organizationAddress()), true);
    expect(await filling.fillWithoutPopup(TAB)).toEqual(notFilled({ reason: 'no-details' }));
  });

  test.each<[string, Surroundings]>([
    [
      'tabs',
      {
        open: [
          pageReading(),
          pageReading([OTHER_USER_TOKEN], 'https://globex.dagster.cloud/prod/org-settings/tokens'),
        ],
      },
    ],
    ['tokens', { open: [pageReading([USER_TOKEN, OTHER_USER_TOKEN])] }],
    [
      'slugs',
      { open: [pageReading([USER_TOKEN], 'https://acme.eu.dagster.cloud/prod/org-settings/tokens')] },
    ],
    ['deployments', { open: [pageReading([USER_TOKEN], 'https://acme.dagster.cloud/org-settings/tokens')] }],
    ['whether to use an unusual token', { open: [pageReading([UNUSUAL_USER_TOKEN])] }],
  ])('chooses nothing for the person: %s', async (_, surroundings) => {
    const { filling, fills, told } = place(surroundings);
    const outcome = notFilled({ reason: 'choice-needed' });
    expect(await filling.fillWithoutPopup(TAB)).toEqual(outcome);
    expect(fills).toEqual([]);
    expect(told).toEqual([[TAB, outcome, job().page]]);
  });

  test('says that nothing is at hand when no tab shows a token and nothing is held', async () => {
    const { filling, fills } = place({ open: [pageReading([])] });
    expect(await filling.fillWithoutPopup(TAB)).toEqual(notFilled({ reason: 'no-details' }));
    expect(fills).toEqual([]);
  });

  test.each<[string, DocumentReport, object]>([
    ['no form', documentReport(), { reason: 'no-form' }],
    [
      'two Dagster forms',
      documentReport({ forms: [linkingForm(), linkingForm({ index: 1 })] }),
      { reason: 'several-forms' },
    ],
    [
      'another connector',
      documentReport({ forms: [linkingForm({ connector: { kind: 'other', name: 'Astronomer' } })] }),
      { reason: 'other-connector', name: 'Astronomer' },
    ],
    ['the list of connectors', documentReport({ choosing: true }), { reason: 'connector-not-chosen' }],
    [
      'a form on http',
      documentReport({ origin: 'http://shop.example', fillable: false, forms: [linkingForm()] }),
      { reason: 'not-fillable' },
    ],
    [
      'a frame that did not answer',
      documentReport({ frameOrigins: [FRAME] }),
      { reason: 'frame-withheld', origin: FRAME },
    ],
  ])('says what stands in the way and keeps the details: %s', async (_, report, reason) => {
    const { filling, fills, hold, holding } = place({ documents: { 0: report } });
    await hold();
    expect(await filling.fillWithoutPopup(TAB)).toEqual(notFilled(reason));
    expect(fills).toEqual([]);
    expect(await holding.read()).not.toBeNull();
  });
});

describe('what an administrator does not allow is not filled, and that is said', () => {
  const embedded = { documents: { 0: documentReport({ origin: SHOP, frameOrigins: [FRAME] }), 4: framed } };
  const ways = {
    'from the popup': ({ filling }: ReturnType<typeof place>) => filling.fill(job(), 'ordinary'),
    'without the popup': ({ filling }: ReturnType<typeof place>) => filling.fillWithoutPopup(TAB),
    'after a grant': ({ filling }: ReturnType<typeof place>) =>
      filling.fillAllowed({ kind: 'fill', tabId: TAB, privacy: 'ordinary', origin: FRAME, page: SHOP }),
  };
  const paths = Object.entries(ways);

  test.each(paths)('a form of another site, %s', async (way, fill) => {
    const policy = readPolicy({ formOrigins: ['https://only.example'] });
    const surroundings = place({ ...(way === 'after a grant' && embedded), policy });
    await surroundings.hold();
    const origin = way === 'after a grant' ? FRAME : HUB_ORIGIN;
    expect(await fill(surroundings)).toEqual(notFilled({ reason: 'policy-form', origin }));
    expect(surroundings.fills).toEqual([]);
  });

  test.each(paths)('another organization, %s', async (way, fill) => {
    const surroundings = place(way === 'after a grant' ? embedded : {});
    await surroundings.hold();
    surroundings.setPolicy(readPolicy({ organizations: ['globex'] }));
    expect(await fill(surroundings)).toEqual(
      notFilled({ reason: 'policy-organization', organization: 'acme' }),
    );
    expect(surroundings.fills).toEqual([]);
  });
});

test('a person’s values are stored nowhere but among the held details', async () => {
  const { filling, session, hold } = place({
    outcome: PARTLY_FILLED,
    open: [pageReading(undefined, TOKENS_PAGE)],
  });
  await hold();
  const before = session.written();
  await filling.fillAllowed({
    kind: 'fill',
    tabId: TAB,
    privacy: 'ordinary',
    origin: FRAME,
    page: HUB_ORIGIN,
  });
  await filling.fillWithoutPopup(TAB);
  await filling.fill(job({ bringToFront: true }), 'ordinary');
  expect(session.written().slice(before.length)).not.toContain('user:');
});
