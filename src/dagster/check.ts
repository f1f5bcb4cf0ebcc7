/**
 * The one request that the extension ever makes: it asks the organization's own host for what a token is good.
 *
 * `POST https://{host}/{deployment}/graphql` with the header `Dagster-Cloud-Api-Token`, as Dagster's own clients do
 * (https://github.com/dagster-io/dagster, `dagster-cloud-cli`, `gql.py`); the fields are in the public schema.
 */
import { isDeployment } from '../link-details';
import { textWithout } from '../page/text';
import { organizationOrigin, readAddress } from './address';

/** How long the whole check may take, the body of the answer included. */
const CHECK_LIMIT_MS = 10_000;

/** An answer is a few hundred bytes; an organization has at most a few hundred deployments. */
export const ANSWER_LIMIT_BYTES = 256 * 1024;

const QUERY =
  '{ currentDeployment { organizationName deploymentName isBranchDeployment } fullDeployments { deploymentName } }';

export interface CheckQuestion {
  /** Where `/{deployment}/…` is appended, as `readAddress` gives it. The request goes to the organization's own host. */
  readonly base: string;
  /** The organization's slug without a region: `acme`. */
  readonly organization: string;
  readonly deployment: string;
  readonly token: string;
}

/** For what a token is good. */
interface TokenReach {
  readonly organizationName: string;
  readonly deploymentName: string;
  readonly isBranchDeployment: boolean;
  /** Names of the deployments that are no branch deployments and that the token's owner may see. */
  readonly fullDeployments: readonly string[];
}

export type CheckOutcome =
  | ({ readonly kind: 'ok' } & TokenReach)
  /** The token works, but Dagster+ answered for another organization or deployment than was asked. */
  | ({ readonly kind: 'mismatch' } & TokenReach)
  /** 401: the token is wrong or revoked, or the organization or its region is. */
  | { readonly kind: 'unauthorized' }
  /** 403: the token's owner has no access to this deployment. */
  | { readonly kind: 'forbidden' }
  /** The host sent the request on, which it does for deployments that it does not know; it was not followed. */
  | { readonly kind: 'redirected' }
  /** GraphQL errors; the first one's text, shortened, is the server's and not to be trusted. */
  | { readonly kind: 'graphql-errors'; readonly message: string }
  /** 429. */
  | { readonly kind: 'rate-limited' }
  /** 5xx, or another status that has no meaning here. */
  | { readonly kind: 'server-error'; readonly status: number }
  /** No answer within `CHECK_LIMIT_MS`. */
  | { readonly kind: 'timeout' }
  /** The host could not be reached. */
  | { readonly kind: 'no-network' }
  /** No JSON (a sign-in page, for example), or not the JSON that was asked for. */
  | { readonly kind: 'not-json' }
  /** More than `ANSWER_LIMIT_BYTES`; the rest was not read. */
  | { readonly kind: 'too-large' }
  /** `signal` was aborted. */
  | { readonly kind: 'cancelled' };

/**
 * Asks Dagster+ whether these details work.
 *
 * Sends the token to the organization's own host and nowhere else: without cookies (they would make the answer one
 * about the session), without a referrer, past every cache, and without following a redirect, which would carry the
 * token to wherever it points. `redirect: 'manual'` does not follow either, and unlike `'error'` it can be told from
 * a network that is down.
 *
 * @param signal cancels the check
 * @param limitMs instead of `CHECK_LIMIT_MS`
 * @returns one outcome per case; never rejects for what a server or a network does
 * @throws RangeError when `base` is not that of a Dagster+ organization: a mistake of the caller
 */
export async function checkDetails(
  question: CheckQuestion,
  fetch: typeof globalThis.fetch = globalThis.fetch,
  signal?: AbortSignal,
  limitMs = CHECK_LIMIT_MS,
): Promise<CheckOutcome> {
  const endpoint = endpointOf(question);
  const limit = AbortSignal.timeout(limitMs);
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Dagster-Cloud-Api-Token': question.token },
      body: JSON.stringify({ query: QUERY }),
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    const refusal = refusalOf(response);
    if (refusal) {
      await response.body?.cancel();
      return refusal;
    }
    const body = await readUpTo(ANSWER_LIMIT_BYTES, response);
    return body === null ? { kind: 'too-large' } : outcomeOf(body, question);
  } catch {
    if (signal?.aborted) return { kind: 'cancelled' };
    return { kind: limit.aborted ? 'timeout' : 'no-network' };
  }
}

function endpointOf({ base, deployment }: CheckQuestion): string {
  const address = readAddress(base);
  if (address.kind !== 'organization') throw new RangeError('Not an organization on Dagster+.');
  return `${organizationOrigin(address)}/${encodeURIComponent(deployment)}/graphql`;
}

/** What the status alone says; `null` for an answer with a body to read. */
function refusalOf({ status, type }: Response): CheckOutcome | null {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return { kind: 'redirected' };
  if (status === 401) return { kind: 'unauthorized' };
  if (status === 403) return { kind: 'forbidden' };
  if (status === 429) return { kind: 'rate-limited' };
  return status === 200 ? null : { kind: 'server-error', status };
}

/** The body as text, or `null` when it is longer than `limitBytes`: then the rest is not read. */
async function readUpTo(limitBytes: number, response: Response): Promise<string | null> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > limitBytes) {
      await reader?.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

function outcomeOf(body: string, question: CheckQuestion): CheckOutcome {
  const answer = parseObject(body);
  const errors = answer?.errors;
  if (Array.isArray(errors) && errors.length > 0) {
    return { kind: 'graphql-errors', message: errorText(errors[0], question.token) };
  }
  const reach = reachIn(answer?.data, question.token);
  if (!reach) return { kind: 'not-json' };
  return { kind: isAsked(reach, question) ? 'ok' : 'mismatch', ...reach };
}

function parseObject(body: string): Record<string, unknown> | null {
  try {
    return asObject(JSON.parse(body));
  } catch {
    return null;
  }
}

const asObject = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;

/** A server may repeat what it was sent: never the token. */
function errorText(error: unknown, token: string): string {
  const message = asObject(error)?.message;
  return typeof message === 'string' ? textWithout(token, message) : '';
}

function reachIn(data: unknown, token: string): TokenReach | null {
  const current = asObject(asObject(data)?.currentDeployment);
  const full = asObject(data)?.fullDeployments;
  const organizationName = current?.organizationName;
  const deploymentName = current?.deploymentName;
  if (typeof organizationName !== 'string' || typeof deploymentName !== 'string') return null;
  const names = Array.isArray(full) ? full.map((deployment) => asObject(deployment)?.deploymentName) : [];
  return {
    organizationName: textWithout(token, organizationName),
    deploymentName: textWithout(token, deploymentName),
    isBranchDeployment: current?.isBranchDeployment === true,
    fullDeployments: names.filter((name) => isTrueName(name, token)),
  };
}

/** A name that can be shown and used as it is. */
const isTrueName = (name: unknown, token: string): name is string =>
  typeof name === 'string' && isDeployment(name) && textWithout(token, name) === name;

/**
 * Whether the answer is about what was asked. The organization is compared without case and punctuation, because it
 * may be its display name. A branch deployment has two names, and which of them comes back is not documented.
 */
function isAsked(reach: TokenReach, { organization, deployment }: CheckQuestion): boolean {
  return (
    lettersAndDigits(reach.organizationName) === lettersAndDigits(organization) &&
    (reach.isBranchDeployment || reach.deploymentName === deployment)
  );
}

const lettersAndDigits = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
