/** What is said about what was pasted: what it is, never how it reads, and what to do instead. */
import type { AddressRefusal } from '../dagster/pasted-address';
import type { TokenRefusal } from '../dagster/pasted-token';
import type { MessageKey } from '../words';

/** Said where a user token was wanted. */
export const TOKEN_REFUSALS: Readonly<Record<TokenRefusal, MessageKey>> = {
  agent: 'pasted_agent',
  scim: 'pasted_scim',
  capitals: 'pasted_capitals',
  masked: 'pasted_masked',
  cut: 'pasted_cut',
  old: 'pasted_old',
  bare: 'pasted_bare',
  address: 'pasted_address_as_token',
  other: 'pasted_no_token',
  empty: 'pasted_no_text',
  'too-long': 'pasted_too_long',
  'too-many': 'pasted_too_many',
};

/** Said where an address was wanted. */
export const ADDRESS_REFUSALS: Readonly<Record<AddressRefusal, MessageKey>> = {
  'not-secure': 'pasted_not_secure',
  'unknown-region': 'pasted_unknown_region',
  api: 'pasted_api_host',
  'sign-in': 'pasted_sign_in',
  'look-alike': 'pasted_look_alike',
  'other-site': 'pasted_other_site',
  several: 'pasted_several_addresses',
  token: 'pasted_token_as_address',
  'no-slug': 'pasted_no_slug',
  'display-name': 'pasted_display_name',
  other: 'pasted_no_address',
  empty: 'pasted_no_text',
  'too-long': 'pasted_too_long',
};
