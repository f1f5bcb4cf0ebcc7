/**
 * What an administrator has set for everybody in an organization (`storage.managed`), read so that a mistake allows
 * less, never more. docs/administrators.md describes it to them.
 */
import type { OrganizationAddress } from './dagster/address';
import { REGIONS } from './dagster/regions';
import { HOLD_MINUTES } from './session/timed-value';

export type PolicyName = 'holdMinutes' | 'formOrigins' | 'organizations';

export interface Policy {
  /** How long what was read or pasted is held. */
  readonly holdMinutes: number;
  /** The only origins whose forms may be filled; null: any. */
  readonly formOrigins: readonly string[] | null;
  /** The only organizations that may be linked, as their hosts begin (`acme`, `acme.eu`); null: any. */
  readonly organizations: readonly string[] | null;
  /** What is set, in the order of the table. */
  readonly set: readonly PolicyName[];
  /** What is set and cannot be read, or not all of it: what it allows is only what could be read. */
  readonly unreadable: readonly PolicyName[];
}

export const NO_POLICY: Policy = {
  holdMinutes: HOLD_MINUTES,
  formOrigins: null,
  organizations: null,
  set: [],
  unreadable: [],
};

/** Less is too short for the way from one page to the other. */
const SHORTEST_HOLD_MINUTES = 2;

const NAMES: readonly PolicyName[] = ['holdMinutes', 'formOrigins', 'organizations'];

/** `acme`, `acme.eu`. */
const ORGANIZATION = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z]+)?$/;

/** @param managed what the browser gives of the policy; anything */
export function readPolicy(managed: unknown): Policy {
  const given = (typeof managed === 'object' && managed !== null ? managed : {}) as Record<string, unknown>;
  const set = NAMES.filter((name) => given[name] !== undefined);
  const minutes = given.holdMinutes;
  const isTime =
    Number.isInteger(minutes) && Number(minutes) >= SHORTEST_HOLD_MINUTES && Number(minutes) <= HOLD_MINUTES;
  const origins = listIn(given.formOrigins, isOrigin);
  const organizations = listIn(given.organizations, (text) => ORGANIZATION.test(text));
  const whole = { holdMinutes: isTime, formOrigins: origins.whole, organizations: organizations.whole };
  return {
    holdMinutes: minutes === undefined ? HOLD_MINUTES : isTime ? Number(minutes) : SHORTEST_HOLD_MINUTES,
    formOrigins: origins.read,
    organizations: organizations.read,
    set,
    unreadable: set.filter((name) => !whole[name]),
  };
}

/** What of a list can be read; a list that is none allows nothing. */
function listIn(value: unknown, fits: (text: string) => boolean) {
  if (value === undefined) return { read: null, whole: true };
  if (!Array.isArray(value)) return { read: [], whole: false };
  const read = value.filter((one): one is string => typeof one === 'string' && fits(one));
  return { read, whole: read.length === value.length };
}

function isOrigin(text: string): boolean {
  try {
    return new URL(text).origin === text;
  } catch {
    return false;
  }
}

/** @param origin of the document with the form */
export const isFormAllowed = ({ formOrigins }: Policy, origin: string): boolean =>
  formOrigins?.includes(origin) ?? true;

export const isOrganizationAllowed = (
  { organizations }: Policy,
  { organization, region }: Pick<OrganizationAddress, 'organization' | 'region'>,
): boolean => organizations?.includes(REGIONS[region].slugs(organization).at(-1) ?? '') ?? true;

/** The same of a slug that goes into a form, which need not say the region: `acme` can stand for `acme.eu`. */
export const isSlugAllowed = ({ organizations }: Policy, slug: string): boolean =>
  organizations?.some((one) => one === slug || one.split('.')[0] === slug) ?? true;
