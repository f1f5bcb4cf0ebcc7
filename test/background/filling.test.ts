import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFilling } from '../../src/background/filling';
import type { AccountChoices } from '../../src/dagster/account';
import type { DocumentReport, FillOutcome, FillRequest } from '../../src/hub/report';
import type { FillJob } from '../../src/messages';
import { createAwaitedGrant, GRANT_WAIT_MS } from '../../src/session/awaited-grant';
import { createHolding, type HeldDetails } from '../../src/session/held-details';
import type { TabAccess } from '../../src/tabs/dagster-tabs';
import type { Scripting } from '../../src/tabs/linking-page';
import {
  documentReport,
  FILLED,
  FORM_GONE,
  HUB_ORIGIN,
  linkingForm,
  OTHER_USER_TOKEN,
  organizationAddress,
  PARTLY_FILLED,
  pageReading,
  REFUSED,
  revealed,
  TOKENS_PAGE,
  UNUSUAL_USER_TOKEN,
  USER_TOKEN,
} from '../samples';
import { sessionArea } from '../session-area';

const TAB = 7;
const FRAME = 'https://frame.example';
const DETAILS = { userToken: USER_TOKEN, organizationSlug: 'acme', deployment: 'prod' };

const dagsterForm = documentReport({ forms: [linkingForm()] });

interface Surroundings {
  /** Documents of the tab in front, by frame. */
  documents?: Record<number, DocumentReport>;
  /** What the page says about a fill. */
  outcome?: FillOutcome;
  /** What the open Dagster+ tabs show. */
  open?: ReturnType<typeof pageReading>[];
}

function place({ documents = { 0: dagsterForm }, outcome = FILLED, open = [] }: Surroundings = {}) {
  const session = sessionArea();
  const fills: { tabId: number; frameIds: number[] | undefined; request: FillRequest }[] = [];
  const told: [number, FillOutcome][] = [];
  const inFront: number[] = [];
  const scripting: Scripting = {
    executeScript: async ({ target, files, args }) => {
      if (files) return [];
      if (!args)
        return Object.entries(documents).map(([frameId, result]) => ({ frameId: Number(frameId), result }));
      fills.push({ tabId: target.tabId, frameIds: target.frameIds, request: args[0] as FillRequest });
      return [{ frameId: target.frameIds?.[0] ?? 0, result: outcome }];
    },
  };
  const tabs: TabAccess = {
    query: async () => open.map((_, index) => ({ id: 100 + index })),
    sendMessage: async (tabId) => open[tabId - 100],
    injectDeclaredScript: async () => undefined,
  };
  const holding = createHolding({ session, alarms: { create: () => undefined }, now: Date.now });
  const filling = createFilling({
    scripting,
    tabs,
    holding,
    awaited: createAwaitedGrant(session, 'fill-after-grant', Date.now),
    reporting: {
      tell: async (tabId, said) => {
        told.push([tabId, said]);
      },
      take: async () => null,
    },
    bringToFront: async (tabId) => {
      inFront.push(tabId);
    },
  });
  const hold = (choices: AccountChoices = {}, changes: Partial<HeldDetails['account']> = {}) =>
    holding.hold({ address: organizationAddress(), token: revealed(), ...changes }, choices);
  return { filling, holding, session, fills, told, inFront, hold };
}

const job = (changes: Partial<FillJob> = {}): FillJob => ({
  tabId: TAB,
  frameId: 4,
  bringToFront: false,
  request: {
    details: DETAILS,
    origin: HUB_ORIGIN,
    form: { index: 0, connectorName: 'Dagster' },
    allowUnknownConnector: false,
  },
  ...changes,
});

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('after a fill', () => {
  test('the details are forgotten when all three fields were verified', async () => {
    const { filling, holding, hold } = place();
    await hold();
    expect(await filling.fill(job())).toEqual(FILLED);
    expect(await holding.read()).toBeNull();
  });

  test.each([
    ['partly filled', PARTLY_FILLED],
    ['refused', REFUSED],
    ['not filled', FORM_GONE],
  ])('the details stay held when the form was %s', async (_, outcome) => {
    const { filling, holding, hold } = place({ outcome });
    const held = await hold();
    expect(await filling.fill(job())).toEqual(outcome);
    expect(await holding.read()).toEqual(held);
  });

  test('exactly what the popup asked for has gone to that frame, once', async () => {
    const { filling, fills } = place();
    await filling.fill(job());
    expect(fills).toEqual([{ tabId: TAB, frameIds: [4], request: job().request }]);
  });

  test('the popup tells the outcome itself and no tab is moved', async () => {
    const { filling, told, inFront } = place();
    await filling.fill(job());
    expect([told, inFront]).toEqual([[], []]);
  });

  test.each([FILLED, PARTLY_FILLED])(
    'a form in another tab comes to the front with its outcome',
    async (outcome) => {
      const { filling, told, inFront } = place({ outcome });
      await filling.fill(job({ bringToFront: true }));
      expect(told).toEqual([[TAB, outcome]]);
      expect(inFront).toEqual([TAB]);
    },
  );

  test('another tab stays where it is when nothing was written there', async () => {
    const { filling, told, inFront } = place({ outcome: FORM_GONE });
    await filling.fill(job({ bringToFront: true }));
    expect([told, inFront]).toEqual([[], []]);
  });
});

describe('a fill that waits for a grant', () => {
  const documents = {
    0: documentReport({ origin: 'https://shop.example', frameOrigins: [FRAME] }),
    4: documentReport({ origin: FRAME, top: false, forms: [linkingForm()] }),
  };

  test('is remembered without any secret', async () => {
    const { filling, session } = place({ documents });
    // A sender could put more into the message than its type says.
    const message = { tabId: TAB, origin: FRAME, details: DETAILS };
    await filling.awaitGrant(message);
    expect(session.written()).toContain(FRAME);
    expect(session.written()).not.toMatch(/user:|acme|prod/);
  });

  test('fills the form of that origin with what is held, and tells the outcome on the button', async () => {
    const { filling, fills, told, hold } = place({ documents });
    await hold();
    await filling.awaitGrant({ tabId: TAB, origin: FRAME });
    expect(await filling.fillAfterGrant([`${FRAME}/*`])).toEqual(FILLED);
    expect(fills).toMatchObject([
      { tabId: TAB, frameIds: [4], request: { origin: FRAME, details: DETAILS } },
    ]);
    expect(told).toEqual([[TAB, FILLED]]);
  });

  test('fills once although the grant is heard of twice at the same time', async () => {
    const { filling, fills, hold } = place({ documents });
    await hold();
    await filling.awaitGrant({ tabId: TAB, origin: FRAME });
    const outcomes = await Promise.all([
      filling.fillAfterGrant([`${FRAME}/*`]),
      filling.fillAfterGrant([`${FRAME}/*`]),
    ]);
    expect(outcomes).toEqual([FILLED, FILLED]);
    expect(fills).toHaveLength(1);
  });

  test('fills once although the grant is heard of again later', async () => {
    const { filling, fills, hold } = place({ documents, outcome: REFUSED });
    await hold();
    await filling.awaitGrant({ tabId: TAB, origin: FRAME });
    await filling.fillAfterGrant([`${FRAME}/*`]);
    expect(await filling.fillAfterGrant([`${FRAME}/*`])).toBeNull();
    expect(fills).toHaveLength(1);
  });

  test('fills nothing when another origin or all sites were granted meanwhile, and waits on', async () => {
    const { filling, fills, hold } = place({ documents });
    await hold();
    await filling.awaitGrant({ tabId: TAB, origin: FRAME });
    expect(await filling.fillAfterGrant(['https://another.example/*', 'https://*/*'])).toBeNull();
    expect(fills).toEqual([]);
    expect(await filling.fillAfterGrant([`${FRAME}/*`])).toEqual(FILLED);
  });

  test('fills nothing after a refusal', async () => {
    const { filling, fills, session, hold } = place({ documents });
    await hold();
    await filling.awaitGrant({ tabId: TAB, origin: FRAME });
    await filling.refuseGrant();
    expect(await filling.fillAfterGrant([`${FRAME}/*`])).toBeNull();
    expect(fills).toEqual([]);
    expect(JSON.stringify(session.content)).not.toContain(FRAME);
  });

  test('does nothing when no fill was waiting: the grant came from elsewhere', async () => {
    const { filling, fills, told, hold } = place({ documents });
    await hold();
    expect(await filling.fillAfterGrant([`${FRAME}/*`])).toBeNull();
    expect([fills, told]).toEqual([[], []]);
  });

  test('is given up when the answer takes longer than the limit', async () => {
    const { filling, fills, told, hold } = place({ documents });
    await hold();
    await filling.awaitGrant({ tabId: TAB, origin: FRAME });
    vi.setSystemTime(Date.now() + GRANT_WAIT_MS);
    expect(await filling.fillAfterGrant([`${FRAME}/*`])).toBeNull();
    expect([fills, told]).toEqual([[], []]);
  });

  test('never fills a form of another origin than the one that was asked for', async () => {
    const { filling, fills, hold } = place({
      documents: {
        0: documentReport({ origin: 'https://shop.example', forms: [linkingForm()] }),
        4: documentReport(),
      },
    });
    await hold();
    await filling.awaitGrant({ tabId: TAB, origin: FRAME });
    expect(await filling.fillAfterGrant([`${FRAME}/*`])).toEqual({ kind: 'not-filled', reason: 'no-form' });
    expect(fills).toEqual([]);
  });

  test('says which origin is still withheld when the frame did not answer', async () => {
    const { filling, hold } = place({ documents: { 0: documents[0] } });
    await hold();
    await filling.awaitGrant({ tabId: TAB, origin: FRAME });
    expect(await filling.fillAfterGrant([`${FRAME}/*`])).toEqual({
      kind: 'not-filled',
      reason: 'frame-withheld',
      origin: FRAME,
    });
  });

  test('takes a frame of a reached page for no withheld one', async () => {
    const inner = documentReport({ origin: FRAME, top: false, frameOrigins: ['https://shop.example'] });
    const { filling, hold } = place({ documents: { 0: documents[0], 4: inner } });
    await hold();
    await filling.awaitGrant({ tabId: TAB, origin: FRAME });
    expect(await filling.fillAfterGrant([`${FRAME}/*`])).toEqual({ kind: 'not-filled', reason: 'no-form' });
  });

  test('says that nothing is at hand when the details were forgotten meanwhile', async () => {
    const { filling, fills, told } = place({ documents });
    await filling.awaitGrant({ tabId: TAB, origin: FRAME });
    const outcome = { kind: 'not-filled', reason: 'no-details' };
    expect(await filling.fillAfterGrant([`${FRAME}/*`])).toEqual(outcome);
    expect([fills, told]).toEqual([[], [[TAB, outcome]]]);
  });

  test('does not hand an unknown connector the details', async () => {
    const form = linkingForm({ connector: { kind: 'unknown', name: 'Acme Flow' } });
    const { filling, fills, hold } = place({
      documents: { 4: documentReport({ origin: FRAME, forms: [form] }) },
    });
    await hold();
    await filling.awaitGrant({ tabId: TAB, origin: FRAME });
    await filling.fillAfterGrant([`${FRAME}/*`]);
    expect(fills.map(({ request }) => request.allowUnknownConnector)).toEqual([false]);
  });
});

describe('a fill without the popup', () => {
  test('fills the one Dagster form with what is held, and tells the outcome on the button', async () => {
    const { filling, fills, told, hold, holding } = place();
    await hold();
    expect(await filling.fillWithoutPopup(TAB)).toEqual(FILLED);
    expect(fills).toEqual([{ tabId: TAB, frameIds: [0], request: job().request }]);
    expect(told).toEqual([[TAB, FILLED]]);
    expect(await holding.read()).toBeNull();
  });

  test.each(['dagster', 'unknown'] as const)(
    'never allows an unknown connector: form of kind “%s”',
    async (kind) => {
      const form = linkingForm({ connector: { kind, name: 'Flow' } });
      const { filling, fills, hold } = place({ documents: { 0: documentReport({ forms: [form] }) } });
      await hold();
      await filling.fillWithoutPopup(TAB);
      expect(fills.map(({ request }) => request.allowUnknownConnector)).toEqual([false]);
    },
  );

  test('takes what an open tab shows rather than what is held', async () => {
    const { filling, fills, hold } = place({ open: [pageReading([OTHER_USER_TOKEN])] });
    await hold({ deploymentText: 'staging' });
    await filling.fillWithoutPopup(TAB);
    expect(fills[0]?.request.details).toEqual({ ...DETAILS, userToken: OTHER_USER_TOKEN });
  });

  test('keeps to what the person decided about the token that the open tab shows', async () => {
    const { filling, fills, hold } = place({ open: [pageReading()] });
    await hold({ deploymentText: 'staging' });
    await filling.fillWithoutPopup(TAB);
    expect(fills[0]?.request.details).toEqual({ ...DETAILS, deployment: 'staging' });
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
    const outcome = { kind: 'not-filled', reason: 'choice-needed' };
    expect(await filling.fillWithoutPopup(TAB)).toEqual(outcome);
    expect([fills, told]).toEqual([[], [[TAB, outcome]]]);
  });

  test('says that nothing is at hand when no tab shows a token and nothing is held', async () => {
    const { filling, fills } = place({ open: [pageReading([])] });
    expect(await filling.fillWithoutPopup(TAB)).toEqual({ kind: 'not-filled', reason: 'no-details' });
    expect(fills).toEqual([]);
  });

  test.each<[string, DocumentReport, FillOutcome]>([
    ['no form', documentReport(), { kind: 'not-filled', reason: 'no-form' }],
    [
      'two Dagster forms',
      documentReport({ forms: [linkingForm(), linkingForm({ index: 1 })] }),
      { kind: 'not-filled', reason: 'several-forms' },
    ],
    [
      'another connector',
      documentReport({ forms: [linkingForm({ connector: { kind: 'other', name: 'Astronomer' } })] }),
      { kind: 'not-filled', reason: 'other-connector', name: 'Astronomer' },
    ],
    [
      'the list of connectors',
      documentReport({ choosing: true }),
      { kind: 'not-filled', reason: 'connector-not-chosen' },
    ],
    [
      'a form on http',
      documentReport({ origin: 'http://shop.example', fillable: false, forms: [linkingForm()] }),
      { kind: 'not-filled', reason: 'not-fillable' },
    ],
    [
      'a frame that did not answer',
      documentReport({ frameOrigins: [FRAME] }),
      { kind: 'not-filled', reason: 'frame-withheld', origin: FRAME },
    ],
  ])('says what stands in the way and keeps the details: %s', async (_, report, outcome) => {
    const { filling, fills, told, hold, holding } = place({ documents: { 0: report } });
    await hold();
    expect(await filling.fillWithoutPopup(TAB)).toEqual(outcome);
    expect([fills, told]).toEqual([[], [[TAB, outcome]]]);
    expect(await holding.read()).not.toBeNull();
  });
});

test('a person’s values are stored nowhere but among the held details', async () => {
  const { filling, session, hold } = place({
    outcome: PARTLY_FILLED,
    open: [pageReading(undefined, TOKENS_PAGE)],
  });
  await hold();
  const before = session.written();
  await filling.awaitGrant({ tabId: TAB, origin: HUB_ORIGIN });
  await filling.fillAfterGrant([`${FRAME}/*`]);
  await filling.fillWithoutPopup(TAB);
  await filling.fill(job({ bringToFront: true }));
  expect(session.written().slice(before.length)).not.toContain('user:');
});
