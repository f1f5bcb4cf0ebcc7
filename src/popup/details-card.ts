/** The three values as the popup shows them, with what the person may choose. */
import type { AccountChoices, AccountValues, DeploymentProblem } from '../dagster/account';
import type { OrganizationAddress } from '../dagster/address';
import type { CheckOutcome } from '../dagster/check';
import type { RevealedToken } from '../dagster/page-reading';
import { DETAIL_NAMES, type DetailName, maskToken } from '../link-details';
import { detailWord, listOf, quoted, REGION_WORDS, type Translate } from '../words';
import type { OrganizationQuestion } from './by-hand';
import type { Facts, OpenDeployment } from './facts';
import type { RadioChoice } from './radio-choice';

export interface DetailsCard {
  readonly values: AccountValues;
  /** Where the values come from, in words. */
  readonly source: string;
  /** Null while the organization is not known. */
  readonly region: string | null;
  readonly token: {
    readonly text: string;
    /** Whether it can be shown and copied. */
    readonly known: boolean;
    readonly shown: boolean;
    /** A whole token of an unusual shape that waits for "Use this unusual token". */
    readonly unusual: boolean;
  };
  readonly slug: { readonly text: string; readonly choice: RadioChoice | null; readonly note: string | null };
  /** Where the person must say of which organization a token is; null where that is known. */
  readonly whose: WhoseToken | null;
  /** Null while the organization is not known. */
  readonly deployment: DeploymentField | null;
}

interface WhoseToken {
  /** "Is this a token of acme?" */
  readonly questions: readonly OrganizationQuestion[];
  /** What to do when the answer is no, or when there is nothing to ask. */
  readonly otherwise: string;
}

interface DeploymentField {
  readonly text: string;
  readonly options: readonly string[];
  readonly warning: string | null;
  readonly note: string | null;
}

export interface DetailsInput {
  readonly token: RevealedToken | null;
  /** Null while the organization of a pasted token is not known. */
  readonly address: OrganizationAddress | null;
  readonly questions: readonly OrganizationQuestion[];
  readonly values: AccountValues;
  readonly choices: AccountChoices;
  /** Several tokens are revealed and none is chosen yet. */
  readonly tokenUndecided: boolean;
  /** The value of the token that the person wants to see whole. */
  readonly shownToken: string | null;
  readonly source: string;
  /** The organization's display name where the page shows it, lower-cased and without spaces. */
  readonly organizationName: string;
  readonly openDeployments: Facts['openDeployments'];
  readonly checked: CheckOutcome | null;
}

export function detailsCard(input: DetailsInput, t: Translate): DetailsCard {
  const { address, values, source, questions } = input;
  return {
    values,
    source,
    region: address && t(REGION_WORDS[address.region].name),
    token: tokenRow(input, t),
    slug: {
      text: values.organizationSlug ?? t(address ? 'choose_below' : 'organization_missing'),
      choice: slugChoice(values, t),
      note: address && displayNameNote(address, input.organizationName, t),
    },
    whose: address
      ? null
      : { questions, otherwise: t(questions.length > 0 ? 'else_paste_address' : 'paste_its_address') },
    deployment: address && deploymentField(address, input, t),
  };
}

function deploymentField(address: OrganizationAddress, input: DetailsInput, t: Translate): DeploymentField {
  const { choices, values } = input;
  return {
    text: choices.deploymentText ?? address.deployment?.name ?? '',
    options: deploymentOptions(address, input.openDeployments, input.checked),
    warning: deploymentWarning(values, t),
    note: deploymentNote(address, choices, values, t),
  };
}

/** The names of the values that are unknown or undecided, in the form's order. */
export const missingDetails = (values: AccountValues | null): DetailName[] =>
  DETAIL_NAMES.filter((name) => !values?.[name]);

/** "Still missing: User Token and Deployment." */
export const describeMissing = (missing: readonly DetailName[], t: Translate): string =>
  t(
    'still_missing',
    listOf(
      missing.map((name) => detailWord(name, t)),
      t,
    ),
  );

function tokenRow({ token, tokenUndecided, values, shownToken }: DetailsInput, t: Translate) {
  const known = values.userToken !== null;
  const shown = known && shownToken === values.userToken;
  const lacking = t(tokenUndecided ? 'choose_above' : 'token_missing');
  const text = token ? tokenText(token.value, shown) : lacking;
  return { text, known, shown, unusual: token !== null && !known };
}

const tokenText = (value: string, shown: boolean): string => (shown ? value : maskToken(value));

function slugChoice({ slugs, region, organizationSlug }: AccountValues, t: Translate): RadioChoice | null {
  if (slugs.length < 2 || !region) return null;
  const { slugNotice } = REGION_WORDS[region];
  return {
    legend: t('which_slug'),
    options: slugs.map((slug) => ({ value: slug, label: slug })),
    chosen: organizationSlug,
    ...(slugNotice && { note: slugNotice(slugs, t) }),
  };
}

/** People type the display name where the slug belongs; where the two differ, say which one counts. */
function displayNameNote(
  { organization }: OrganizationAddress,
  organizationName: string,
  t: Translate,
): string | null {
  if (!organizationName || organizationName === organization) return null;
  return t('display_name_note', organization);
}

function deploymentOptions(
  address: OrganizationAddress,
  open: readonly OpenDeployment[],
  checked: CheckOutcome | null,
): string[] {
  const own = address.deployment ? [address.deployment.name] : [];
  const others = open.filter(({ base }) => base === address.base).map(({ name }) => name);
  const full = checked?.kind === 'ok' ? checked.fullDeployments : [];
  return [...new Set([...own, ...others, ...full, 'prod'])];
}

function deploymentWarning(values: AccountValues, t: Translate): string | null {
  const { branch, unusualDeployment, deploymentProblem } = values;
  if (deploymentProblem) return describeProblem(deploymentProblem, t);
  if (branch) return t('branch_warning');
  return unusualDeployment ? t('deployment_unusual') : null;
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

function deploymentNote(
  address: OrganizationAddress,
  { deploymentText }: AccountChoices,
  { deployment }: AccountValues,
  t: Translate,
): string | null {
  if (deployment === null) return t('deployment_missing');
  if (deploymentText !== undefined)
    return deploymentText.trim() === deployment ? null : t('deployment_from_address', quoted(deployment));
  // The organization's own pages carry the deployment that was open last: not one that anybody chose.
  return address.page === 'other' ? null : t('deployment_last_open');
}
