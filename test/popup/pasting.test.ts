/** What a paste does in the popup: the controller with what the parsers say. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Action } from '../../src/popup/action';
import { ARM_MS } from '../../src/popup/controller';
import type { Facts } from '../../src/popup/facts';
import { ADDRESS_REFUSALS, TOKEN_REFUSALS } from '../../src/popup/pasted-sentence';
import type { PasteInto } from '../../src/popup/pasting';
import type { PopupState } from '../../src/popup/state';
import { HOLD_MS } from '../../src/session/timed-value';
import { plainText } from '../../src/words';
import {
  DETAILS,
  heldDetails,
  OTHER_USER_TOKEN,
  organizationAddress,
  pastedValues,
  readTab,
  UNUSUAL_USER_TOKEN,
  USER_TOKEN,
} from '../samples';
import { translate } from '../translate';
import { FORM_ALONE, playPopup, TAB } from './played-popup';

const GLOBEX = 'https://globex.dagster.cloud/prod';
const STAGING = 'https://acme.dagster.cloud/staging/runs';
const THIRD_TOKEN = 'user:22222222222222222222222222222222';

const OPEN: Facts = { ...FORM_ALONE, openOrganization: organizationAddress() };
const LIVE: Facts = { ...OPEN, others: [readTab(3)] };

function onDagster(values: string[]): Facts {
  const tab = readTab(TAB, values);
  const front = { kind: 'dagster', tabId: TAB, address: tab.address, answer: tab } as const;
  return { ...OPEN, front, search: null };
}

/** A popup in which presses count. */
async function popup(facts?: Facts) {
  const { controller, copied, asked, ...played } = playPopup(facts, { checked: { kind: 'unauthorized' } });
  await controller.open();
  await vi.advanceTimersByTimeAsync(ARM_MS);
  asked.length = 0;
  const state = () => played.state() as PopupState;
  const dispatch = async (action: Action) => {
    controller.dispatch(action);
    await vi.advanceTimersByTimeAsync(0);
  };
  return {
    state,
    copied,
    dispatch,
    paste: async (text: string, into: PasteInto = 'token') => {
      await dispatch({ type: 'paste', into, text });
      return plainText(state().status);
    },
    values: () => {
      const { userToken = null, organizationSlug = null, deployment = null } = state().card?.values ?? {};
      return { userToken, organizationSlug, deployment };
    },
    /** What the background was asked to keep last. */
    kept: () => asked.findLast((request) => request.type === 'keep-pasted'),
    asked,
  };
}

const PASTED = { ...DETAILS, userToken: OTHER_USER_TOKEN };
const TOKEN_ALONE = { userToken: OTHER_USER_TOKEN, organizationSlug: null, deployment: null };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a pasted token', () => {
  test('is taken out of what it was pasted with, and kept at once', async () => {
    const { paste, values, kept } = await popup();
    expect(await paste(`Dagster-Cloud-Api-Token: "${OTHER_USER_TOKEN}"`)).toBe(
      'Took the User Token that you pasted. Now paste the address of its organization.',
    );
    expect(values()).toEqual(TOKEN_ALONE);
    expect(kept()).toMatchObject({
      anew: true,
      privacy: 'ordinary',
      pasted: { tokens: [{ value: OTHER_USER_TOKEN }] },
    });
  });

  test('is used for the organization of an open tab when the person says so, and not before', async () => {
    const { paste, values, state, dispatch, kept } = await popup(OPEN);
    expect(await paste(OTHER_USER_TOKEN)).toBe(
      'Took the User Token that you pasted. Of which organization is it?',
    );
    expect(values()).toEqual(TOKEN_ALONE);
    const [question] = state().card?.whose?.questions ?? [];
    expect(question?.text).toBe('Is this a token of acme?');
    await dispatch({ type: 'decide', decision: { address: question?.address as never } });
    expect(values()).toEqual(PASTED);
    expect(kept()).toMatchObject({
      anew: false,
      pasted: { choices: { account: { of: OTHER_USER_TOKEN, address: { organization: 'acme' } } } },
    });
  });

  test('does not take over what was said of the one before it', async () => {
    const { paste, values, dispatch } = await popup(OPEN);
    await paste(OTHER_USER_TOKEN);
    await dispatch({ type: 'decide', decision: { address: organizationAddress() } });
    await paste(THIRD_TOKEN);
    expect(values()).toEqual({ ...TOKEN_ALONE, userToken: THIRD_TOKEN });
  });

  test('is not joined with the address that was pasted for the one before it, but asked for', async () => {
    const { paste, values, state } = await popup();
    await paste(OTHER_USER_TOKEN);
    await paste(GLOBEX, 'address');
    await paste(THIRD_TOKEN);
    expect(values()).toEqual({ ...TOKEN_ALONE, userToken: THIRD_TOKEN });
    expect(state().card?.whose?.questions.map(({ text }) => text)).toEqual(['Is this a token of globex?']);
  });

  test('is meant rather than what the page in front shows, and the person can go back', async () => {
    const { paste, values, state, dispatch, asked } = await popup(onDagster([USER_TOKEN]));
    await paste(OTHER_USER_TOKEN);
    expect([values(), state().byHand?.takeBack]).toEqual([TOKEN_ALONE, true]);
    await dispatch({ type: 'take-back' });
    expect([values(), state().byHand?.takeBack]).toEqual([DETAILS, false]);
    expect(state().status).toBe('What was read is used again.');
    expect(asked.map(({ type }) => type)).toEqual(['keep-pasted', 'forget-pasted', 'hold']);
  });

  test('is one of several until one is chosen', async () => {
    const { paste, state, dispatch, values, kept } = await popup();
    expect(await paste(`${USER_TOKEN} ${OTHER_USER_TOKEN}`)).toBe(
      'Several User Tokens were pasted. Choose one.',
    );
    expect(state().tokenChoice?.chosen).toBeNull();
    await dispatch({ type: 'choose', choices: { token: OTHER_USER_TOKEN } });
    expect(values()).toEqual(TOKEN_ALONE);
    expect(kept()).toMatchObject({ pasted: { choices: { token: OTHER_USER_TOKEN } } });
    await paste(STAGING, 'address');
    expect(values()).toEqual({ ...PASTED, deployment: 'staging' });
    await dispatch({ type: 'choose', choices: { token: USER_TOKEN } });
    expect(values()).toMatchObject({ userToken: USER_TOKEN, organizationSlug: null });
  });

  test('of an unusual shape waits for the person, and keeps that when its address comes', async () => {
    const { paste, values, dispatch } = await popup();
    await paste(UNUSUAL_USER_TOKEN);
    expect(values().userToken).toBeNull();
    await dispatch({ type: 'decide', decision: { unusualTokenAccepted: true } });
    await paste(STAGING, 'address');
    expect(values()).toEqual({
      userToken: UNUSUAL_USER_TOKEN,
      organizationSlug: 'acme',
      deployment: 'staging',
    });
  });

  test('is copied, filled and then forgotten as one that was read', async () => {
    const { paste, dispatch, copied, asked, state } = await popup();
    await paste(OTHER_USER_TOKEN);
    await paste(STAGING, 'address');
    await dispatch({ type: 'copy', name: 'userToken' });
    expect(copied).toEqual([OTHER_USER_TOKEN]);
    await dispatch({ type: 'fill' });
    expect(asked.find(({ type }) => type === 'fill')).toMatchObject({
      job: { request: { details: { ...PASTED, deployment: 'staging' } } },
    });
    expect(state()).toMatchObject({ card: null, held: null, revocation: true });
  });

  test('is forgotten at Forget', async () => {
    const { paste, dispatch, state } = await popup();
    await paste(OTHER_USER_TOKEN);
    expect(state().held).toContain('Held in memory until');
    await dispatch({ type: 'forget' });
    expect(state()).toMatchObject({ card: null, held: null, status: 'Forgotten.' });
  });

  test('is shown for 15 minutes, and gone then', async () => {
    const { paste, state, values } = await popup();
    await paste(OTHER_USER_TOKEN);
    await vi.advanceTimersByTimeAsync(HOLD_MS - ARM_MS - 1);
    expect(values()).toEqual(TOKEN_ALONE);
    await vi.advanceTimersByTimeAsync(ARM_MS + 1);
    expect(state()).toMatchObject({ card: null, held: null, byHand: null });
  });

  test('that was found out about is not what the next one is', async () => {
    const { paste, state, dispatch } = await popup();
    await paste(OTHER_USER_TOKEN);
    await paste(STAGING, 'address');
    await dispatch({ type: 'check' });
    expect(state().status).toContain('does not accept');
    expect(await paste(THIRD_TOKEN)).toContain('Took the User Token');
  });
});

describe('a pasted address', () => {
  test('is that of the token that follows it, with what was decided about it', async () => {
    const { paste, values, dispatch } = await popup();
    expect(await paste('acme', 'address')).toContain('Took acme as an organization in the region US.');
    await dispatch({ type: 'decide', decision: { deploymentText: 'staging' } });
    expect(await paste(OTHER_USER_TOKEN)).toBe('Took the User Token that you pasted.');
    expect(values()).toEqual({ ...PASTED, deployment: 'staging' });
  });

  test('is that of the token before it', async () => {
    const { paste, values } = await popup(OPEN);
    await paste(OTHER_USER_TOKEN);
    expect(await paste(GLOBEX, 'address')).toBe('Took globex / prod from the address.');
    expect(values()).toEqual({ ...PASTED, organizationSlug: 'globex' });
  });

  test('replaces the one before it, and what was written beside that', async () => {
    const { paste, values, dispatch } = await popup();
    await paste(OTHER_USER_TOKEN);
    await paste('https://acme.dagster.cloud/', 'address');
    await dispatch({ type: 'decide', decision: { deploymentText: 'mine' } });
    await paste(GLOBEX, 'address');
    expect(values()).toEqual({ ...PASTED, organizationSlug: 'globex' });
  });

  test('gives a token that was read another deployment of its organization', async () => {
    const { paste, values, asked } = await popup(LIVE);
    expect(await paste(STAGING, 'address')).toBe('Took the deployment staging from the address.');
    expect(values()).toEqual({ ...DETAILS, deployment: 'staging' });
    expect(asked.map(({ type }) => type)).not.toContain('keep-pasted');
    expect(await paste('acme', 'address')).toBe(
      'That is the organization that is here already; it names no deployment.',
    );
    expect(values()).toEqual({ ...DETAILS, deployment: 'staging' });
  });

  test('of another organization than the token that was read waits for its own', async () => {
    const { paste, values, state } = await popup(LIVE);
    expect(await paste(GLOBEX, 'address')).toBe('Kept the address of globex.');
    expect(values()).toEqual(DETAILS);
    expect(state().notices[0]?.text).toContain('You pasted the address of globex.');
    await paste(OTHER_USER_TOKEN);
    expect(values()).toEqual({ ...PASTED, organizationSlug: 'globex' });
  });

  test('from an earlier popup is joined with no token while it is not in sight', async () => {
    const pasted = { ...pastedValues([], organizationAddress()), until: Date.now() + HOLD_MS };
    const { paste, values } = await popup({ ...onDagster([]), pasted });
    await paste(OTHER_USER_TOKEN);
    expect(values()).toEqual(TOKEN_ALONE);
  });

  test('in the EU leaves the choice of the slug to the person', async () => {
    const { paste, values, state } = await popup();
    await paste(OTHER_USER_TOKEN);
    await paste('acme.eu', 'address');
    expect(values()).toEqual({ ...TOKEN_ALONE, deployment: null });
    expect(state().card?.slug.choice?.options.map(({ label }) => label)).toEqual(['acme', 'acme.eu']);
  });
});

describe('what was pasted into an earlier popup', () => {
  const until = () => Date.now() + 60_000;
  const decided = { of: OTHER_USER_TOKEN, address: organizationAddress() };
  const pasted = () => ({
    ...pastedValues([OTHER_USER_TOKEN]),
    choices: { account: decided },
    until: until(),
  });

  test('is offered as it was decided, and stays kept as that', async () => {
    const { values, dispatch, kept } = await popup({ ...FORM_ALONE, pasted: pasted() });
    expect(values()).toEqual(PASTED);
    await dispatch({ type: 'decide', decision: { deploymentText: 'staging' } });
    expect(kept()).toMatchObject({
      anew: false,
      pasted: { choices: { account: { ...decided, deploymentText: 'staging' } } },
    });
  });

  test('is shown no longer than it is kept', async () => {
    const { values, state } = await popup({ ...LIVE, pasted: pasted() });
    expect(values()).toEqual(PASTED);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(state().card).toBeNull();
  });

  test('gives way to the page in front that shows a token, and is forgotten when that is held', async () => {
    const { values, state } = await popup({ ...onDagster([USER_TOKEN]), pasted: pasted() });
    expect(values()).toEqual(DETAILS);
    expect(state().held).toBe(`Held in memory until ${Date.now() - ARM_MS + HOLD_MS}`);
  });
});

describe('what cannot be used is named without being repeated, and nothing is lost', () => {
  const HEX = '9e107d9d372bb6826bd81d3542a419d6';
  const SECRET = 'c0rrect-h0rse';

  test.each([
    ['token', `agent:acme:${HEX}`, TOKEN_REFUSALS.agent],
    ['token', `api:acme:scim:${HEX}`, TOKEN_REFUSALS.scim],
    ['token', 'user:••••19d6', TOKEN_REFUSALS.masked],
    ['token', 'user:9e10…19d6', TOKEN_REFUSALS.cut],
    ['token', `USER:${HEX}`, TOKEN_REFUSALS.capitals],
    ['token', 'user:acme:jane', TOKEN_REFUSALS.old],
    ['token', HEX, TOKEN_REFUSALS.bare],
    ['token', GLOBEX, TOKEN_REFUSALS.address],
    ['token', SECRET, TOKEN_REFUSALS.other],
    ['token', '', TOKEN_REFUSALS.empty],
    ['address', 'https://app.stackone.com/accounts', ADDRESS_REFUSALS['other-site']],
    ['address', 'https://acme.dagster.cloud.evil.example/prod', ADDRESS_REFUSALS['look-alike']],
    ['address', 'https://acme.ap.dagster.cloud/prod', ADDRESS_REFUSALS['unknown-region']],
    ['address', 'http://acme.dagster.cloud/prod', ADDRESS_REFUSALS['not-secure']],
    ['address', 'https://dagster.cloud/', ADDRESS_REFUSALS['sign-in']],
    ['address', 'https://acme.agent.dagster.cloud/', ADDRESS_REFUSALS.api],
    ['address', `${GLOBEX} ${STAGING}`, ADDRESS_REFUSALS.several],
    ['address', OTHER_USER_TOKEN, ADDRESS_REFUSALS.token],
    ['address', 'www', ADDRESS_REFUSALS['no-slug']],
    ['address', 'Acme Rockets', ADDRESS_REFUSALS['display-name']],
    ['address', '1 + 1', ADDRESS_REFUSALS.other],
  ] as const)('into the field for the %s: %s', async (into, text, key) => {
    for (const facts of [FORM_ALONE, LIVE, { ...FORM_ALONE, held: heldDetails() }]) {
      const { paste, values, state, asked } = await popup(facts);
      const before = values();
      const status = await paste(text, into);
      expect(status).toBe(translate(key));
      expect(state().statusTone).toBe('bad');
      expect(values()).toEqual(before);
      expect(asked).toEqual([]);
      if (text.length > 3) expect(JSON.stringify(state())).not.toContain(text);
    }
  });

  test('also not what was pasted before', async () => {
    const { paste, values } = await popup();
    await paste(OTHER_USER_TOKEN);
    await paste(STAGING, 'address');
    await paste(SECRET);
    await paste('https://example.com', 'address');
    expect(values()).toEqual({ ...PASTED, deployment: 'staging' });
  });
});

describe('a paste that comes at the wrong time is not taken, and that is said', () => {
  test('in the first 300 ms', async () => {
    const { state, controller } = playPopup();
    const opened = controller.open();
    controller.dispatch({ type: 'paste', into: 'token', text: OTHER_USER_TOKEN });
    await opened;
    expect(state()?.card).toBeNull();
    expect(state()?.status).toBe('Nothing was taken, as the popup was not ready. Paste once more.');
  });

  test('while something goes on, which goes on', async () => {
    const { paste, state, dispatch, values } = await popup(LIVE);
    void dispatch({ type: 'fill' });
    expect(state().busy).toBe('fill');
    const status = paste(OTHER_USER_TOKEN);
    expect(state()).toMatchObject({ busy: 'fill', status: translate('paste_again') });
    await status;
    expect(values().userToken).not.toBe(OTHER_USER_TOKEN);
  });

  test('when the time of the popup is over', async () => {
    const { paste, state } = await popup();
    await vi.advanceTimersByTimeAsync(HOLD_MS);
    expect(await paste(OTHER_USER_TOKEN)).toContain('the time of this popup is over');
    expect(state().card).toBeNull();
  });
});
