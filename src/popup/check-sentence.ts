/** What "Check with Dagster+" found, in one sentence with the next step. */
import type { CheckOutcome } from '../dagster/check';
import type { Region } from '../dagster/regions';
import { REGION_WORDS, type Translate } from '../words';

/**
 * @param region of the organization that was asked: a refusal may be about it
 * @returns words for the status; empty for a check that was cancelled, about which there is nothing to say
 */
export function describeCheck(outcome: CheckOutcome, region: Region, t: Translate): string {
  switch (outcome.kind) {
    case 'ok':
      return t(
        outcome.isBranchDeployment ? 'check_ok_branch' : 'check_ok',
        outcome.organizationName,
        outcome.deploymentName,
      );
    case 'mismatch':
      return t('check_mismatch', outcome.organizationName, outcome.deploymentName);
    case 'unauthorized':
      return t(REGION_WORDS[region].unauthorized);
    case 'forbidden':
      return t('check_forbidden');
    case 'redirected':
      return t('check_redirected');
    case 'graphql-errors':
      return outcome.message ? t('check_graphql_errors', outcome.message) : t('check_graphql_errors_unnamed');
    case 'rate-limited':
      return t('check_rate_limited');
    case 'server-error':
      return t('check_server_error', String(outcome.status));
    case 'timeout':
      return t('check_timeout');
    case 'no-network':
      return t('check_no_network');
    case 'not-json':
      return t('check_not_json');
    case 'too-large':
      return t('check_too_large');
    case 'cancelled':
      return '';
  }
}
