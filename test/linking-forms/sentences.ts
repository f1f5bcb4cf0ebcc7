/** What the extension says in a case of the tables, in the words that ship. */

import { FIELD_LABELS } from '../../src/hub/field-labels';
import type { FieldOutcome, FillOutcome } from '../../src/hub/report';
import type { DetailName } from '../../src/link-details';
import { describeFieldState, describeOutcome } from '../../src/outcome';
import { plainText } from '../../src/words';
import type { HubCase } from '../hub/cases';
import { type Field, SCENARIOS, type Scenario } from '../sites/connectors';
import { translate } from '../translate';

/** The outcome that a fill of this case must have. */
function outcomeOf({ scenario, happens }: HubCase): FillOutcome {
  if ('notFilled' in happens) return { kind: 'not-filled', ...happens.notFilled };
  const outcome = (name: DetailName): FieldOutcome => {
    const result = happens.written[name] ?? 'filled';
    if (result === 'no-option') return { result, options: optionsOf(SCENARIOS[scenario], name) };
    return result === 'refused' ? { result, error: '' } : { result };
  };
  return {
    kind: 'written',
    fields: {
      userToken: outcome('userToken'),
      organizationSlug: outcome('organizationSlug'),
      deployment: outcome('deployment'),
    },
    editPressed: happens.editPressed ?? [],
  };
}

function optionsOf({ connectors }: Scenario, name: DetailName): string[] {
  const fields: readonly Field[] = connectors.flatMap((connector) => connector.fields);
  const options = fields.find(({ label }) => FIELD_LABELS[name].includes(label))?.options ?? [];
  return options.map(({ label }) => label);
}

/** The sentence that tells the outcome of a case. */
export const sentenceOf = (hubCase: HubCase): string =>
  plainText(describeOutcome(outcomeOf(hubCase), translate));

/** What the popup says of a form that it offers no way to fill, or none without a further press. */
export function describeObstacle(hubCase: HubCase): string {
  const outcome = outcomeOf(hubCase);
  if (outcome.kind === 'written') throw new Error(`The form of “${hubCase.scenario}” is filled.`);
  switch (outcome.reason) {
    case 'field':
      return describeFieldState(outcome.field, outcome.state, translate);
    case 'other-connector':
      return translate('other_connector', outcome.name);
    case 'unknown-connector':
      return translate('unknown_connector', outcome.name);
    default:
      throw new Error(`No case of the table has the reason “${outcome.reason}”.`);
  }
}
