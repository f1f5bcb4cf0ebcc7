/**
 * A stand-in for the Dagster+ web app, for end-to-end tests and the demo.
 *
 * It answers for every host of `dagster.cloud` and `dagster.plus`. Give each test its own: all state is in the object.
 */
import { randomUUID } from 'node:crypto';
import { type Boot, bootOrganization } from './boot';
import { json, redirect, type SiteAnswer, type SiteRequest, text } from './exchange';
import { answerCheck, type CheckFailure, failedCheck } from './graphql';
import { HeldAnswers, type PageRequest } from './held-answers';
import { organizationHost, type SiteHost, siteHost } from './hosts';
import type { Organization } from './organization';
import { answerPageApi } from './page-api';
import { pageBundle } from './page-bundle';
import { type Rendering, renderingFrom, USUAL_RENDERING } from './rendering';
import { acme, nordwind } from './sample-organizations';

/** A request to a GraphQL endpoint, as it arrived. */
interface ReceivedCheck {
  readonly host: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface DagsterPlusOptions {
  readonly rendering?: Partial<Rendering>;
  /** Without it everybody counts as signed in. */
  readonly signedOut?: boolean;
  /** In place of acme and nordwind, or beside them: see `organizations`. */
  readonly organizations?: readonly Organization[];
}

export interface DagsterPlus {
  /** Acme Inc., `acme.dagster.cloud`: signed in as its administrator. */
  readonly acme: Organization;
  /** Nordwind GmbH, `nordwind.eu.dagster.cloud`. */
  readonly nordwind: Organization;
  /** All organizations; a test may add its own. */
  readonly organizations: Organization[];
  /** How pages are drawn from the next load on; a query in the address (`?rows=divs`) goes first. */
  rendering: Rendering;
  /** Every check that arrived, oldest first. */
  readonly checks: readonly ReceivedCheck[];
  /** Lets the next check fail; several calls line up. */
  failNextCheck(failure: CheckFailure): void;
  /** Keeps back the answer to the next request of this kind; several calls line up. */
  holdNext(request: PageRequest, until: Promise<unknown>): void;
  /** Ends every session: pages show sign-in until somebody signs in. */
  signOut(): void;
  /** Whether this host is answered here. */
  serves(host: string): boolean;
  handle(request: SiteRequest): SiteAnswer | Promise<SiteAnswer>;
}

type OrganizationHost = Extract<SiteHost, { kind: 'organization' }>;

/** A new, independent Dagster+. */
export function dagsterPlus(options: DagsterPlusOptions = {}): DagsterPlus {
  return new StandIn(options);
}

class StandIn implements DagsterPlus {
  readonly acme = acme();
  readonly nordwind = nordwind();
  readonly organizations: Organization[];
  readonly checks: ReceivedCheck[] = [];
  rendering: Rendering;
  readonly #failures: CheckFailure[] = [];
  readonly #heldAnswers = new HeldAnswers();
  readonly #sessions = new Set<string>();
  #everybodySignedIn: boolean;

  constructor(options: DagsterPlusOptions) {
    this.organizations = [this.acme, this.nordwind, ...(options.organizations ?? [])];
    this.rendering = { ...USUAL_RENDERING, ...options.rendering };
    this.#everybodySignedIn = !options.signedOut;
  }

  failNextCheck(failure: CheckFailure): void {
    this.#failures.push(failure);
  }

  holdNext(request: PageRequest, until: Promise<unknown>): void {
    this.#heldAnswers.hold(request, until);
  }

  signOut(): void {
    this.#everybodySignedIn = false;
    this.#sessions.clear();
  }

  serves(host: string): boolean {
    return siteHost(host) !== null;
  }

  handle(request: SiteRequest): SiteAnswer | Promise<SiteAnswer> {
    const host = siteHost(request.host);
    if (host === null || host.kind === 'other') return text('Not Found', 404);
    if (request.path.startsWith('/static/')) return staticFile(request.path);
    return host.kind === 'sign-in' ? this.#signInHost(request, host) : this.#organizationHost(request, host);
  }

  #signInHost(request: SiteRequest, host: Extract<SiteHost, { kind: 'sign-in' }>): SiteAnswer {
    if (request.path === '/api/sign-in') return this.#signIn(request, host.region, host.domain);
    const slug = request.path.split(/[/?#]/)[1] ?? '';
    const organization = this.#find(slug, host.region);
    if (!organization || !this.#signedIn(request)) return this.#app(request, undefined);
    const rest = request.path.slice(slug.length + 1);
    return redirect(`https://${organizationHost(slug, host.region, host.domain)}${rest || '/'}`);
  }

  async #organizationHost(request: SiteRequest, host: OrganizationHost): Promise<SiteAnswer> {
    await this.#heldAnswers.wait(request);
    const organization = this.#find(host.slug, host.region);
    const check = /^\/([^/]+)\/graphql(?:\?|$)/.exec(request.path);
    if (check) return this.#check(request, organization, decodeURIComponent(check[1] ?? ''));
    if (!organization) return text(`There is no organization "${host.slug}" here.`, 404);
    if (request.path === '/api/sign-in') return this.#signIn(request, host.region, host.domain);
    if (request.path === '/api/sign-out') return this.#endSession();
    if (!this.#signedIn(request)) return this.#app(request, undefined);
    if (request.path.startsWith('/api/')) return answerPageApi(request, organization);
    if (request.path === '/') return redirect(`/${organization.deployments[0]?.name}/overview`);
    return this.#app(request, organization);
  }

  #check(request: SiteRequest, organization: Organization | undefined, deployment: string) {
    if (request.method !== 'POST') return text('Method Not Allowed', 405);
    const { host, path, headers, body } = request;
    this.checks.push({ host, path, headers, body });
    const failure = this.#failures.shift();
    if (failure) return failedCheck(failure, request);
    const sessionUser = this.#hasSession(request) ? (organization?.viewer ?? null) : null;
    return answerCheck(request, organization, deployment, sessionUser);
  }

  #find(slug: string, region: string): Organization | undefined {
    return this.organizations.find((one) => one.slug === slug && one.region === region);
  }

  #hasSession({ headers }: SiteRequest): boolean {
    const session = /(?:^|;\s*)session=([^;]+)/.exec(headers.cookie ?? '')?.[1];
    return session !== undefined && this.#sessions.has(session);
  }

  #signedIn(request: SiteRequest): boolean {
    return this.#everybodySignedIn || this.#hasSession(request);
  }

  /** A session is made for every signed-in page load, so that a check with cookies can be told from one without. */
  #sessionCookie(domain: string): Record<string, string> {
    const session = randomUUID();
    this.#sessions.add(session);
    const cookie = `session=${session}; Domain=${domain}; Path=/; HttpOnly; Secure; SameSite=None`;
    return { 'set-cookie': cookie };
  }

  #signIn(request: SiteRequest, region: string, domain: string): SiteAnswer {
    const { email } = JSON.parse(request.body) as { email: string };
    const organization = this.organizations.find(
      (one) => one.region === region && one.users.some((user) => user.email === email),
    );
    if (!organization) return text('No organization was found for this address.', 404);
    organization.viewer = email;
    const answer = json({ location: `https://${organizationHost(organization.slug, region, domain)}/` });
    return { ...answer, headers: { ...answer.headers, ...this.#sessionCookie(domain) } };
  }

  #endSession(): SiteAnswer {
    this.signOut();
    return json({});
  }

  #app(request: SiteRequest, organization: Organization | undefined): SiteAnswer {
    const query = new URLSearchParams(request.path.split('?')[1]);
    const boot: Boot = {
      rendering: renderingFrom(query, this.rendering),
      organization: organization ? bootOrganization(organization) : null,
      viewer: organization?.viewingUser ?? null,
    };
    const domain = request.host.split('.').slice(-2).join('.');
    const session = organization && !this.#hasSession(request) ? this.#sessionCookie(domain) : {};
    return { status: 200, headers: { ...PAGE_HEADERS, ...session }, body: appDocument(boot) };
  }
}

const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
};

const appDocument = (boot: Boot): string => `<!doctype html>
<html lang="${boot.rendering.language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Dagster+</title>
<link rel="stylesheet" href="/static/app.css">
<body>
<script type="application/json" id="boot">${JSON.stringify(boot).replaceAll('<', '\\u003c')}</script>
<div id="root"></div>
<script src="/static/app.js"></script>
`;

async function staticFile(path: string): Promise<SiteAnswer> {
  const { script, style } = await pageBundle();
  if (path === '/static/app.js') {
    return { status: 200, headers: { 'content-type': 'text/javascript; charset=utf-8' }, body: script };
  }
  if (path === '/static/app.css') {
    return { status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, body: style };
  }
  return text('Not Found', 404);
}
