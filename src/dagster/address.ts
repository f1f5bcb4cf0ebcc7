/**
 * Reads organization, region, deployment and page from the address of a Dagster+ page.
 *
 * Everything known about Dagster+ addresses stands in the tables at the top. They come from Dagster's
 * documentation (https://docs.dagster.io/deployment/dagster-plus), its open-source client code
 * (https://github.com/dagster-io/dagster, `dagster-cloud-cli`) and from addresses that people have published.
 */
import { isDeployment } from '../link-details';
import { REGIONS, type Region, regionOf } from './regions';
import { isTokensPath } from './tokens-path';

interface DeploymentInAddress {
  /** As the address writes it, percent-decoded, case kept: `prod`, `data-eng-prod`. */
  readonly name: string;
}

/** A page that belongs to an organization. */
export interface OrganizationAddress {
  readonly kind: 'organization';
  /** `https://acme.eu.dagster.cloud`; a port other than 443 is kept. */
  readonly origin: string;
  /** Host name in lower case, without port and without a trailing dot. */
  readonly host: string;
  /** The organization's slug, lower case, without the region: `acme`. */
  readonly organization: string;
  readonly region: Region;
  /** `null` where the address carries none. */
  readonly deployment: DeploymentInAddress | null;
  readonly page: 'tokens' | 'organization-settings' | 'other';
  /** Where `/{deployment}/…` is appended: the origin, or on bare hosts the origin and `/{organization}`. */
  readonly base: string;
}

export type DagsterAddress =
  | OrganizationAddress
  /** `dagster.cloud`, `eu.dagster.cloud`: where people sign in and are sent on to their organization. */
  | { readonly kind: 'sign-in'; readonly host: string; readonly region: Region }
  /** A Dagster+ host without pages of an organization: agent and MCP interfaces, reserved first labels. */
  | { readonly kind: 'api'; readonly host: string }
  | {
      readonly kind: 'unknown-region';
      readonly host: string;
      /** What stands between the organization and the domain: `xx` in `acme.xx.dagster.cloud`. */
      readonly region: string;
      readonly organization: string;
    }
  | { readonly kind: 'not-dagster' };

/** Both domains serve the same application. */
const DOMAINS = ['dagster.cloud', 'dagster.plus'] as const;

/** `{org}.agent.dagster.cloud`, `mcp.agent.eu.dagster.cloud`: interfaces for programs. */
const INTERFACE_LABEL = 'agent';

/** First labels of a host that are never an organization. */
const RESERVED_LABELS: ReadonlySet<string> = new Set([
  ...'www docs api app login auth mcp agent support status'.split(' '),
  ...Object.values(REGIONS).map(({ hostLabel }) => hostLabel),
]);

/** First segments of a path that are never a deployment, because Dagster+ itself uses them. */
const RESERVED_SEGMENTS = new Set(
  (
    'graphql auth cli-auth login logout signup org-settings cloud-settings user-settings settings ' +
    'oauth saml scim api invite onboarding static'
  ).split(' '),
);

/** First segments that are routes of the application, used when an address carries no deployment; `br` lists branch deployments. */
const ROUTES_WITHOUT_DEPLOYMENT = new Set(
  (
    'br runs assets asset-groups snapshots health concurrency config locations guess overview jobs ' +
    'automation selection catalog home instance workspace'
  ).split(' '),
);

/** `cloud-settings` is what older versions say. */
const ORGANIZATION_SETTINGS = new Set(['org-settings', 'cloud-settings']);

/** The name of a branch deployment in an address. */
const BRANCH_DEPLOYMENT = /^[0-9a-f]{16,}$/;

/** What names of deployments look like (https://docs.dagster.io/deployment/dagster-plus/deploying-code/full-deployments). */
const USUAL_DEPLOYMENT = /^[a-z0-9][\w.-]*$/i;

const LONGEST_DEPLOYMENT = 255;

/** A DNS label in ASCII; an internationalised one (`xn--…`) is no slug that Dagster+ gives out. */
const SLUG = /^(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Control, format and unassigned characters, and what leads to another place in a path. */
const NEVER_IN_A_NAME = /\p{C}|^\.{1,2}$/u;

const NOT_DAGSTER: DagsterAddress = { kind: 'not-dagster' };

/**
 * What an address says.
 *
 * @param url any text; only a whole `https:` URL can be Dagster+
 * @returns the facts in the address; never throws. Every text that is not an https URL of a Dagster+ host is `not-dagster`
 */
export function readAddress(url: string): DagsterAddress {
  const parsed = parseUrl(url);
  if (parsed?.protocol !== 'https:') return NOT_DAGSTER;
  const host = withoutTrailingDot(parsed.hostname);
  const labels = labelsBeforeDomain(host);
  if (!labels) return NOT_DAGSTER;
  const origin = `https://${host}${parsed.port && `:${parsed.port}`}`;
  const segments = parsed.pathname.split('/').filter(Boolean);

  const bareRegion = regionOf(labels.join('.'));
  if (bareRegion) return readBareHost({ host, origin, region: bareRegion, path: parsed.pathname, segments });

  const [organization = '', ...regionLabels] = labels;
  if (regionLabels.includes(INTERFACE_LABEL) || !isSlug(organization)) return { kind: 'api', host };
  const region = regionOf(regionLabels.join('.'));
  if (!region) return { kind: 'unknown-region', host, region: regionLabels.join('.'), organization };
  return {
    kind: 'organization',
    origin,
    host,
    organization,
    region,
    deployment: readDeployment(segments[0]),
    page: readPage(parsed.pathname, segments),
    base: origin,
  };
}

/**
 * The address of the Tokens page.
 *
 * @param deployment the deployment to name in the address; without it the one in `address`, and if that has none
 *   either, the organization's own Tokens page, which needs no deployment
 */
export function tokensPageUrl(address: OrganizationAddress, deployment = address.deployment?.name): string {
  const settings = deployment ? `${encodeURIComponent(deployment)}/org-settings` : 'org-settings';
  return `${address.base}/${settings}/tokens`;
}

/**
 * The organization's own origin, also for an address on a bare sign-in host:
 * `https://dagster.cloud/acme/prod` belongs to `https://acme.dagster.cloud`.
 */
export function organizationOrigin(address: OrganizationAddress): string {
  return address.base === address.origin ? address.origin : `https://${address.organization}.${address.host}`;
}

/** Whether a deployment's name is that of a branch deployment: temporary, and not the git branch's name. */
export const isBranchDeployment = (deployment: string): boolean => BRANCH_DEPLOYMENT.test(deployment);

/** Whether a deployment's name holds what such names do not usually hold: a space, an accent, a percent sign. */
export const isUnusualDeployment = (deployment: string): boolean => !USUAL_DEPLOYMENT.test(deployment);

export type PastedDeployment =
  | { readonly kind: 'empty' }
  /** Plain text that can be a deployment's name. */
  | { readonly kind: 'name'; readonly deployment: string }
  /** A Dagster+ address that carries a deployment; its organization may be another one than the person is in. */
  | {
      readonly kind: 'address';
      readonly deployment: string;
      readonly address: OrganizationAddress;
    }
  /** An address that gives no deployment: `address` says why. */
  | { readonly kind: 'address-without-deployment'; readonly address: DagsterAddress }
  /** Neither an address nor a possible name: it holds a space, a slash, `?` or `#`, or is too long. */
  | { readonly kind: 'not-a-name' };

/** `acme.dagster.cloud/prod`, copied without its scheme. */
const ADDRESS_WITHOUT_SCHEME = /^[\w.-]+\.dagster\.(?:cloud|plus)\.?(?::\d+)?(?:[/?#]|$)/i;

/**
 * Understands what a person typed or pasted into the Deployment field: a name, or a whole Dagster+ address.
 *
 * @param text as it stands in the field; white space around it is removed
 */
export function readPastedDeployment(text: string): PastedDeployment {
  const trimmed = text.trim();
  if (!trimmed) return { kind: 'empty' };
  const url = ADDRESS_WITHOUT_SCHEME.test(trimmed) ? `https://${trimmed}` : trimmed;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(url)) return deploymentOfAddress(readAddress(url));
  return isDeployment(trimmed) && !NEVER_IN_A_NAME.test(trimmed)
    ? { kind: 'name', deployment: trimmed }
    : { kind: 'not-a-name' };
}

function deploymentOfAddress(address: DagsterAddress): PastedDeployment {
  if (address.kind !== 'organization' || !address.deployment) {
    return { kind: 'address-without-deployment', address };
  }
  return { kind: 'address', deployment: address.deployment.name, address };
}

function readBareHost(at: {
  host: string;
  origin: string;
  region: Region;
  path: string;
  segments: string[];
}): DagsterAddress {
  const { host, origin, region } = at;
  const [first = '', ...rest] = at.segments;
  const organization = first.toLowerCase();
  if (!isSlug(organization) || isReservedSegment(organization)) return { kind: 'sign-in', host, region };
  return {
    kind: 'organization',
    origin,
    host,
    organization,
    region,
    deployment: readDeployment(rest[0]),
    page: readPage(at.path, rest),
    base: `${origin}/${first}`,
  };
}

function readDeployment(segment: string | undefined): DeploymentInAddress | null {
  const name = decodeSegment(segment ?? '');
  return isDeploymentSegment(name) && !isReservedSegment(name.toLowerCase()) ? { name } : null;
}

/** @param segments of the path, after the organization on bare hosts */
function readPage(path: string, segments: string[]): OrganizationAddress['page'] {
  if (isTokensPath(path)) return 'tokens';
  const inSettings = segments.slice(0, 2).some((segment) => ORGANIZATION_SETTINGS.has(segment.toLowerCase()));
  return inSettings ? 'organization-settings' : 'other';
}

/** The labels before Dagster's domain, first label first; `null` for any other host. */
function labelsBeforeDomain(host: string): string[] | null {
  for (const domain of DOMAINS) {
    if (host === domain) return [];
    if (host.endsWith(`.${domain}`)) return host.slice(0, -domain.length - 1).split('.');
  }
  return null;
}

const isSlug = (label: string): boolean => SLUG.test(label) && !RESERVED_LABELS.has(label);

const isReservedSegment = (segment: string): boolean =>
  RESERVED_SEGMENTS.has(segment) || ROUTES_WITHOUT_DEPLOYMENT.has(segment);

/**
 * Whether a decoded segment can be a deployment. Of what a person types less is taken (`isDeployment`), because `my branch`
 * and `prod?view=all` are mistakes there; in an address they are written with care.
 */
const isDeploymentSegment = (name: string): boolean =>
  name.trim() !== '' &&
  name.length <= LONGEST_DEPLOYMENT &&
  !name.includes('/') &&
  !NEVER_IN_A_NAME.test(name);

const withoutTrailingDot = (host: string): string => (host.endsWith('.') ? host.slice(0, -1) : host);

function parseUrl(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

/** Empty where the percent-encoding is broken. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}
