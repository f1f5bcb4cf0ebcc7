import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TokenLook, TokenPressOutcome } from '../../src/dagster/token-press';
import { ARM_MS } from '../../src/popup/controller';
import type { Facts } from '../../src/popup/facts';
import { HOLD_MINUTES, HOLD_MS } from '../../src/session/timed-value';
import type { TabAnswer } from '../../src/tabs/dagster-tabs';
import {
  DETAILS,
  destination,
  FILLED,
  HUB_ORIGIN,
  heldDetails,
  OTHER_USER_TOKEN,
  PARTLY_FILLED,
  readTab,
  TOKENS_PAGE,
  USER_TOKEN,
} from '../samples';
import { translate } from '../translate';
import { FORM_ALONE, PAGE, playPopup, type Surroundings, TAB } from './played-popup';

const FRAME = 'https://frame.example';

/** A page with one Dagster form, while another tab shows a token. */
const FACTS: Facts = { ...FORM_ALONE, others: [readTab(3)] };

const INSIDE: Facts = {
  ...FACTS,
  search: { kind: 'found', found: destination({ pages: ['https://shop.example'] }) },
};

const popup = (surroundings: Surroundings & { facts?: Facts | Error } = {}) =>
  playPopup(surroundings.facts ?? FACTS, surroundings);

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
    expect(drawn[0]).toBeNull();
  });

  test('tells while more may come', async () => {
    const { controller, state, drawn } = popup();
    await controller.open();
    expect(drawn.find((one) => one !== null)?.gathering).toBe(true);
    expect(state()?.gathering).toBe(false);
    const failing = popup({ facts: new Error('No tab.') });
    await failing.controller.open();
    expect(failing.state()?.gathering).toBe(false);
  });

  test('lets presses count only 300 ms after there is something to press', async () => {
    const { controller, state } = popup();
    await controller.open();
    await vi.advanceTimersByTimeAsync(ARM_MS - 1);
    expect(state()?.armed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(state()?.armed).toBe(true);
    expect(ARM_MS).toBe(300);
  });

  test('lets presses count again only 300 ms after something else is offered', async () => {
    const { controller, state, late } = popup();
    await controller.open();
    await vi.advanceTimersByTimeAsync(ARM_MS);
    late.tell?.({ ...FACTS, dagsterAllowed: false });
    expect(state()?.armed).toBe(true);
    late.tell?.({ ...FACTS, others: [readTab(3, [OTHER_USER_TOKEN])] });
    expect(state()?.armed).toBe(false);
    // A paste gives nothing away.
    controller.dispatch({ type: 'paste', into: 'address', text: '' });
    expect(state()?.status).toBe(translate('pasted_no_text'));
    await vi.advanceTimersByTimeAsync(ARM_MS);
    expect(state()?.armed).toBe(true);
  });

  test('says what cannot be held, and fills it all the same', async () => {
    const { controller, state, sent } = popup({ memory: 'closed', outcome: PARTLY_FILLED });
    await controller.open();
    expect(state()).toMatchObject({ status: translate('not_held'), held: null });
    expect(sent('opened')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(ARM_MS);
    controller.dispatch({ type: 'paste', into: 'token', text: OTHER_USER_TOKEN });
    await settled();
    expect(state()?.status).toBe(translate('not_held'));
    expect(state()?.card?.values?.userToken).toBe(OTHER_USER_TOKEN);
    controller.dispatch({ type: 'take-back' });
    await settled();
    controller.dispatch({ type: 'fill' });
    await settled();
    expect(sent('fill')).toHaveLength(1);
    expect(state()?.status).toMatch(/^Partly filled/);
  });

  test('holds complete details, and says until when', async () => {
    const { controller, state, sent } = popup();
    await controller.open();
    expect(sent('hold')).toMatchObject([{ account: { token: { value: USER_TOKEN } }, anew: false }]);
    expect(state()?.held).toContain(String(Date.now() + HOLD_MS));
  });

  test('on the page of the token itself holds it anew, although a fill has forgotten it', async () => {
    const tab: TabAnswer = readTab(TAB);
    const front = { kind: 'dagster', tabId: TAB, address: tab.address, answer: tab } as const;
    const { controller, sent } = popup({ facts: { ...FACTS, front, others: [], search: null } });
    await controller.open();
    expect(sent('hold')).toMatchObject([{ anew: true }]);
  });

  test('holds nothing before all tabs have answered', async () => {
    const { controller, sent } = popup({ facts: { ...FACTS, asking: true } });
    await controller.open();
    expect(sent('hold')).toEqual([]);
  });

  test('says that something went wrong when not even the facts can be had', async () => {
    const { controller, state } = popup({ facts: new Error('No tabs') });
    await controller.open();
    expect(state()?.status).toBe(translate('internal_error'));
  });

  test('tells the background which page is in front, and says how a fill ended that happened there', async () => {
    const { controller, state, sent } = popup({ told: PARTLY_FILLED });
    await controller.open();
    expect(sent('opened')).toEqual([{ type: 'opened', privacy: 'ordinary', tabId: TAB, page: PAGE }]);
    expect(state()?.status).toMatch(/^Partly filled: /);
  });
});

describe('filling', () => {
  test.each([
    ['an open tab', [readTab(3)], true],
    ['nothing', [], false],
  ])(
    'of which an earlier press has told is followed by Connect, whatever is at hand: %s',
    async (_, others, known) => {
      const { controller, state } = popup({ facts: { ...FACTS, others }, told: FILLED });
      await controller.open();
      expect(state()).toMatchObject({ revocation: true, revocable: known, steps: [] });
    },
  );

  test('asks the background once for what is shown, and says what came of it', async () => {
    const { controller, state, sent } = popup();
    await controller.open();
    controller.dispatch({ type: 'fill' });
    expect(state()?.busy).toBe('fill');
    await settled();
    expect(sent('fill')).toMatchObject([
      { privacy: 'ordinary', job: { tabId: TAB, confirmsPages: false, request: { details: DETAILS } } },
    ]);
    expect(state()).toMatchObject({ busy: null, revocation: true, held: null });
    expect(state()?.status).toBe('Filled User Token, Organization slug and Deployment.');
  });

  test('inside a page of another origin says that the person has agreed to that', async () => {
    const { controller, sent } = popup({ facts: INSIDE });
    await controller.open();
    controller.dispatch({ type: 'fill' });
    await settled();
    expect(sent('fill')).toMatchObject([
      {
        job: {
          pages: ['https://shop.example'],
          confirmsPages: true,
          request: { allowUnknownConnector: false },
        },
      },
    ]);
  });

  test('keeps what was read when a field was not filled', async () => {
    const { controller, state } = popup({ outcome: PARTLY_FILLED });
    await controller.open();
    controller.dispatch({ type: 'fill' });
    await settled();
    expect(state()).toMatchObject({ revocation: false, statusTone: 'bad' });
    expect(state()?.held).not.toBeNull();
  });

  test('says within 3 s that the page takes its time', async () => {
    const { controller, state } = popup({ outcome: new Promise(() => undefined) });
    await controller.open();
    controller.dispatch({ type: 'fill' });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(state()?.status).toBe('The page takes its time…');
  });
});

describe('a frame that access is asked for', () => {
  const facts: Facts = { ...FACTS, search: { kind: 'unreached', origins: [FRAME], page: HUB_ORIGIN } };

  test('is told to the background with its page before the browser asks, and the prompt is asked for within the press', async () => {
    const { controller, order, sent } = popup({ facts });
    await controller.open();
    order.length = 0;
    controller.dispatch({ type: 'allow-frame', origin: FRAME });
    expect(order).toEqual(['hold', 'asking-permission', `${FRAME}/*`]);
    expect(sent('asking-permission')).toEqual([
      {
        type: 'asking-permission',
        patterns: [`${FRAME}/*`],
        purpose: { kind: 'fill', tabId: TAB, privacy: 'ordinary', origin: FRAME, page: HUB_ORIGIN },
      },
    ]);
  });

  test('is filled by the background, the popup says so, and what the fill forgot is not held anew', async () => {
    const { controller, state, order } = popup({ facts });
    await controller.open();
    order.length = 0;
    controller.dispatch({ type: 'allow-frame', origin: FRAME });
    await settled();
    expect(state()?.status).toMatch(/^Filled /);
    expect(order.slice(order.indexOf('permission-answered'))).toEqual(['permission-answered', 'opened']);
    expect(state()?.held).toBeNull();
  });

  test('is not filled later when the person refuses, and is not asked for again', async () => {
    const { controller, state, sent } = popup({ facts, granted: false });
    await controller.open();
    controller.dispatch({ type: 'allow-frame', origin: FRAME });
    await settled();
    expect(sent('permission-answered')).toMatchObject([{ granted: false }]);
    expect(state()?.status).toContain(FRAME);
    expect(state()?.destination?.allow).toEqual([]);
  });
});

describe('copying', () => {
  test('copies what is shown and says what it was', async () => {
    const { controller, state, copied } = popup();
    await controller.open();
    controller.dispatch({ type: 'copy', name: 'deployment' });
    await settled();
    expect([copied, state()?.status]).toEqual([['prod'], 'Copied Deployment.']);
  });

  test('says that nothing was copied when the browser forbids it', async () => {
    const { controller, state } = popup({ clipboard: 'closed' });
    await controller.open();
    controller.dispatch({ type: 'copy', name: 'deployment' });
    await settled();
    expect(state()?.status).toMatch(/^Not copied/);
  });

  test('offers to clear the clipboard for as long as it holds the token, also when that is forgotten', async () => {
    const { controller, state, copied, sent } = popup();
    await controller.open();
    const offered: (boolean | undefined)[] = [];
    for (const action of [
      { type: 'copy', name: 'userToken' },
      { type: 'copy', name: 'deployment' },
      { type: 'copy', name: 'userToken' },
      { type: 'forget' },
      { type: 'clear-clipboard' },
    ] as const) {
      controller.dispatch(action);
      await settled();
      offered.push(state()?.clearClipboard);
    }
    expect(offered).toEqual([true, false, true, true, false]);
    expect(copied).toEqual([USER_TOKEN, 'prod', USER_TOKEN, '']);
    expect(sent('token-copied')).toMatchObject([{ token: USER_TOKEN }, { token: USER_TOKEN }]);
  });

  test('goes on to offer it, and says why, when the browser does not let it be cleared', async () => {
    const surroundings: Surroundings = {};
    const { controller, state } = popup(surroundings);
    await controller.open();
    controller.dispatch({ type: 'copy', name: 'userToken' });
    await settled();
    surroundings.clipboard = 'closed';
    controller.dispatch({ type: 'clear-clipboard' });
    await settled();
    expect([state()?.clearClipboard, state()?.status]).toEqual([true, expect.stringMatching(/^Not cleared/)]);
  });
});

describe('forgetting', () => {
  test('leaves nothing held, and the same popup does not hold that token again', async () => {
    const { controller, state, order } = popup();
    await controller.open();
    order.length = 0;
    controller.dispatch({ type: 'forget' });
    await settled();
    expect(state()).toMatchObject({ held: null, status: 'Forgotten.' });
    controller.dispatch({ type: 'decide', decision: { deploymentText: 'staging' } });
    await settled();
    expect(order).toEqual(['forget']);
  });

  test('says nothing about another token', async () => {
    const facts = { ...FACTS, others: [readTab(3, [USER_TOKEN, OTHER_USER_TOKEN])] };
    const { controller, sent } = popup({ facts });
    await controller.open();
    controller.dispatch({ type: 'choose', choices: { token: USER_TOKEN } });
    await settled();
    controller.dispatch({ type: 'forget' });
    controller.dispatch({ type: 'choose', choices: { token: OTHER_USER_TOKEN } });
    await settled();
    expect(sent('hold').map(({ account }) => account.token.value)).toEqual([USER_TOKEN, OTHER_USER_TOKEN]);
  });
});

describe('when the time is over', () => {
  const press = ['copy', 'fill', 'check', 'allow-frame'] as const;

  test('the popup says so and shows nothing any more', async () => {
    const { controller, state } = popup();
    await controller.open();
    await vi.advanceTimersByTimeAsync(HOLD_MS);
    expect(state()).toMatchObject({ card: null, held: null });
    expect(state()?.notices[0]?.text).toContain(`${HOLD_MINUTES} minutes are over`);
  });

  test.each(press)(
    'nothing is released by %s, also when a sleeping computer let no timer run',
    async (type) => {
      const { controller, asked, copied } = popup();
      await controller.open();
      asked.length = 0;
      vi.setSystemTime(Date.now() + HOLD_MS);
      controller.dispatch({ type, name: 'userToken', origin: FRAME } as never);
      await settled();
      expect([asked, copied]).toEqual([[], []]);
    },
  );

  test('of what was held before, nothing is released either', async () => {
    const held = heldDetails({ until: Date.now() + 1_000 });
    const { controller, copied } = popup({ facts: { ...FACTS, others: [], held } });
    await controller.open();
    vi.setSystemTime(Date.now() + 1_000);
    controller.dispatch({ type: 'copy', name: 'userToken' });
    await settled();
    expect(copied).toEqual([]);
  });
});

describe('on a Tokens page', () => {
  const look: TokenLook = {
    document: 'document',
    address: TOKENS_PAGE,
    look: 'look',
    creatable: true,
    rows: [
      { description: 'Laptop', created: 'Apr 3, 2026' },
      { description: '', created: 'Feb 11, 2026' },
    ],
    told: null,
    pointable: false,
  };
  const page = { document: 'document', address: TOKENS_PAGE, look: 'look' };
  const onPage = (values: readonly string[], changes: Partial<TokenLook> = {}): Facts => {
    const answer = readTab(TAB, values);
    const front = { kind: 'dagster', tabId: TAB, address: answer.address, answer } as const;
    const tokenLook = values.length > 0 ? null : { ...look, ...changes };
    return { ...FACTS, front, tokenLook, others: [], search: null, openOrganization: answer.address };
  };

  test('a token is created by one request, and offered as it is read then', async () => {
    const { controller, state, sent, shown } = popup({
      facts: onPage([]),
      pressed: () => {
        shown.facts = onPage([USER_TOKEN]);
        return { kind: 'revealed', created: true };
      },
    });
    await controller.open();
    controller.dispatch({ type: 'create-token' });
    controller.dispatch({ type: 'create-token' });
    expect(state()).toMatchObject({ busy: 'token', status: 'Pressing in the page…' });
    await settled();
    expect(sent('press-token')).toEqual([
      { type: 'press-token', privacy: 'ordinary', tabId: TAB, wanted: { ...page, kind: 'create' } },
    ]);
    expect(state()).toMatchObject({
      status: 'Created a token and revealed it.',
      statusTone: 'good',
      busy: null,
    });
    expect(state()?.card?.values.userToken).toBe(USER_TOKEN);
    expect(sent('hold')).toHaveLength(1);
  });

  test('a token that is revealed and cannot be read is not said to be there', async () => {
    const { controller, state } = popup({ facts: onPage([]) });
    await controller.open();
    controller.dispatch({ type: 'create-token' });
    await settled();
    expect(state()?.status).toMatch(/does not show it whole/);
  });

  test('the chosen row is revealed, and none before one is chosen', async () => {
    const { controller, sent } = popup({ facts: onPage([]), pressed: () => ({ kind: 'not-revealed' }) });
    await controller.open();
    controller.dispatch({ type: 'reveal-token' });
    controller.dispatch({ type: 'choose', choices: { hiddenRow: 'another look/1' } });
    controller.dispatch({ type: 'reveal-token' });
    expect(sent('press-token')).toEqual([]);
    controller.dispatch({ type: 'choose', choices: { hiddenRow: 'look/1' } });
    controller.dispatch({ type: 'reveal-token' });
    expect(sent('press-token')).toMatchObject([{ wanted: { ...page, kind: 'reveal', row: 1 } }]);
  });

  test('is told what is not known when the background ends meanwhile', async () => {
    const pressed = () => Promise.reject(new Error('The background has ended.'));
    const { controller, state } = popup({ facts: onPage([]), pressed });
    await controller.open();
    controller.dispatch({ type: 'create-token' });
    await settled();
    expect(state()?.status).toBe(translate('token_unanswered'));
  });

  test.each<[TokenPressOutcome, string]>([
    [{ kind: 'created' }, 'A token was created; press “Reveal token” in its row.'],
    [{ kind: 'running' }, translate('token_running')],
    [
      { kind: 'refused', why: 'hidden' },
      'Not pressed: The button cannot be seen, or something lies over it.',
    ],
  ])('says what became of a press of an earlier popup: %o', async (told, words) => {
    const { controller, state } = popup({ facts: onPage([], { told, creatable: false, pointable: true }) });
    await controller.open();
    expect(state()).toMatchObject({ status: words, statusTone: 'bad' });
  });

  test('has the control of the last press shown', async () => {
    const { controller, shownControls } = popup({ facts: onPage([]) });
    await controller.open();
    controller.dispatch({ type: 'show', control: 'pressed' });
    await settled();
    expect(shownControls).toEqual(['pressed']);
  });

  test.each([
    ['in the tab of Dagster+ itself', onPage([]), true],
    ['beside another page', { ...FACTS, others: [], openOrganization: readTab(3).address }, false],
  ])('is opened by the background, which brings the popup back: %s', async (_, facts, inTab) => {
    const { controller, sent, order } = popup({ facts });
    await controller.open();
    controller.dispatch({ type: 'open-tokens-page' });
    await settled();
    expect(sent('open-tokens-page')).toEqual([
      { type: 'open-tokens-page', url: TOKENS_PAGE, tabId: TAB, inTab },
    ]);
    expect(order.at(-1)).toBe('closed');
  });

  test('is opened for good after a fill', async () => {
    const { controller, order } = popup({ facts: { ...FACTS, openOrganization: readTab(3).address } });
    await controller.open();
    controller.dispatch({ type: 'fill' });
    await settled();
    controller.dispatch({ type: 'open-tokens-page' });
    await settled();
    expect(order.slice(-2)).toEqual([`tab ${TOKENS_PAGE}`, 'closed']);
  });
});

test('What was decided about one token is void for another', async () => {
  const facts = { ...FACTS, others: [readTab(3, [USER_TOKEN, OTHER_USER_TOKEN])] };
  const { controller, state } = popup({ facts });
  await controller.open();
  const deployment = () => state()?.card?.values.deployment;
  controller.dispatch({ type: 'choose', choices: { token: USER_TOKEN } });
  controller.dispatch({ type: 'decide', decision: { deploymentText: 'staging' } });
  await settled();
  expect(deployment()).toBe('staging');
  controller.dispatch({ type: 'choose', choices: { token: OTHER_USER_TOKEN } });
  await settled();
  expect(deployment()).toBe('prod');
});
