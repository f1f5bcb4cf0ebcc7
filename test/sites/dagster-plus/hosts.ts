/** Which part of Dagster+ answers on a host. */

export type SiteHost =
  /** `dagster.cloud`, `eu.dagster.cloud`: sign-in; the organization, if any, is the first path segment. */
  | { readonly kind: 'sign-in'; readonly region: string; readonly domain: string }
  | { readonly kind: 'organization'; readonly slug: string; readonly region: string; readonly domain: string }
  /** APIs and hosts that are no organization. */
  | { readonly kind: 'other' };

const DOMAIN = /^(?:(.+)\.)?(dagster\.(?:cloud|plus))$/;
const NOT_ORGANIZATIONS = ['www', 'docs', 'api', 'app', 'login', 'auth', 'mcp', 'agent', 'support', 'status'];

/** Reads a lower-case host name without a port; `null` when it is no Dagster+ host at all. */
export function siteHost(host: string): SiteHost | null {
  const match = DOMAIN.exec(host);
  if (!match) return null;
  const domain = match[2] ?? '';
  if (match[1] === undefined) return { kind: 'sign-in', region: 'us', domain };
  if (match[1] === 'eu') return { kind: 'sign-in', region: 'eu', domain };
  const [slug = '', region = 'us', ...rest] = match[1].split('.');
  if (rest.length > 0 || region === 'agent' || NOT_ORGANIZATIONS.includes(slug)) return { kind: 'other' };
  return { kind: 'organization', slug, region, domain };
}

/** The host of an organization on the same domain as the sign-in page. */
export const organizationHost = (slug: string, region: string, domain: string): string =>
  region === 'us' ? `${slug}.${domain}` : `${slug}.${region}.${domain}`;
