/**
 * What happens with every form that the Hub can show, as data: the scenario of the fake API, what the report says and
 * what a press of "Fill linking form" does. Other suites use the same names.
 */
import type { FieldState, NotFilledReason } from '../../src/hub/report';
import type { DetailName } from '../../src/link-details';
import type { ScenarioName } from '../sites/connectors';

export const DETAILS = {
  userToken: 'user:0afb128e57084fce8fd15c62d75e4bd6',
  organizationSlug: 'acme',
  deployment: 'prod',
} as const;

type FieldResults = Partial<Record<DetailName, 'filled' | 'kept' | 'refused' | 'no-option'>>;

export interface HubCase {
  readonly scenario: ScenarioName;
  /** What a person meets, as the beginning of a sentence. */
  readonly meets: string;
  readonly connector?: { readonly kind: 'dagster' | 'other' | 'unknown'; readonly name: string };
  /** States other than `ready`. */
  readonly states?: Partial<Record<DetailName, FieldState>>;
  readonly happens:
    | {
        /** Results other than `filled`. */
        readonly written: FieldResults;
        readonly editPressed?: readonly DetailName[];
        /** What Connect sends, by field key. */
        readonly connects: Readonly<Record<string, string>> | 'nothing';
      }
    | { readonly notFilled: NotFilledReason };
}

const DAGSTER = { kind: 'dagster', name: 'Dagster' } as const;
const SENT = {
  user_token: DETAILS.userToken,
  organization: DETAILS.organizationSlug,
  deployment: DETAILS.deployment,
};
const FILLED = { written: {}, connects: SENT } as const;

/** One form, or none, at a time. */
export const HUB_CASES: readonly HubCase[] = [
  { scenario: 'dagster', meets: 'the Dagster form', happens: FILLED },
  { scenario: 'dagster-legacy', meets: 'the Dagster form of a legacy configuration', happens: FILLED },
  {
    scenario: 'dagster-custom',
    meets: "a customer's own Dagster connector",
    connector: { kind: 'dagster', name: 'Dagster+' },
    happens: FILLED,
  },
  { scenario: 'dagster-without-logo', meets: 'a Dagster form without a logo', happens: FILLED },
  { scenario: 'dagster-without-guide', meets: 'a Dagster form without a connection guide', happens: FILLED },
  {
    scenario: 'dagster-name-only',
    meets: 'a form that says only by its name that it is Dagster',
    happens: FILLED,
  },
  { scenario: 'other-order', meets: 'the three fields in another order', happens: FILLED },
  {
    scenario: 'other-keys',
    meets: 'field keys that say nothing',
    happens: {
      written: {},
      connects: {
        field_1: DETAILS.userToken,
        field_2: DETAILS.organizationSlug,
        field_3: DETAILS.deployment,
      },
    },
  },
  {
    scenario: 'misleading-keys',
    meets: 'field keys that name another field',
    happens: {
      written: {},
      connects: {
        deployment: DETAILS.userToken,
        user_token: DETAILS.organizationSlug,
        organization: DETAILS.deployment,
      },
    },
  },
  { scenario: 'other-letter-case', meets: 'labels in another letter case', happens: FILLED },
  { scenario: 'decorated-labels', meets: 'labels with asterisk, colon and "(required)"', happens: FILLED },
  { scenario: 'optional-deployment', meets: 'a Deployment marked "(Optional)"', happens: FILLED },
  { scenario: 'described', meets: 'descriptions that name the other fields', happens: FILLED },
  { scenario: 'tooltips', meets: 'tooltips that name the other fields', happens: FILLED },
  { scenario: 'extra-fields', meets: 'further fields with similar labels', happens: FILLED },
  {
    scenario: 'prefilled',
    meets: 'fields with old content',
    happens: { written: { deployment: 'kept' }, connects: SENT },
  },
  { scenario: 'validated', meets: 'fields with validation patterns', happens: FILLED },
  { scenario: 'text-areas', meets: 'text areas', happens: FILLED },
  {
    scenario: 'deployment-select',
    meets: 'Deployment as a dropdown',
    states: { deployment: 'dropdown' },
    happens: FILLED,
  },
  {
    scenario: 'deployment-select-without-prod',
    meets: 'a dropdown without the deployment',
    states: { deployment: 'dropdown' },
    happens: { written: { deployment: 'no-option' }, connects: 'nothing' },
  },
  {
    scenario: 'deployment-select-placeholder-prod',
    meets: 'a dropdown whose placeholder looks like the deployment',
    states: { deployment: 'dropdown' },
    happens: FILLED,
  },
  {
    scenario: 'deployment-select-prefilled',
    meets: 'a dropdown with another deployment chosen',
    states: { deployment: 'dropdown' },
    happens: FILLED,
  },
  {
    scenario: 'two-selects',
    meets: 'a second dropdown with the same option',
    states: { deployment: 'dropdown' },
    happens: FILLED,
  },
  {
    scenario: 'edit',
    meets: 'a linked account with a stored token',
    states: { userToken: 'redacted' },
    happens: { written: {}, editPressed: ['userToken'], connects: SENT },
  },
  {
    scenario: 'edit-all-redacted',
    meets: 'a linked account with all three values stored as secrets',
    states: { userToken: 'redacted', organizationSlug: 'redacted', deployment: 'redacted' },
    happens: { written: {}, editPressed: ['userToken', 'organizationSlug', 'deployment'], connects: SENT },
  },
  {
    scenario: 'edit-legacy',
    meets: 'a linked account of a legacy configuration',
    states: { userToken: 'redacted' },
    happens: { written: {}, editPressed: ['userToken'], connects: SENT },
  },
  {
    scenario: 'read-only-deployment',
    meets: 'a Deployment that cannot be changed',
    states: { deployment: 'locked' },
    happens: { notFilled: { reason: 'field', field: 'deployment', state: 'locked' } },
  },
  {
    scenario: 'missing-deployment',
    meets: 'a form without Deployment',
    states: { deployment: 'missing' },
    happens: { notFilled: { reason: 'field', field: 'deployment', state: 'missing' } },
  },
  {
    scenario: 'undrawn-deployment',
    meets: 'a form that does not draw its Deployment',
    states: { deployment: 'missing' },
    happens: { notFilled: { reason: 'field', field: 'deployment', state: 'missing' } },
  },
  {
    scenario: 'token-twice',
    meets: 'two User Token fields',
    states: { userToken: 'twice' },
    happens: { notFilled: { reason: 'field', field: 'userToken', state: 'twice' } },
  },
  {
    scenario: 'astronomer',
    meets: "Astronomer's form with the same labels",
    connector: { kind: 'other', name: 'Astronomer' },
    happens: { notFilled: { reason: 'other-connector', name: 'Astronomer' } },
  },
  {
    scenario: 'astronomer-naming-dagster',
    meets: "Astronomer's form that talks about Dagster",
    connector: { kind: 'other', name: 'Astronomer' },
    happens: { notFilled: { reason: 'other-connector', name: 'Astronomer' } },
  },
  {
    scenario: 'unknown',
    meets: 'an unknown connector with the three labels',
    connector: { kind: 'unknown', name: 'Pipelines' },
    happens: { notFilled: { reason: 'unknown-connector', name: 'Pipelines' } },
  },
];

/** What the connector of a case is called in the report. */
export const connectorOfCase = ({ connector }: HubCase) => connector ?? DAGSTER;
