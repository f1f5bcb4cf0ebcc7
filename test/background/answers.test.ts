import { expect, test } from 'vitest';
import { createAnswers } from '../../src/background/answers';
import type { BackgroundRequest, FillJob } from '../../src/messages';
import { NO_POLICY } from '../../src/policy';
import { createHolding } from '../../src/session/held-details';
import { createQueue } from '../../src/session/queue';
import type { Privacy } from '../../src/session/session-area';
import { createToldOutcomes } from '../../src/session/told-outcome';
import { FILLED, heldDetails, pastedValues, USER_TOKEN } from '../samples';
import { sessionArea } from '../session-area';

const PAGE = { tabId: 7, document: 'document', origin: 'https://shop.example' };
const { account } = heldDetails();

function background() {
  const session = sessionArea();
  const happened: unknown[] = [];
  const clock = { now: 0 };
  const parts = {
    session,
    queue: createQueue(),
    alarms: { create: () => undefined },
    now: () => clock.now,
    keepMs: 1_000,
    policy: async () => NO_POLICY,
  };
  const sessionOf = (privacy: Privacy) => ({
    holding: createHolding(parts, privacy),
    told: createToldOutcomes(parts, privacy),
  });
  const note =
    <T>(name: string, answer: T) =>
    async (...args: unknown[]) => {
      happened.push([name, ...args]);
      return answer;
    };
  const answer = createAnswers({
    filling: { fill: note('fill', FILLED) },
    permissions: {
      asking: note('asking', undefined),
      granted: note('granted', FILLED),
      refused: note('refused', undefined),
    },
    awaited: { forget: note('awaited put away', undefined) },
    arrival: { open: note('tokens page opened', undefined), seen: note('seen', undefined) },
    clipboard: { copied: note('copied', undefined) },
    tokenPresses: { press: note('pressed', { kind: 'unchanged' } as const) },
    session: sessionOf,
  });
  return { answer: (request: BackgroundRequest) => answer(request), sessionOf, session, happened, clock };
}

test('A popup that opens ends what a prompt was for, has come where it was waited for, and is told what became of a fill there', async () => {
  const { answer, sessionOf, happened } = background();
  await sessionOf('ordinary').told.keep(PAGE, FILLED);
  expect(await answer({ type: 'opened', privacy: 'ordinary', tabId: 7, page: PAGE })).toEqual(FILLED);
  expect(happened).toEqual([['awaited put away'], ['seen', 7]]);
});

test('A popup that opens after the time forgets what no alarm has', async () => {
  const { answer, session, clock } = background();
  await answer({ type: 'hold', privacy: 'ordinary', account, choices: {}, anew: true });
  clock.now = Number.MAX_SAFE_INTEGER;
  await answer({ type: 'opened', privacy: 'ordinary', tabId: null, page: null });
  expect(session.content).toEqual({});
});

test('What is held for one kind of window is kept, chosen about and forgotten there alone', async () => {
  const { answer, sessionOf } = background();
  for (const privacy of ['ordinary', 'private'] as const)
    expect(await answer({ type: 'hold', privacy, account, choices: {}, anew: true })).toMatchObject({
      account,
    });
  const choices = { deploymentText: 'staging' };
  expect(await answer({ type: 'choose', privacy: 'private', choices })).toMatchObject({ choices });
  expect(await answer({ type: 'forget', privacy: 'private' })).toBeNull();
  expect(await sessionOf('private').holding.read()).toBeNull();
  expect(await sessionOf('ordinary').holding.read()).toMatchObject({ choices: {} });
});

test('What was pasted is kept for one kind of window as far as a person can have pasted it, and forgotten there alone', async () => {
  const { answer, sessionOf } = background();
  const { tokens } = pastedValues([USER_TOKEN]);
  const pasted = { tokens, address: null, choices: {}, more: 'x' };
  const kept = (privacy: Privacy) => sessionOf(privacy).holding.readPasted();
  for (const privacy of ['ordinary', 'private'] as const)
    await answer({ type: 'keep-pasted', privacy, pasted, anew: true });
  expect(await kept('ordinary')).toEqual({ tokens, address: null, choices: {}, until: expect.any(Number) });
  const malformed = { tokens: [{ value: 'agent:acme:0' }] } as never;
  expect(
    await answer({ type: 'keep-pasted', privacy: 'ordinary', pasted: malformed, anew: true }),
  ).toBeNull();
  expect(await kept('ordinary')).toMatchObject({ tokens });
  expect(await answer({ type: 'forget-pasted', privacy: 'private' })).toBeNull();
  expect([await kept('private'), await kept('ordinary')]).toMatchObject([null, { tokens }]);
});

test('A prompt is remembered without any secret, whatever the message holds', async () => {
  const { answer, happened } = background();
  const fill = {
    kind: 'fill',
    tabId: 7,
    privacy: 'ordinary',
    origin: 'https://frame.example',
    page: PAGE.origin,
  } as const;
  const purpose = { ...fill, details: account };
  await answer({ type: 'asking-permission', patterns: ['https://frame.example/*'], purpose });
  expect(happened).toEqual([['asking', { patterns: ['https://frame.example/*'], purpose: fill }]]);
});

test.each([
  [true, 'granted', FILLED],
  [false, 'refused', null],
] as const)('The answer to a prompt goes on as it was given: %s', async (granted, way, outcome) => {
  const { answer, happened } = background();
  expect(await answer({ type: 'permission-answered', patterns: ['p'], granted })).toEqual(outcome);
  expect(happened).toEqual([granted ? [way, ['p']] : [way]]);
});

test('A fill is passed on with the kind of window, and answered with its outcome', async () => {
  const { answer, happened } = background();
  const job = {} as FillJob;
  expect(await answer({ type: 'fill', privacy: 'private', job })).toEqual(FILLED);
  expect(happened).toEqual([['fill', job, 'private']]);
});

test('A press in a Tokens page is passed on, and answered with what came of it', async () => {
  const { answer, happened } = background();
  const address = 'https://acme.dagster.cloud/prod/org-settings/tokens';
  const wanted = { kind: 'create', document: 'document', address, look: 'look' } as const;
  const request = { type: 'press-token', privacy: 'ordinary', tabId: 7, wanted } as const;
  expect(await answer(request)).toEqual({ kind: 'unchanged' });
  expect(happened).toEqual([['pressed', 7, wanted, 'ordinary']]);
});

test('“Open Tokens page” is answered before the page is there: the popup has closed by then', async () => {
  const { answer, happened } = background();
  const url = 'https://acme.dagster.cloud/prod/org-settings/tokens';
  expect(await answer({ type: 'open-tokens-page', url, tabId: 7, inTab: true })).toBeNull();
  expect(happened).toEqual([['tokens page opened', url, 7, true]]);
});
