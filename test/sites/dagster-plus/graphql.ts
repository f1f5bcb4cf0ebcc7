/**
 * `POST /{deployment}/graphql`: what a token is good for.
 *
 * Answers like the real endpoint, without any CORS header. A valid session cookie wins over the token header: whoever
 * sends cookies learns about the session and not about the token.
 */
import { json, redirect, type SiteAnswer, type SiteRequest, text } from './exchange';
import type { Deployment, Organization } from './organization';

/** What can be made to go wrong with a check. */
export type CheckFailure =
  | 'unauthorized'
  | 'forbidden'
  | 'redirect-loop'
  /** A redirect to a foreign host: following it would carry the token there. */
  | 'redirect-elsewhere'
  | 'rate-limited'
  | 'server-error'
  /** Status 200 with `errors[]`. */
  | 'graphql-errors'
  /** Status 200 with a sign-in page instead of JSON. */
  | 'html'
  /** Status 200 with 10 MB of valid JSON. */
  | 'huge'
  /** Never answers. */
  | 'silent';

const HUGE_BODY_BYTES = 10 * 1024 * 1024;

const FAILURES: Record<CheckFailure, (request: SiteRequest) => SiteAnswer | Promise<SiteAnswer>> = {
  unauthorized: () => json({ error: 'Unauthorized' }, 401),
  forbidden: () => json({ error: 'Forbidden' }, 403),
  'redirect-loop': ({ path }) => redirect(path),
  'redirect-elsewhere': () => redirect('https://elsewhere.example/graphql'),
  'rate-limited': () => ({ ...text('Too Many Requests', 429), headers: { 'retry-after': '30' } }),
  'server-error': () => text('Internal Server Error', 500),
  'graphql-errors': () =>
    json({ data: null, errors: [{ message: 'Internal error', path: ['currentDeployment'] }] }),
  html: () => ({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!doctype html><title>Dagster+</title><p>Sign in to continue',
  }),
  huge: () => json({ data: { currentDeployment: null, padding: 'x'.repeat(HUGE_BODY_BYTES) } }),
  silent: () => new Promise<never>(() => {}),
};

/** The answer that goes with `failure`. */
export const failedCheck = (failure: CheckFailure, request: SiteRequest): SiteAnswer | Promise<SiteAnswer> =>
  FAILURES[failure](request);

/**
 * Answers a check.
 *
 * @param organization the one this host belongs to; undefined for a wrong organization or region
 * @param sessionUser e-mail address of the user whose session cookie came along, else null
 */
export function answerCheck(
  request: SiteRequest,
  organization: Organization | undefined,
  deploymentName: string,
  sessionUser: string | null,
): SiteAnswer | Promise<SiteAnswer> {
  const token = organization?.activeUserToken(request.headers['dagster-cloud-api-token'] ?? '');
  const user = sessionUser ?? token?.owner;
  if (!organization || !user) return failedCheck('unauthorized', request);
  const deployment = organization.deployments.find(({ name }) => name === deploymentName);
  if (!deployment) return failedCheck('redirect-loop', request);
  if (deployment.closedTo?.includes(user)) return failedCheck('forbidden', request);
  return answerQuery(request.body, schema(organization, deployment, user));
}

const schema = (organization: Organization, deployment: Deployment, user: string) => ({
  currentDeployment: {
    organizationName: organization.slug,
    deploymentName: deployment.name,
    isBranchDeployment: deployment.branch !== null,
  },
  fullDeployments: organization.fullDeploymentsFor(user).map(({ name }) => ({ deploymentName: name })),
});

function answerQuery(body: string, root: object): SiteAnswer {
  try {
    const { query } = JSON.parse(body) as { query: string };
    const words = query.slice(query.indexOf('{')).match(/[{}]|\w+/g) ?? [];
    words.shift();
    return json({ data: select(words, root) });
  } catch (error) {
    return json({ errors: [{ message: error instanceof Error ? error.message : String(error) }] });
  }
}

/** Takes the fields that `words` ask for up to the closing brace, and removes those words. */
function select(words: string[], source: object): object {
  const selected: Record<string, unknown> = {};
  for (let field = words.shift(); field !== '}'; field = words.shift()) {
    if (field === undefined) throw new Error('Syntax Error: Expected Name, found <EOF>.');
    if (!(field in source)) throw new Error(`Cannot query field "${field}".`);
    const value = (source as Record<string, unknown>)[field];
    selected[field] = words[0] === '{' ? selectInside(words, value) : value;
  }
  return selected;
}

function selectInside(words: string[], value: unknown): unknown {
  words.shift();
  if (!Array.isArray(value)) return select(words, value as object);
  const asked = words.splice(0, words.indexOf('}') + 1);
  return value.map((item) => select([...asked], item));
}
