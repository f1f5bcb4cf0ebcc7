/** The check against a real server on the loopback host, reached by the runtime's own fetch. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANSWER_LIMIT_BYTES, checkDetails } from '../../src/dagster/check';
import { tellsOf } from '../../src/page/text';
import { cases } from '../fuzz';

const TOKEN = 'user:0afb128e57084fce8fd15c62d75e4bd6';
const QUESTION = {
  base: 'https://acme.dagster.cloud',
  organization: 'acme',
  deployment: 'prod',
  token: TOKEN,
};
const REACH = {
  organizationName: 'acme',
  deploymentName: 'prod',
  isBranchDeployment: false,
  fullDeployments: ['prod', 'data-eng'],
};

interface Received {
  readonly path: string;
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let server: Server;
let origin = '';
let answer: (response: ServerResponse) => void;
let received: Received[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push({ path: request.url ?? '', method: request.method ?? '', headers: request.headers, body });
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

let asked: { url: string; init: RequestInit } | undefined;
/** The runtime's fetch; only the host is another one. */
const fetchFromServer: typeof fetch = (input, init) => {
  asked = { url: String(input), init: init ?? {} };
  return fetch(String(input).replace(/^https:\/\/[^/]+/, origin), init);
};

function check(
  reply: (response: ServerResponse) => void,
  question = QUESTION,
  signal?: AbortSignal,
  limitMs?: number,
) {
  answer = reply;
  received = [];
  return checkDetails(question, fetchFromServer, signal, limitMs);
}

const send =
  (status: number, body: string, headers = {}) =>
  (response: ServerResponse) =>
    response.writeHead(status, headers).end(body);
const json = (value: unknown) => send(200, JSON.stringify(value));
const data = (current: object, full: unknown = []) =>
  json({ data: { currentDeployment: current, fullDeployments: full } });
const works = data({ organizationName: 'acme', deploymentName: 'prod', isBranchDeployment: false }, [
  { deploymentName: 'prod' },
  { deploymentName: 'data-eng' },
]);

describe('the request', () => {
  it('is one POST with the token in its header, to the deployment on the own host, and nothing that identifies the session', async () => {
    await check(works);
    expect(asked?.url).toBe('https://acme.dagster.cloud/prod/graphql');
    expect(asked?.init).toMatchObject({
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
    });
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ method: 'POST', path: '/prod/graphql' });
    expect(received[0]?.headers).toMatchObject({
      'dagster-cloud-api-token': TOKEN,
      'content-type': 'application/json',
    });
    expect(received[0]?.headers).not.toHaveProperty('cookie');
    expect(received[0]?.headers).not.toHaveProperty('referer');
    expect(JSON.parse(received[0]?.body ?? '').query).toContain('fullDeployments { deploymentName }');
    expect(received[0]?.body).not.toContain(TOKEN);
  });

  it.each([
    ['https://eu.dagster.cloud/acme', 'prod', 'https://acme.eu.dagster.cloud/prod/graphql'],
    ['https://acme.dagster.plus', 'a b/c', 'https://acme.dagster.plus/a%20b%2Fc/graphql'],
  ])('from %s about %s goes to %s', async (base, deployment, url) => {
    await check(works, { ...QUESTION, base, deployment });
    expect(asked?.url).toBe(url);
  });

  it.each([
    'https://evil.example',
    'https://acme.xx.dagster.cloud',
    'https://dagster.cloud',
    'http://acme.dagster.cloud',
  ])('is never sent for %s', async (base) => {
    asked = undefined;
    await expect(check(works, { ...QUESTION, base })).rejects.toThrow(RangeError);
    expect(asked).toBeUndefined();
  });
});

describe('the outcome', () => {
  it('is for which organization and deployment the token works, and the full deployments', async () => {
    expect(await check(works)).toEqual({ kind: 'ok', ...REACH });
  });

  it('is told with its letters, wherever the answer is cut on its way', async () => {
    const body = Buffer.from(
      JSON.stringify({ data: { currentDeployment: { organizationName: 'Fähre', deploymentName: 'dev' } } }),
    );
    const middle = body.indexOf('ä') + 1;
    const inPieces = (response: ServerResponse): void => {
      response.write(body.subarray(0, middle), () =>
        setTimeout(() => response.end(body.subarray(middle)), 20),
      );
    };
    expect(await check(inPieces)).toMatchObject({ organizationName: 'Fähre' });
  });

  it('is not that of an error where the answer names none', async () => {
    const current = { organizationName: 'acme', deploymentName: 'prod', isBranchDeployment: false };
    expect(await check(json({ errors: [], data: { currentDeployment: current } }))).toMatchObject({
      kind: 'ok',
    });
  });

  it('is ok for the display name of the organization, and for a branch deployment under its other name', async () => {
    const current = { organizationName: 'Acme', deploymentName: 'my-feature', isBranchDeployment: true };
    expect(await check(data(current), { ...QUESTION, deployment: '0123456789abcdef' })).toMatchObject({
      kind: 'ok',
    });
    const punctuated = { ...current, organizationName: 'Acme, 2!' };
    expect(await check(data(punctuated), { ...QUESTION, organization: 'acme-2' })).toMatchObject({
      kind: 'ok',
    });
  });

  it.each([
    [{ organizationName: 'other', deploymentName: 'prod', isBranchDeployment: false }],
    [{ organizationName: 'acme', deploymentName: 'dev', isBranchDeployment: false }],
  ])('is a mismatch when the answer is about %o', async (current) => {
    expect(await check(data(current))).toMatchObject({ kind: 'mismatch', ...current });
  });

  it.each([
    [401, { kind: 'unauthorized' }],
    [403, { kind: 'forbidden' }],
    [404, { kind: 'server-error', status: 404 }],
    [400, { kind: 'server-error', status: 400 }],
    [429, { kind: 'rate-limited' }],
    [500, { kind: 'server-error', status: 500 }],
    [503, { kind: 'server-error', status: 503 }],
  ])('of status %i is %o', async (status, outcome) =>
    expect(await check(send(status, '{}'))).toEqual(outcome),
  );

  it.each([300, 301, 302, 307, 308])(
    'of a redirect with status %i is said and the redirect is not followed',
    async (status) => {
      expect(await check(send(status, '', { location: '/prod/graphql' }))).toEqual({ kind: 'redirected' });
      expect(received).toHaveLength(1);
    },
  );

  it('of a redirect that a browser hides is the same', async () => {
    const hidden = { type: 'opaqueredirect', status: 0, body: null } as Response;
    expect(await checkDetails(QUESTION, async () => hidden)).toEqual({ kind: 'redirected' });
  });

  it('of GraphQL errors is the first message, shortened, without the token', async () => {
    const errors = [{ message: `Bad token ${TOKEN} ${'and so on, '.repeat(50)}` }, { message: 'second' }];
    const outcome = await check(json({ data: null, errors }));
    expect(outcome).toMatchObject({ kind: 'graphql-errors' });
    const { message } = outcome as { message: string };
    expect(message).toMatch(/^Bad token … (?:and so on, )+.*…$/);
    expect(message.length).toBeLessThanOrEqual(200);
    expect(await check(json({ errors: [{}] }))).toEqual({ kind: 'graphql-errors', message: '' });
  });

  it.each([
    ['a sign-in page', '<!doctype html><title>Sign in</title>'],
    ['nothing', ''],
    ['null', 'null'],
    ['other JSON', '{"data":{}}'],
    ['a wrong type', '{"data":{"currentDeployment":{"organizationName":1,"deploymentName":"prod"}}}'],
  ])('of %s is that it is not the JSON asked for', async (_, body) => {
    expect(await check(send(200, body))).toEqual({ kind: 'not-json' });
  });

  it('of a body of 10 MB is that it is too large, and the rest is not read', async () => {
    let closed: Promise<unknown> | undefined;
    const outcome = await check((response) => {
      closed = new Promise((resolve) => response.once('close', resolve));
      response.writeHead(200);
      response.write(`{"data":"${'x'.repeat(10 * 1024 * 1024)}`);
    });
    expect(outcome).toEqual({ kind: 'too-large' });
    await closed;
  });

  it('of a body at the limit is read', async () => {
    const text = JSON.stringify({ data: { currentDeployment: { ...REACH, fullDeployments: undefined } } });
    expect(await check(send(200, text.padEnd(ANSWER_LIMIT_BYTES)))).toMatchObject({
      kind: 'ok',
      fullDeployments: [],
    });
    expect(await check(send(200, text.padEnd(ANSWER_LIMIT_BYTES + 1)))).toEqual({ kind: 'too-large' });
  });

  it('of silence is a time-out, also when only the body does not end', async () => {
    expect(await check(() => {}, QUESTION, undefined, 100)).toEqual({ kind: 'timeout' });
    expect(await check((response) => response.writeHead(200).write('{'), QUESTION, undefined, 100)).toEqual({
      kind: 'timeout',
    });
  });

  it('of a dropped connection is that there is no network', async () => {
    expect(await check((response) => response.destroy())).toEqual({ kind: 'no-network' });
  });

  it('of a cancelled check is that it was cancelled', async () => {
    const stop = new AbortController();
    expect(await check(() => stop.abort(), QUESTION, stop.signal)).toEqual({ kind: 'cancelled' });
  });
});

/** So that these two come in any case. */
const WORKS = {
  data: { currentDeployment: { organizationName: 'acme', deploymentName: 'prod' }, fullDeployments: [] },
};

it('of whatever JSON is one of the outcomes, and never tells of the token', async () => {
  const secret = fc.constantFrom(
    TOKEN,
    TOKEN.slice(5),
    TOKEN.slice(5).split('').reverse().join(''),
    btoa(TOKEN),
  );
  const text = fc.oneof(fc.constantFrom('acme', 'prod', ''), fc.string(), secret);
  const odd = <T>(value: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: fc.jsonValue() });
  const current = fc.record({
    organizationName: odd(text),
    deploymentName: odd(text),
    isBranchDeployment: odd(fc.boolean()),
  });
  const full = fc.array(odd(fc.record({ deploymentName: odd(text) })), { maxLength: 4 });
  const answers = odd(
    fc.record(
      {
        data: odd(fc.record({ currentDeployment: odd(current), fullDeployments: odd(full) })),
        errors: odd(fc.array(odd(fc.record({ message: odd(text) })))),
      },
      { requiredKeys: [] },
    ),
  );
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(answers, async (answer) => {
      const outcome = await checkDetails(QUESTION, async () => new Response(JSON.stringify(answer)));
      kinds.add(outcome.kind);
      for (const told of Object.values(outcome).flat())
        if (typeof told === 'string') expect(tellsOf(told, TOKEN)).toBe(false);
    }),
    { ...cases(500), examples: [[WORKS], [{ errors: [{ message: TOKEN }] }]] },
  );
  expect([...kinds].sort()).toEqual(['graphql-errors', 'mismatch', 'not-json', 'ok']);
});
