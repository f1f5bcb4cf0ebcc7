/**
 * What the fake StackOne API offers: connectors with their linking forms, as data, by name.
 *
 * The shapes are those that `@stackone/hub` 1.10.1 – 1.11.4 reads (seen in its published code): a *Falcon* config has
 * `configFields`, a *legacy* one has `authentication[authKey][environment].fields`. The three labels of the Dagster
 * form are public (https://docs.stackone.com); the keys are not, so the ones here are invented.
 */

export interface Field {
  readonly key: string;
  readonly label: string;
  readonly type: 'text' | 'password' | 'number' | 'text_area' | 'select';
  readonly required: boolean;
  readonly readOnly?: boolean;
  /** A text field whose config does not say `secret: false` is redacted in edit mode, like a password. */
  readonly secret?: boolean;
  readonly placeholder?: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
  readonly validation?: { readonly type: 'html-pattern'; readonly pattern: string; readonly error: string };
  /** What the connector's author put into the field. */
  readonly value?: string;
  /** `false`: the Hub does not draw it. */
  readonly display?: boolean;
}

export interface Connector {
  /** Stands in the logo's `alt`, as `provider`, and in the addresses of logo and guide. */
  readonly key: string;
  readonly name: string;
  readonly fields: readonly Field[];
  readonly config?: 'falcon' | 'legacy';
  readonly logo?: boolean;
  readonly guide?: boolean;
  readonly notice?: string;
}

/** An account that is linked already: the Hub opens its form in edit mode. */
interface ExistingAccount {
  readonly id: string;
  /** Values of fields that are not secret, by field key. */
  readonly values: Readonly<Record<string, string>>;
  /** Last characters of stored secrets, by field key; all the API ever tells about them. */
  readonly secretEndings: Readonly<Record<string, string>>;
}

export interface Scenario {
  /** One connector: the Hub opens its form at once. Several: it shows a list. */
  readonly connectors: readonly Connector[];
  readonly existing?: ExistingAccount;
}

const TOKEN: Field = {
  key: 'user_token',
  label: 'User Token',
  type: 'password',
  required: true,
  secret: true,
  placeholder: 'user:…',
};
const ORGANIZATION: Field = {
  key: 'organization',
  label: 'Organization slug',
  type: 'text',
  required: true,
  secret: false,
  placeholder: 'acme',
};
const DEPLOYMENT: Field = {
  key: 'deployment',
  label: 'Deployment',
  type: 'text',
  required: true,
  secret: false,
  placeholder: 'prod',
};
const THREE_FIELDS = [TOKEN, ORGANIZATION, DEPLOYMENT];

const DAGSTER: Connector = { key: 'dagster', name: 'Dagster', fields: THREE_FIELDS };
const ASTRONOMER: Connector = { key: 'astronomer', name: 'Astronomer', fields: THREE_FIELDS };
const PREFECT: Connector = {
  key: 'prefect',
  name: 'Prefect',
  fields: [
    TOKEN,
    { ...ORGANIZATION, key: 'account', label: 'Account ID' },
    { ...DEPLOYMENT, key: 'workspace', label: 'Workspace ID' },
  ],
};

/** The Dagster connector with other fields. */
const dagsterWith = (...fields: Field[]): Scenario => ({ connectors: [{ ...DAGSTER, fields }] });

const deploymentSelect = (...values: string[]): Field => ({
  ...DEPLOYMENT,
  type: 'select',
  placeholder: 'Select a deployment',
  options: values.map((value) => ({ value, label: value })),
});

export const SCENARIOS = {
  dagster: { connectors: [DAGSTER] },
  'dagster-legacy': { connectors: [{ ...DAGSTER, config: 'legacy' }] },
  /** A connector that a customer built: another key and name. */
  'dagster-custom': { connectors: [{ ...DAGSTER, key: 'dagster_custom', name: 'Dagster+' }] },
  'dagster-without-logo': { connectors: [{ ...DAGSTER, logo: false }] },
  'dagster-without-guide': { connectors: [{ ...DAGSTER, guide: false }] },
  'dagster-name-only': { connectors: [{ ...DAGSTER, key: 'conn_7f3a', logo: false, guide: false }] },
  /** Nothing chosen yet: the Hub shows its list. */
  list: { connectors: [ASTRONOMER, DAGSTER, PREFECT] },
  astronomer: { connectors: [ASTRONOMER] },
  /** Somebody else's form that talks about Dagster. */
  'astronomer-naming-dagster': {
    connectors: [{ ...ASTRONOMER, notice: 'Coming from Dagster? Your Dagster token does not work here.' }],
  },
  prefect: { connectors: [PREFECT] },
  /** The three labels, and nothing that says whose form it is. */
  unknown: {
    connectors: [{ key: 'conn_91bc', name: 'Pipelines', fields: THREE_FIELDS, logo: false, guide: false }],
  },
  'unknown-without-name': {
    connectors: [{ key: 'conn_91bc', name: '', fields: THREE_FIELDS, logo: false, guide: false }],
  },
  'other-order': dagsterWith(DEPLOYMENT, TOKEN, ORGANIZATION),
  'other-keys': dagsterWith(
    { ...TOKEN, key: 'field_1' },
    { ...ORGANIZATION, key: 'field_2' },
    { ...DEPLOYMENT, key: 'field_3' },
  ),
  'misleading-keys': dagsterWith(
    { ...TOKEN, key: 'deployment' },
    { ...ORGANIZATION, key: 'user_token' },
    { ...DEPLOYMENT, key: 'organization' },
  ),
  'other-letter-case': dagsterWith(
    { ...TOKEN, label: 'USER TOKEN' },
    { ...ORGANIZATION, label: 'organization Slug' },
    { ...DEPLOYMENT, label: 'deployment' },
  ),
  'decorated-labels': dagsterWith(
    { ...TOKEN, label: 'User Token *' },
    { ...ORGANIZATION, label: 'Organization  slug:' },
    { ...DEPLOYMENT, label: 'Deployment (required)' },
  ),
  'optional-deployment': dagsterWith(TOKEN, ORGANIZATION, { ...DEPLOYMENT, required: false }),
  described: dagsterWith(
    { ...TOKEN, description: 'From the organization above. Not the Deployment, not the Organization slug.' },
    { ...ORGANIZATION, description: 'Deployment' },
    { ...DEPLOYMENT, description: 'User Token' },
  ),
  tooltips: dagsterWith(
    { ...TOKEN, tooltip: 'Organization settings → Tokens' },
    { ...ORGANIZATION, tooltip: 'User Token' },
    { ...DEPLOYMENT, tooltip: 'Organization slug', description: 'Where your User Token has access' },
  ),
  'extra-fields': dagsterWith(
    { ...DEPLOYMENT, key: 'notes', label: 'Deployment notes', required: false },
    TOKEN,
    { ...TOKEN, key: 'agent_token', label: 'Agent User Token', required: false },
    ORGANIZATION,
    { ...ORGANIZATION, key: 'name', label: 'Organization name', required: false },
    DEPLOYMENT,
  ),
  prefilled: dagsterWith(
    TOKEN,
    { ...ORGANIZATION, value: 'old-organization' },
    { ...DEPLOYMENT, value: 'prod' },
  ),
  validated: dagsterWith(
    {
      ...TOKEN,
      validation: {
        type: 'html-pattern',
        pattern: '^user:[0-9a-f]{32}$',
        error: 'That is not a user token of Dagster+',
      },
    },
    {
      ...ORGANIZATION,
      validation: {
        type: 'html-pattern',
        pattern: '^[a-z0-9-]+$',
        error: 'Letters, digits and hyphens only',
      },
    },
    DEPLOYMENT,
  ),
  'text-areas': dagsterWith({ ...TOKEN, type: 'text_area' }, ORGANIZATION, {
    ...DEPLOYMENT,
    type: 'text_area',
  }),
  'deployment-select': dagsterWith(TOKEN, ORGANIZATION, deploymentSelect('staging', 'prod', 'prod-eu')),
  'deployment-select-without-prod': dagsterWith(TOKEN, ORGANIZATION, deploymentSelect('staging', 'dev')),
  /** The placeholder looks like a value that was chosen. */
  'deployment-select-placeholder-prod': dagsterWith(TOKEN, ORGANIZATION, {
    ...deploymentSelect('staging', 'prod'),
    placeholder: 'prod',
  }),
  'deployment-select-prefilled': dagsterWith(TOKEN, ORGANIZATION, {
    ...deploymentSelect('staging', 'prod'),
    value: 'staging',
  }),
  'two-selects': dagsterWith(
    TOKEN,
    { ...deploymentSelect('prod', 'us', 'eu'), key: 'region', label: 'Region', required: false },
    ORGANIZATION,
    deploymentSelect('staging', 'prod'),
  ),
  'read-only-deployment': dagsterWith(TOKEN, ORGANIZATION, { ...DEPLOYMENT, readOnly: true, value: 'prod' }),
  'missing-deployment': dagsterWith(TOKEN, ORGANIZATION),
  'undrawn-deployment': dagsterWith(TOKEN, ORGANIZATION, { ...DEPLOYMENT, display: false, required: false }),
  'token-twice': dagsterWith(TOKEN, { ...TOKEN, key: 'second_token' }, ORGANIZATION, DEPLOYMENT),
  /** Linked before: the token is redacted, the rest is shown. */
  edit: {
    connectors: [DAGSTER],
    existing: {
      id: 'account-1',
      values: { organization: 'old-organization', deployment: 'staging' },
      secretEndings: { user_token: '4bd6' },
    },
  },
  /** The connector's author forgot `secret: false`: all three are redacted. */
  'edit-all-redacted': {
    connectors: [
      {
        ...DAGSTER,
        fields: THREE_FIELDS.map(({ secret: _, ...field }) => field),
      },
    ],
    existing: {
      id: 'account-1',
      values: {},
      secretEndings: { user_token: '4bd6', organization: 'acme', deployment: 'prod' },
    },
  },
  'edit-legacy': {
    connectors: [{ ...DAGSTER, config: 'legacy' }],
    existing: {
      id: 'account-1',
      values: { organization: 'old-organization', deployment: 'staging' },
      secretEndings: { user_token: '4bd6' },
    },
  },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof SCENARIOS;
