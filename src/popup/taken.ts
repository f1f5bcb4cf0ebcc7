/** What becomes of what was pasted before, and of the person's choices, when they paste something. */
import { isSameOrganization } from '../dagster/account';
import type { OrganizationAddress } from '../dagster/address';
import type { RevealedToken } from '../dagster/page-reading';
import type { Selection } from '../selection';
import type { KeptPasted, PastedChoices } from '../session/pasted-values';
import { quoted, REGION_WORDS, type Translate } from '../words';

export interface Taken extends Pick<KeptPasted, 'tokens' | 'address'> {
  /** What counts as decided then, in place of what was decided before. */
  readonly made: PastedChoices;
}

/**
 * An address that was pasted before without a token, and that is in sight, belongs to the one token that follows. With
 * any other address a token is joined only when the person says so.
 */
export function takeTokens(
  tokens: readonly RevealedToken[],
  before: Selection,
  pasted: KeptPasted | null,
): Taken {
  const address = pasted?.address ?? null;
  const [only, ...others] = tokens;
  const inSight = before.source.kind === 'pasted' || before.waiting !== null;
  if (!address || pasted?.tokens.length !== 0 || !inSight || !only || others.length > 0)
    return { tokens, address, made: {} };
  const decided = before.source.kind === 'pasted' ? before.choices : {};
  return { tokens, address, made: { account: { ...decided, address, of: only.value } } };
}

/** An address belongs to the pasted token that is offered; else it waits for one. */
export function takeAddress(
  address: OrganizationAddress,
  { source, token, choices }: Selection,
  pasted: KeptPasted | null,
): Taken {
  const tokens = pasted?.tokens ?? NO_TOKENS;
  if (source.kind !== 'pasted' || !token) return { tokens, address, made: {} };
  // These were about another address.
  const { organizationSlug, deploymentText, ...others } = choices;
  return { tokens, address, made: { token: token.value, account: { ...others, address, of: token.value } } };
}

const NO_TOKENS: readonly RevealedToken[] = [];

/** Whether an address is one of the organization to which a token that was read belongs. */
export const isOfReadToken = (address: OrganizationAddress, { source, token, account }: Selection): boolean =>
  source.kind !== 'pasted' &&
  token !== null &&
  account !== null &&
  isSameOrganization(account.address, address);

/** What was decided about what was pasted, also while something else is offered. */
export function choicesToKeep(
  { choices }: KeptPasted,
  { source, token, choices: decided }: Selection,
): PastedChoices {
  if (source.kind !== 'pasted') return choices;
  return { ...(token && { token: token.value }), account: { ...decided, of: token?.value ?? null } };
}

/**
 * @param after what is offered with the tokens
 * @param canAsk there is an organization of which they may be
 */
export function describeTokens({ undecided }: Selection, canAsk: boolean, t: Translate): string {
  if (undecided === 'token') return t('pasted_several_tokens');
  if (undecided !== 'organization') return t('pasted_token');
  return t(canAsk ? 'pasted_token_of_whom' : 'pasted_token_needs_address');
}

/**
 * @param after what is offered with the address
 * @param regionAssumed the person gave nothing but a slug, which does not tell the region
 */
export function describeAddress(
  { organization, region, deployment }: OrganizationAddress,
  regionAssumed: boolean,
  after: Selection,
  t: Translate,
): string {
  if (after.waiting) return t('pasted_address_kept', organization);
  if (deployment) return t('pasted_address', organization, quoted(deployment.name));
  return regionAssumed
    ? t('pasted_slug', organization, t(REGION_WORDS[region].name))
    : t('pasted_address_without_deployment', organization);
}
