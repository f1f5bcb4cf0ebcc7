import { describe, expect, test } from 'vitest';
import { createHolding, FORGET_ALARM, type HeldDetails, HOLD_MS } from '../../src/session/held-details';
import { OTHER_USER_TOKEN, organizationAddress, revealed } from '../samples';
import { sessionArea } from '../session-area';

const account: HeldDetails['account'] = { address: organizationAddress(), token: revealed() };

function holdingAt(start: number) {
  const session = sessionArea();
  const alarms = new Map<string, number>();
  const clock = { now: start };
  const happened: string[] = [];
  const holding = createHolding({
    session: {
      ...session,
      set: (items) => {
        happened.push('stored');
        return session.set(items);
      },
    },
    alarms: {
      create: async (name, { when }) => {
        happened.push('alarm set');
        alarms.set(name, when);
      },
    },
    now: () => clock.now,
  });
  return { holding, session, alarms, clock, happened };
}

const NOON = Date.UTC(2026, 3, 3, 12);

describe('holding details', () => {
  test('the time is 15 minutes', () => {
    expect(HOLD_MS).toBe(15 * 60 * 1000);
  });

  test('what was held is read again, with the moment until which it is held', async () => {
    const { holding } = holdingAt(NOON);
    const held = await holding.hold(account, { organizationSlug: 'acme' });
    expect(held).toEqual({ account, choices: { organizationSlug: 'acme' }, until: NOON + HOLD_MS });
    expect(await holding.read()).toEqual(held);
  });

  test('nothing is read when nothing is held', async () => {
    expect(await holdingAt(NOON).holding.read()).toBeNull();
  });

  test('they stand in the session area under one key, and the alarm tells nothing of them', async () => {
    const { holding, session, alarms } = holdingAt(NOON);
    await holding.hold(account, {});
    expect(Object.keys(session.content)).toEqual(['held-details']);
    expect([...alarms]).toEqual([[FORGET_ALARM, NOON + HOLD_MS]]);
  });

  test('the alarm that removes them is set before they are stored', async () => {
    const { holding, happened } = holdingAt(NOON);
    await holding.hold(account, {});
    expect(happened).toEqual(['alarm set', 'stored']);
  });

  test('without an alarm nothing is stored', async () => {
    const session = sessionArea();
    const alarms = { create: () => Promise.reject(new Error('no alarms')) };
    const holding = createHolding({ session, alarms, now: () => NOON });
    await expect(holding.hold(account, {})).rejects.toThrow('no alarms');
    expect(session.written()).toBe('');
  });

  test('what a page shows later replaces what was held, for the whole time from then on', async () => {
    const { holding, clock, alarms, session } = holdingAt(NOON);
    await holding.hold(account, { deploymentText: 'staging' });
    clock.now += 60_000;
    const later = { ...account, token: revealed(OTHER_USER_TOKEN) };
    await holding.hold(later, {});
    expect(await holding.read()).toEqual({ account: later, choices: {}, until: NOON + 60_000 + HOLD_MS });
    expect(alarms.get(FORGET_ALARM)).toBe(NOON + 60_000 + HOLD_MS);
    expect(JSON.stringify(session.content)).not.toContain(account.token.value);
  });
});

describe('the end of holding', () => {
  test('they are there one millisecond before the time is over', async () => {
    const { holding, clock } = holdingAt(NOON);
    await holding.hold(account, {});
    clock.now = NOON + HOLD_MS - 1;
    expect(await holding.read()).not.toBeNull();
  });

  test('they are gone when the time is over, although the alarm never came', async () => {
    const { holding, session, clock } = holdingAt(NOON);
    await holding.hold(account, {});
    clock.now = NOON + HOLD_MS;
    expect(await holding.read()).toBeNull();
    expect(session.content).toEqual({});
  });

  test('choices after the end do not bring them back', async () => {
    const { holding, session, clock } = holdingAt(NOON);
    await holding.hold(account, {});
    clock.now = NOON + HOLD_MS;
    expect(await holding.choose({ deploymentText: 'staging' })).toBeNull();
    expect(session.content).toEqual({});
  });

  test('forgetting removes them at once', async () => {
    const { holding, session } = holdingAt(NOON);
    await holding.hold(account, {});
    await holding.forget();
    expect(session.content).toEqual({});
    expect(await holding.read()).toBeNull();
  });
});

describe('choices beside held details', () => {
  test('replace the choices before them and leave the account as it is', async () => {
    const { holding } = holdingAt(NOON);
    await holding.hold(account, { deploymentText: 'staging' });
    await holding.choose({ organizationSlug: 'acme' });
    expect(await holding.read()).toMatchObject({ account, choices: { organizationSlug: 'acme' } });
    expect((await holding.read())?.choices).not.toHaveProperty('deploymentText');
  });

  test('do not extend the time', async () => {
    const { holding, clock, alarms } = holdingAt(NOON);
    await holding.hold(account, {});
    clock.now += HOLD_MS / 2;
    expect(await holding.choose({ deploymentText: 'staging' })).toMatchObject({ until: NOON + HOLD_MS });
    expect(alarms.get(FORGET_ALARM)).toBe(NOON + HOLD_MS);
    clock.now = NOON + HOLD_MS;
    expect(await holding.read()).toBeNull();
  });

  test('hold nothing when nothing is held', async () => {
    const { holding, session } = holdingAt(NOON);
    expect(await holding.choose({ deploymentText: 'staging' })).toBeNull();
    expect(session.written()).toBe('');
  });

  test('that another context makes while they are forgotten are gone with the same alarm at the latest', async () => {
    const { holding, alarms } = holdingAt(NOON);
    await holding.hold(account, {});
    await Promise.all([holding.choose({ deploymentText: 'staging' }), holding.forget()]);
    expect(alarms.get(FORGET_ALARM)).toBe(NOON + HOLD_MS);
  });
});
