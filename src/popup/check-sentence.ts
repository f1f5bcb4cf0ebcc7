/** What "Check with Dagster+" found, in one sentence with the next step. */
import type { Region } from '../dagster/address';
import type { CheckOutcome } from '../dagster/check';
import type { Translate } from '../words';

export function describeCheck(outcome: CheckOutcome, region: Region, t: Translate): string {
  return `${outcome.kind} ${region} ${t('check')}`;
}
