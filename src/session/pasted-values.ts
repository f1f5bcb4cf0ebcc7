/**
 * What the person gave by hand: one token or several to choose from, an address, and what they decided about them.
 *
 * It is kept apart from what was read, because the token may wait for its address, and because nothing that a page shows
 * may be joined with it before the person says so.
 */
import type { TokenChoices } from '../dagster/account';
import { type OrganizationAddress, readAddress } from '../dagster/address';
import type { RevealedToken } from '../dagster/page-reading';
import { pastedToken } from '../dagster/pasted-token';
import { isUnusualUserToken, isUserToken } from '../link-details';

export interface PastedValues {
  /** Empty while only an address was pasted. */
  readonly tokens: readonly RevealedToken[];
  readonly address: OrganizationAddress | null;
  /** What was decided about them before the popup was closed. */
  readonly choices: PastedChoices;
}

export interface PastedChoices {
  /** Value of the chosen token. */
  readonly token?: string;
  readonly account?: TokenChoices;
}

export interface KeptPasted extends PastedValues {
  /** Milliseconds since 1970, after which it is forgotten. */
  readonly until: number;
}

/**
 * Takes what came in a message piece by piece: nothing is kept that a person could not have pasted.
 *
 * @returns null for anything else
 */
export function pastedFrom(message: unknown): PastedValues | null {
  const { tokens, address, choices } = objectOf(message);
  if (!Array.isArray(tokens)) return null;
  const values = tokens.map((token) => objectOf(token).value);
  if (!values.every(isToken)) return null;
  const { token, account } = objectOf(choices);
  return {
    tokens: values.map(pastedToken),
    address: addressFrom(address),
    choices: {
      ...(isToken(token) && { token }),
      ...(account !== undefined && { account: tokenChoicesFrom(objectOf(account)) }),
    },
  };
}

function tokenChoicesFrom(account: Record<string, unknown>): TokenChoices {
  const { of, organizationSlug, deploymentText, unusualTokenAccepted } = account;
  const address = addressFrom(account.address);
  return {
    of: isToken(of) ? of : null,
    ...(typeof organizationSlug === 'string' && { organizationSlug }),
    ...(typeof deploymentText === 'string' && { deploymentText }),
    ...(unusualTokenAccepted === true && { unusualTokenAccepted }),
    ...(address && { address }),
  };
}

/** Read anew, so that its parts belong together. */
function addressFrom(value: unknown): OrganizationAddress | null {
  const { base, deployment, page } = objectOf(value);
  const { name } = objectOf(deployment);
  if (typeof base !== 'string') return null;
  const segments = [base, ...(typeof name === 'string' ? [encodeURIComponent(name)] : [])];
  const address = readAddress([...segments, ...(page === 'other' ? [] : ['org-settings/tokens'])].join('/'));
  return address.kind === 'organization' ? address : null;
}

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const isToken = (value: unknown): value is string =>
  typeof value === 'string' && (isUserToken(value) || isUnusualUserToken(value));
