/** The three values as the popup shows them, with what the person may choose. */
import {
  type AccountChoices,
  type AccountValues,
  accountValues,
  type DagsterAccount,
  type DeploymentProblem,
} from '../dagster/account';
import type { CheckOutcome } from '../dagster/check';
import { maskToken } from '../link-details';
import type { Translate } from '../words';
import type { Facts, OpenDeployment } from './facts';
import type { RadioChoice } from './radio-choice';

export interface DetailsCard {
  readonly values: AccountValues;
  /** Where the values come from, in words. */
  readonly source: string;
  readonly token: {
    readonly text: string;
    /** Whether it can be shown and copied. */
    readonly known: boolean;
    readonly shown: boolean;
    /** A whole token of an unusual shape that waits for "Use this unusual token". */
    readonly unusual: boolean;
  };
  readonly slug: { readonly text: string; readonly choice: RadioChoice | null; readonly note: string | null };
  readonly deployment: {
    readonly text: string;
    readonly options: readonly string[];
    readonly warning: string | null;
    readonly note: string | null;
  };
}

export interface DetailsInput {
  readonly account: DagsterAccount;
  readonly choices: AccountChoices & { readonly tokenShown?: boolean };
  readonly source: string;
  /** The organization's display name where the page shows it, lower-cased and without spaces. */
  readonly organizationName: string;
  readonly openDeployments: Facts['openDeployments'];
  readonly checked: CheckOutcome | null;
}

export function detailsCard(input: DetailsInput, t: Translate): DetailsCard {
  const { account, choices, source } = input;
  const values = accountValues(account, choices);
  return {
    values,
    source,
    token: tokenRow(account, values, choices.tokenShown ?? false, t),
    slug: {
      text: values.organizationSlug ?? t('choose_below'),
      choice: slugChoice(values, t),
      note: displayNameNote(input, t),
    },
    deployment: {
      text: choices.deploymentText ?? account.address.deployment?.name ?? '',
      options: deploymentOptions(account, input.openDeployments, input.checked),
      warning: deploymentWarning(values, t),
      note: deploymentNote(account, choices, t),
    },
  };
}

function tokenRow({ token }: DagsterAccount, values: AccountValues, shown: boolean, t: Translate) {
  const known = values.userToken !== null;
  return {
    text: tokenText(token?.value ?? null, known && shown, t),
    known,
    shown: known && shown,
    unusual: token !== null && !known,
  };
}

const tokenText = (value: string | null, shown: boolean, t: Translate): string => {
  if (value === null) return t('token_missing');
  return shown ? value : maskToken(value);
};

function slugChoice({ slugs, organizationSlug }: AccountValues, t: Translate): RadioChoice | null {
  if (slugs.length < 2) return null;
  return {
    legend: t('which_slug'),
    options: slugs.map((slug) => ({ value: slug, label: slug })),
    chosen: organizationSlug,
    note: t('eu_notice', slugs[0] ?? '', slugs[1] ?? ''),
  };
}

/** People type the display name where the slug belongs; where the two differ, say which one counts. */
function displayNameNote({ account, organizationName }: DetailsInput, t: Translate): string | null {
  const { organization } = account.address;
  if (!organizationName || organizationName === organization) return null;
  return t('display_name_note', organization);
}

function deploymentOptions(
  { address }: DagsterAccount,
  open: readonly OpenDeployment[],
  checked: CheckOutcome | null,
): string[] {
  const own = address.deployment ? [address.deployment.name] : [];
  const others = open.filter(({ base }) => base === address.base).map(({ name }) => name);
  const full = checked?.kind === 'ok' ? checked.fullDeployments : [];
  return [...new Set([...own, ...others, ...full, 'prod'])];
}

function deploymentWarning({ branch, deploymentProblem }: AccountValues, t: Translate): string | null {
  if (deploymentProblem) return describeProblem(deploymentProblem, t);
  return branch ? t('branch_warning') : null;
}

function describeProblem(problem: DeploymentProblem, t: Translate): string {
  switch (problem.kind) {
    case 'not-a-name':
      return t('deployment_invalid');
    case 'address-without-deployment':
      return t('deployment_not_in_address');
    case 'other-organization':
      return t('deployment_of_other_organization', problem.organization);
  }
}

/** The organization's own pages carry the deployment that was open last: not one that anybody chose. */
function deploymentNote({ address }: DagsterAccount, choices: AccountChoices, t: Translate): string | null {
  const untouched = choices.deploymentText === undefined;
  return untouched && address.deployment && address.page !== 'other' ? t('deployment_last_open') : null;
}
