import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FillOutcome } from '../../src/hub/report';
import type { BackgroundRequest } from '../../src/messages';
import { ARM_MS, type ControllerParts, createController } from '../../src/popup/controller';
import type { Facts } from '../../src/popup/facts';
import type { PopupState } from '../../src/popup/state';
import { createAwaitedGrant } from '../../src/session/awaited-grant';
import { createHolding } from '../../src/session/held-details';
import { FILLED, HUB_ORIGIN, linkingForm, PARTLY_FILLED, readTab, USER_TOKEN } from '../samples';
import { sessionArea } from '../session-area';
import { translate } from '../translate';

const TAB = 7;
const FRAME = 'https://frame.example';

/** A page with one Dagster form, while another tab shows a token. */
const FACTS: Facts = {
  front: { kind: 'web', tabId: TAB, origin: HUB_ORIGIN },
  offer: { kind: 'live', tab: readTab(3) },
  held: null,
  destination: {
    tabId: TAB,
    inFront: true,
    search: { kind: 'found', found: { frameId: 0, origin: HUB_ORIGIN, form: linkingForm() } },
  },
  dagsterAllowed: true,
  openDeployments: [],
  openOrganization: null,
};

interface Surroundings {
  facts?: Facts | Error;
  outcome?: FillOutcome;
  granted?: boolean;
  told?: FillOutcome;
  clipboard?: 'open' | 'closed';
}

function popup({
  facts = FACTS,
  outcome = FILLED,
  granted = true,
  told,
  clipboard = 'open',
}: Surroundings = {}) {
  const session = sessionArea();
  const asked: BackgroundRequest[] = [];
  const order: string[] = [];
  const copied: string[] = [];
  const drawn: (PopupState | null)[] = [];
  const holding = createHolding({ session, alarms: { create: () => undefined }, now: Date.now });
  const parts: ControllerParts = {
    gather: async () => {
      if (facts instanceof Error) throw facts;
      return facts;
    },
    holding,
    reporting: { take: async () => told ?? null },
    dagsterGrant: createAwaitedGrant(session, 'popup-after-grant', Date.now),
    ask: async (request) => {
      asked.push(request);
      order.push(request.type);
      return request.type === 'fill' || request.type === 'granted' ? outcome : null;
    },
    requestAccess: async (patterns) => {
      order.push(patterns.join(' '));
      return granted;
    },
    check: async () => ({ kind: 'timeout' }),
    copy: async (text) => {
      if (clipboard === 'closed') throw new Error('NotAllowedError');
      copied.push(text);
    },
    openTab: async () => undefined,
    goTo: async () => undefined,
    showControl: async () => false,
    closePopup: () => undefined,
    draw: (state) => {
      drawn.push(state);
    },
    t: translate,
    clock: () => '14:32',
  };
  const controller = createController(parts);
  const state = (): PopupState | null => drawn.at(-1) ?? null;
  const pressFill = (): void => {
    const job = state()?.destination?.fill?.job;
    if (!job) throw new Error('Fill is not to be pressed.');
    controller.dispatch({ type: 'fill', job });
  };
  return { controller, state, drawn, asked, order, copied, session, holding, pressFill };
}

/** Lets everything that was begun come to its end; no timer runs. */
const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('opening', () => {
  test('draws at once, before anything is known', () => {
    const { controller, drawn } = popup();
    void controller.open();
    expect(drawn).toEqual([null]);
  });

  test('lets presses count only 300 ms after there is something to press', async () => {
    const { controller, state } = popup();
    await controller.open();
    expect(state()?.armed).toBe(false);
    await vi.advanceTimersByTimeAsync(ARM_MS - 1);
    expect(state()?.armed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(state()?.armed).toBe(true);
    expect(ARM_MS).toBe(300);
  });

  test('holds complete details, and says until when', async () => {
    const { controller, state, holding } = popup();
    await controller.open();
    expect((await holding.read())?.account.token.value).toBe(USER_TOKEN);
    expect(state()?.held).toContain('14:32');
  });

  test('says that something went wrong when not even the facts can be had', async () => {
    const { controller, state } = popup({ facts: new Error('No tabs') });
    await controller.open();
    expect(state()?.status).toBe(translate('internal_error'));
  });

  test('says how a fill ended that happened without a popup', async () => {
    const { controller, state } = popup({ told: PARTLY_FILLED });
    await controller.open();
    expect(state()?.status).toMatch(/^Partly filled: /);
  });
});

describe('filling', () => {
  test('asks the background once, and says what came of it', async () => {
    const { controller, state, asked, pressFill } = popup();
    await controller.open();
    pressFill();
    expect(state()?.busy).toBe('fill');
    await settled();
    expect(asked.map(({ type }) => type)).toEqual(['fill']);
    expect(state()).toMatchObject({ busy: null, revocation: true, held: null });
    expect(state()?.status).toBe('Filled User Token, Organization slug and Deployment.');
  });

  test('keeps what was read when a field was not filled', async () => {
    const { controller, state, pressFill } = popup({ outcome: PARTLY_FILLED });
    await controller.open();
    pressFill();
    await settled();
    expect(state()).toMatchObject({ revocation: false, statusTone: 'bad' });
    expect(state()?.held).not.toBeNull();
  });
});

describe('a frame that access is asked for', () => {
  test('is told to the background before the browser asks, and the prompt is asked for within the press', async () => {
    const { controller, order } = popup();
    await controller.open();
    controller.dispatch({ type: 'allow-frame', tabId: TAB, origin: FRAME });
    expect(order).toEqual(['await-grant', `${FRAME}/*`]);
    await settled();
    expect(order).toEqual(['await-grant', `${FRAME}/*`, 'granted']);
  });

  test('is filled once by the background, and the popup says so', async () => {
    const { controller, state } = popup();
    await controller.open();
    controller.dispatch({ type: 'allow-frame', tabId: TAB, origin: FRAME });
    await settled();
    expect(state()?.status).toMatch(/^Filled /);
  });

  test('is not filled later when the person refuses', async () => {
    const { controller, state, order } = popup({ granted: false });
    await controller.open();
    controller.dispatch({ type: 'allow-frame', tabId: TAB, origin: FRAME });
    await settled();
    expect(order).toEqual(['await-grant', `${FRAME}/*`, 'refused']);
    expect(state()?.status).toContain(FRAME);
  });
});

describe('copying', () => {
  test('says what was copied', async () => {
    const { controller, state, copied } = popup();
    await controller.open();
    controller.dispatch({ type: 'copy', name: 'deployment', value: 'prod' });
    await settled();
    expect([copied, state()?.status]).toEqual([['prod'], 'Copied Deployment.']);
  });

  test('says that nothing was copied when the browser forbids it', async () => {
    const { controller, state } = popup({ clipboard: 'closed' });
    await controller.open();
    controller.dispatch({ type: 'copy', name: 'deployment', value: 'prod' });
    await settled();
    expect(state()?.status).toMatch(/^Not copied/);
  });
});

test('What was decided about one token is void for another', async () => {
  const { controller, state } = popup();
  await controller.open();
  controller.dispatch({ type: 'choose', choices: { deploymentText: 'staging' } });
  await settled();
  expect(state()?.details?.deployment).toBe('staging');
  controller.dispatch({ type: 'choose', choices: { token: USER_TOKEN } });
  await settled();
  expect(state()?.details?.deployment).toBe('prod');
});

test('Forget leaves nothing held', async () => {
  const { controller, state, session } = popup();
  await controller.open();
  controller.dispatch({ type: 'forget' });
  await settled();
  expect(state()).toMatchObject({ held: null, status: 'Forgotten.' });
  expect(JSON.stringify(session.content)).not.toContain('user:');
});
