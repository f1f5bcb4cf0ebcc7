import { describe, expect, test } from 'vitest';
import { NO_POLICY, readPolicy } from '../../src/policy';
import { createHolding } from '../../src/session/held-details';
import { createQueue } from '../../src/session/queue';
import { HOLD_MS } from '../../src/session/timed-value';
import {
  heldDetails,
  OTHER_USER_TOKEN,
  organizationAddress,
  pastedValues,
  revealed,
  USER_TOKEN,
} from '../samples';
import { sessionArea } from '../session-area';

const NOON = Date.UTC(2026, 3, 3, 12);
const { account } = heldDetails();
const other = { ...account, token: revealed(OTHER_USER_TOKEN) };
const ALARM = 'forget-held-details/ordinary';

function place(policy = NO_POLICY) {
  const session = sessionArea();
  const alarms = new Map<string, number>();
  const clock = { now: NOON };
  const happened: string[] = [];
  const parts = {
    session: {
      ...session,
      set: (items: Record<string, unknown>) => {
        happened.push('stored');
        return session.set(items);
      },
    },
    alarms: {
      create: async (name: string, { when }: { when: number }) => {
        happened.push('alarm set');
        alarms.set(name, when);
      },
    },
    now: () => clock.now,
    queue: createQueue(),
    policy: async () => policy,
  };
  return { parts, holding: createHolding(parts, 'ordinary'), session, alarms, clock, happened };
}

describe('holding details', () => {
  test('keeps what was read, with the moment until which it is held', async () => {
    const { holding } = place();
    const held = await holding.hold(account, { organizationSlug: 'acme' }, true);
    expect(held).toEqual({ account, choices: { organizationSlug: 'acme' }, until: NOON + HOLD_MS });
    expect(await holding.read()).toEqual(held);
  });

  test('keeps it for as long as an administrator has set, and nothing of an organization that they do not allow', async () => {
    const { holding, alarms } = place(readPolicy({ holdMinutes: 5, organizations: ['acme'] }));
    expect(await holding.hold(account, {}, true)).toMatchObject({ until: NOON + 5 * 60_000 });
    expect(await holding.keepPasted(pastedValues(), true)).toMatchObject({ until: NOON + 5 * 60_000 });
    expect(alarms.get(ALARM)).toBe(NOON + 5 * 60_000);
    const other = place(readPolicy({ organizations: ['globex'] }));
    expect(await other.holding.hold(account, {}, true)).toBeNull();
    expect(other.session.content).toEqual({});
  });

  test('stands in the session area under one key, and the alarm tells nothing of it', async () => {
    const { holding, session, alarms } = place();
    await holding.hold(account, {}, true);
    expect(Object.keys(session.content)).toEqual(['ordinary/held-details']);
    expect([...alarms]).toEqual([[ALARM, NOON + HOLD_MS]]);
  });

  test('sets the alarm that removes the details before they are stored', async () => {
    const { holding, happened } = place();
    await holding.hold(account, {}, true);
    expect(happened).toEqual(['alarm set', 'stored']);
  });

  test('stores nothing without an alarm', async () => {
    const { parts, session } = place();
    const alarms = { create: () => Promise.reject(new Error('no alarms')) };
    await expect(createHolding({ ...parts, alarms }, 'ordinary').hold(account, {}, true)).rejects.toThrow();
    expect(session.written()).toBe('');
  });

  test('replaces what was held, for the whole time from then on', async () => {
    const { holding, clock, alarms, session } = place();
    await holding.hold(account, { deploymentText: 'staging' }, true);
    clock.now += 60_000;
    await holding.hold(other, {}, true);
    expect(await holding.read()).toEqual({ account: other, choices: {}, until: NOON + 60_000 + HOLD_MS });
    expect(alarms.get(ALARM)).toBe(NOON + 60_000 + HOLD_MS);
    expect(JSON.stringify(session.content)).not.toContain(USER_TOKEN);
  });

  test('is one thing in private windows and another in ordinary ones', async () => {
    const { parts, holding } = place();
    const inPrivate = createHolding(parts, 'private');
    await inPrivate.hold(account, {}, true);
    expect(await holding.read()).toBeNull();
    await holding.forget();
    expect(await inPrivate.read()).not.toBeNull();
  });
});

describe('the end of holding', () => {
  test('comes when the time is over, although the alarm never came', async () => {
    const { holding, session, clock } = place();
    await holding.hold(account, {}, true);
    clock.now = NOON + HOLD_MS - 1;
    expect(await holding.read()).not.toBeNull();
    clock.now = NOON + HOLD_MS;
    expect(await holding.read()).toBeNull();
    expect(await holding.choose({ deploymentText: 'staging' })).toBeNull();
    await holding.forgetExpired();
    expect(session.content).toEqual({});
  });

  test('is not put off by a clock that is set back', async () => {
    const { holding, clock } = place();
    await holding.hold(account, {}, true);
    clock.now = NOON - 60 * 60_000;
    expect(await holding.read()).toBeNull();
  });

  test('does not come early for what is still in time', async () => {
    const { holding } = place();
    await holding.hold(account, {}, true);
    await holding.forgetExpired();
    expect(await holding.read()).not.toBeNull();
  });

  test.each([
    ['holding', (holding: ReturnType<typeof createHolding>) => holding.hold(account, {}, true)],
    [
      'a choice',
      (holding: ReturnType<typeof createHolding>) => holding.choose({ deploymentText: 'staging' }),
    ],
  ])('by forgetting is not undone by %s that was asked for before it', async (_, before) => {
    const { holding, session } = place();
    await holding.hold(account, {}, true);
    await Promise.all([before(holding), holding.forget()]);
    expect(session.content).toEqual({});
  });
});

describe('after a verified fill', () => {
  test('the token is not held again by itself, and another one is', async () => {
    const { holding } = place();
    await holding.hold(account, {}, true);
    await holding.forgetFilled(USER_TOKEN);
    expect(await holding.hold(account, {}, false)).toBeNull();
    expect(await holding.read()).toBeNull();
    expect(await holding.hold(other, {}, false)).not.toBeNull();
  });

  test('the token is held again once it is read again on its own page', async () => {
    const { holding } = place();
    await holding.forgetFilled(USER_TOKEN);
    await holding.forgetFilled(OTHER_USER_TOKEN);
    expect(await holding.hold(account, {}, true)).not.toBeNull();
    expect(await holding.hold(account, {}, false)).not.toBeNull();
    expect(await holding.hold(other, {}, false)).toBeNull();
  });

  test('what is remembered of the token tells nothing of it', async () => {
    const { holding, session } = place();
    await holding.forgetFilled(USER_TOKEN);
    const digits = USER_TOKEN.slice('user:'.length);
    for (let at = 0; at + 8 <= digits.length; at++)
      expect(session.written()).not.toContain(digits.slice(at, at + 8));
  });
});

describe('choices beside held details', () => {
  test('replace the choices before them, leave the account as it is and do not extend the time', async () => {
    const { holding, clock, alarms } = place();
    await holding.hold(account, { deploymentText: 'staging' }, true);
    clock.now += HOLD_MS / 2;
    const chosen = await holding.choose({ organizationSlug: 'acme' });
    expect(chosen).toEqual({ account, choices: { organizationSlug: 'acme' }, until: NOON + HOLD_MS });
    expect(alarms.get(ALARM)).toBe(NOON + HOLD_MS);
  });

  test('hold nothing when nothing is held', async () => {
    const { holding, session } = place();
    expect(await holding.choose({ deploymentText: 'staging' })).toBeNull();
    expect(session.written()).toBe('');
  });
});

describe('keeping what was pasted', () => {
  const PASTED_ALARM = 'forget-pasted-values/ordinary';
  const { until: _, ...pasted } = pastedValues([OTHER_USER_TOKEN]);
  const { until: __, ...address } = pastedValues([], organizationAddress());

  test('lasts as long as what is held, beside what was read', async () => {
    const { holding, clock, alarms } = place();
    await holding.hold(account, {}, true);
    expect(await holding.keepPasted(pasted, true)).toEqual({ ...pasted, until: NOON + HOLD_MS });
    expect(alarms.get(PASTED_ALARM)).toBe(NOON + HOLD_MS);
    expect([await holding.read(), await holding.readPasted()]).toMatchObject([{ account }, pasted]);
    clock.now = NOON + HOLD_MS;
    expect(await holding.readPasted()).toBeNull();
  });

  test('goes on with the time that it had when something is decided about it', async () => {
    const { holding, clock } = place();
    await holding.keepPasted(pasted, true);
    clock.now += 60_000;
    expect(await holding.keepPasted(pasted, false)).toMatchObject({ until: NOON + HOLD_MS });
    expect(await holding.keepPasted(pasted, true)).toMatchObject({ until: NOON + 60_000 + HOLD_MS });
  });

  test('does not come back when something is decided about what was forgotten', async () => {
    const { holding, session } = place();
    await holding.keepPasted(pasted, true);
    await holding.forget();
    expect(await holding.keepPasted(pasted, false)).toBeNull();
    expect(session.content).toEqual({});
  });

  test('ends when the details of a page are held, but an address goes on waiting for its token', async () => {
    const { holding } = place();
    await holding.keepPasted(pasted, true);
    await holding.hold(account, {}, true);
    expect(await holding.readPasted()).toBeNull();
    await holding.keepPasted(address, true);
    await holding.hold(account, {}, true);
    expect(await holding.readPasted()).toMatchObject(address);
  });

  test.each<[string, (holding: ReturnType<typeof place>['holding']) => Promise<unknown>]>([
    ['Forget', (holding) => holding.forget()],
    ['a verified fill', (holding) => holding.forgetFilled(OTHER_USER_TOKEN)],
  ])('ends with %s, as what is held does', async (_, end) => {
    const { holding, session } = place();
    await holding.hold(account, {}, true);
    await holding.keepPasted(pasted, true);
    await end(holding);
    for (const token of [USER_TOKEN, OTHER_USER_TOKEN])
      expect(JSON.stringify(session.content)).not.toContain(token);
  });

  test('ends alone where the person goes back to what was read', async () => {
    const { holding } = place();
    await holding.hold(account, {}, true);
    await holding.keepPasted(pasted, true);
    await holding.forgetPasted();
    expect([await holding.read(), await holding.readPasted()]).toMatchObject([{ account }, null]);
  });

  test('ends with its own alarm, and what is held with its own', async () => {
    const { holding } = place();
    await holding.hold(account, {}, true);
    await holding.keepPasted(pasted, true);
    await holding.forgetAt(ALARM);
    expect([await holding.read(), await holding.readPasted()]).toMatchObject([null, pasted]);
    await holding.forgetAt(PASTED_ALARM);
    expect(await holding.readPasted()).toBeNull();
  });

  test('is not seen in the other kind of window', async () => {
    const { parts, holding } = place();
    await holding.keepPasted(pasted, true);
    expect(await createHolding(parts, 'private').readPasted()).toBeNull();
  });
});
