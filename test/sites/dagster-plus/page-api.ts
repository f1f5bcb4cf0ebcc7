/** The requests that the app makes for its own pages, all with the session cookie. */
import { tokenRow } from './boot';
import { json, type SiteAnswer, type SiteRequest, text } from './exchange';
import type { Organization, Token } from './organization';

const NOT_FOUND = text('Not Found', 404);
const FORBIDDEN = text('Forbidden', 403);

/** Answers `/api/…` for the signed-in viewer of `organization`. */
export function answerPageApi(request: SiteRequest, organization: Organization): SiteAnswer {
  const [, , subject, id, action] = request.path.split('/');
  if (subject === 'scim-token') return json({ value: organization.scimToken });
  if (subject !== 'tokens') return NOT_FOUND;
  if (id === undefined) return request.method === 'POST' ? create(request, organization) : list(organization);
  const token = organization.token(id);
  if (!token) return NOT_FOUND;
  if (action === 'reveal') return reveal(token, organization);
  if (request.method === 'POST') change(token, request);
  return json(tokenRow(token));
}

function list(organization: Organization): SiteAnswer {
  return json([...organization.userTokens, ...organization.agentTokens].map(tokenRow));
}

function create({ body }: SiteRequest, organization: Organization): SiteAnswer {
  const { kind } = JSON.parse(body) as { kind: Token['kind'] };
  return json(tokenRow(organization.createToken({ kind })));
}

/** Nobody can see another user's token, not even an administrator. */
function reveal(token: Token, organization: Organization): SiteAnswer {
  const own = token.kind === 'agent' || token.owner === organization.viewer;
  return own ? json({ value: token.value }) : FORBIDDEN;
}

function change(token: Token, { body }: SiteRequest): void {
  const { description, revoked } = JSON.parse(body) as { description?: string; revoked?: true };
  if (description !== undefined) token.description = description;
  if (revoked) token.revoked ??= new Date();
}
