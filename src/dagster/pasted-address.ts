/**
 * Understands what a person pasted or typed as the address of their organization: an address of any Dagster+ page, as
 * it is or within a text, or the organization's slug alone. The rules are those of `address.ts`.
 */
import { type DagsterAddress, type OrganizationAddress, readAddress } from './address';
import { holdsToken } from './pasted-token';
import { LONGEST_PASTE, QUOTES, withoutInvisible } from './pasted-words';
import { REGIONS } from './regions';

/** Why no organization can be taken from an address, the most telling first. */
const REASONS = [
  /** A Dagster+ host, but not by https. */
  'not-secure',
  'unknown-region',
  /** A host for programs, or one that Dagster+ keeps for itself. */
  'api',
  'sign-in',
  /** Written so that it can be taken for Dagster+. */
  'look-alike',
  'other-site',
] as const;

export type AddressRefusal =
  | (typeof REASONS)[number]
  | 'empty'
  | 'too-long'
  /** Addresses of several organizations or deployments. */
  | 'several'
  /** A token, of whatever kind. */
  | 'token'
  /** One word, but no slug that an organization can have: `www`. */
  | 'no-slug'
  /** What people call their organization: "Acme Rockets". */
  | 'display-name'
  | 'other';

export type PastedAddress =
  | {
      readonly kind: 'organization';
      readonly address: OrganizationAddress;
      /** Only a slug was given, which does not tell the region: it is taken as the first one's. */
      readonly regionAssumed: boolean;
    }
  | { readonly kind: 'refused'; readonly reason: AddressRefusal };

/** What an address in a text ends with: white space and what is put around it, but nothing that is part of one. */
const ENDS = new RegExp(`[\\s<>|${QUOTES}]|\\]\\(`, 'u');
const OPENING = /^[([{]+/;
const CLOSING = /(?<![.,;:!?)\]}…])[.,;:!?)\]}…]+$/;
const EMPHASIS = /^([*_~]{1,3})(.+)\1$/s;

/** The name of a setting before an address: `URL=acme.dagster.cloud`. */
const SETTING = /^\w+=/;

const SCHEME = /[a-z][a-z0-9+.-]{0,20}:\/\//i;
const HOST_WITHOUT_SCHEME = /^[^\s/?#@]+\.[^\s/?#@]{2,}(?:[/?#]|$)/;

/** `acme`, or with the label of its region, as in `acme.eu`. */
const REGION_LABELS = Object.values(REGIONS).flatMap(({ hostLabel }) => (hostLabel ? [hostLabel] : []));
const SLUG = new RegExp(`^[a-z0-9-]+(?:\\.(?:${REGION_LABELS.join('|')}))?$`, 'i');

/** Longer texts are no name, and longer words no address of a page. */
const LONGEST_NAME = 100;
const LONGEST_ADDRESS = 2_000;

/** @param text as it was pasted or typed; up to `LONGEST_PASTE` of it are looked at */
export function readPastedAddress(text: string): PastedAddress {
  if (text.length > LONGEST_PASTE) return refused('too-long');
  const pieces = withoutInvisible(text).split(ENDS).map(trimmed).filter(Boolean);
  const [only] = pieces;
  if (only === undefined) return refused('empty');
  const alone = pieces.length === 1 && only.length <= LONGEST_NAME;
  if (alone && SLUG.test(only) && !holdsToken(only)) return readSlug(only);
  const addresses = pieces.map(addressIn).filter((address) => address !== null);
  if (addresses.length > 0) return theOneOf(addresses);
  if (holdsToken(text)) return refused('token');
  return refused(isName(text) ? 'display-name' : 'other');
}

const refused = (reason: AddressRefusal): PastedAddress => ({ kind: 'refused', reason });

const trimmed = (piece: string): string =>
  piece.replace(OPENING, '').replace(CLOSING, '').replace(EMPHASIS, '$2');

function readSlug(slug: string): PastedAddress {
  const address = readAddress(`https://${slug}.dagster.cloud`);
  if (address.kind === 'organization')
    return { kind: 'organization', address, regionAssumed: !slug.includes('.') };
  return refused(address.kind === 'not-dagster' ? 'other' : 'no-slug');
}

/** One word or several on one line, with a letter. */
const isName = (text: string): boolean =>
  text.trim().length <= LONGEST_NAME && /\p{L}/u.test(text) && !/[\r\n]/.test(text.trim());

interface FoundAddress {
  readonly written: string;
  readonly address: DagsterAddress;
}

function addressIn(piece: string): FoundAddress | null {
  if (piece.length > LONGEST_ADDRESS) return null;
  const scheme = SCHEME.exec(piece);
  if (scheme) return found(piece.slice(scheme.index));
  const written = piece.replace(SETTING, '');
  return HOST_WITHOUT_SCHEME.test(written) ? found(`https://${written}`) : null;
}

const found = (written: string): FoundAddress => ({ written, address: readAddress(written) });

function theOneOf(addresses: readonly FoundAddress[]): PastedAddress {
  const organizations = new Map(
    addresses.flatMap(({ address }) =>
      address.kind === 'organization' ? [[keyOf(address), address] as const] : [],
    ),
  );
  const [address] = organizations.values();
  if (organizations.size > 1) return refused('several');
  if (address) return { kind: 'organization', address, regionAssumed: false };
  const reasons = new Set(addresses.map(reasonFor));
  return refused(REASONS.find((reason) => reasons.has(reason)) ?? 'other');
}

const keyOf = ({ organization, region, deployment }: OrganizationAddress): string =>
  `${organization}/${region}/${deployment?.name ?? ''}`;

function reasonFor({ written, address }: FoundAddress): (typeof REASONS)[number] {
  if (address.kind !== 'organization' && address.kind !== 'not-dagster') return address.kind;
  const byHttps = written.replace(SCHEME, 'https://');
  if (readAddress(byHttps).kind !== 'not-dagster') return 'not-secure';
  const [authority = ''] = byHttps.slice('https://'.length).split(/[/?#]/, 1);
  return /dagster|xn--/i.test(`${authority} ${hostOf(byHttps)}`) ? 'look-alike' : 'other-site';
}

/** The host as a browser would ask for it, so that letters of other scripts show as what they are. */
function hostOf(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    return '';
  }
}
