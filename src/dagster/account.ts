/**
 * From what a Dagster+ page showed to the three values of the linking form.
 *
 * A user token does not name its organization, so token and address travel as one object, read from one tab at
 * one moment; what the person decides is kept beside it, never mixed in.
 */
import type { LinkDetails } from '../link-details';
import {
  isBranchDeployment,
  isUnusualDeployment,
  type OrganizationAddress,
  readPastedDeployment,
} from './address';
import type { RevealedToken } from './page-reading';
import { REGIONS, type Region } from './regions';

/** One page of an organization, and the token chosen from it; null while none is revealed or chosen. */
export interface DagsterAccount {
  readonly address: OrganizationAddress;
  readonly token: RevealedToken | null;
}

/** What the person decided; a missing key means: not decided. */
export interface AccountChoices {
  /** One of the slugs of the organization's region; needed only where there are several. */
  readonly organizationSlug?: string;
  /** What stands in the Deployment field, as typed; undefined while it was not touched. */
  readonly deploymentText?: string;
  /** "Use this unusual token" was pressed. */
  readonly unusualTokenAccepted?: boolean;
  /** Of which organization a pasted token is: pasted with it, or confirmed. A token that was read has the one of its page. */
  readonly address?: OrganizationAddress;
}

/** What was decided about one token is void for any other: {@link of} says for which it was; null for none. */
export interface TokenChoices extends AccountChoices {
  readonly of: string | null;
}

export type DeploymentProblem =
  | { readonly kind: 'not-a-name' }
  /** An address was pasted, but none that names a deployment. */
  | { readonly kind: 'address-without-deployment' }
  /** An address of another organization was pasted, while the token belongs to this one. */
  | { readonly kind: 'other-organization'; readonly organization: string };

/** The three values as far as they are known and decided. */
export interface AccountValues {
  readonly userToken: string | null;
  readonly organizationSlug: string | null;
  readonly deployment: string | null;
  /** Several where the person must choose, else one. */
  readonly slugs: readonly string[];
  /** The region in which these slugs are; null while there are none. */
  readonly region: Region | null;
  /** The deployment is a branch deployment, as far as its name tells: temporary. */
  readonly branch: boolean;
  /** The deployment has a name that deployments do not usually have. */
  readonly unusualDeployment: boolean;
  readonly deploymentProblem: DeploymentProblem | null;
}

/** @returns the values of `account` under the person's `choices`; null for each that is unknown or undecided. */
export function accountValues(account: DagsterAccount, choices: AccountChoices): AccountValues {
  const typed = readDeploymentText(account, choices.deploymentText);
  const { organization, region } = typed.address;
  const slugs: readonly string[] = REGIONS[region].slugs(organization);
  const decided = choices.organizationSlug;
  const token = account.token;
  return {
    userToken: token && usableToken(token, choices),
    organizationSlug: slugs.find((slug) => slugs.length === 1 || slug === decided) ?? null,
    deployment: typed.deployment,
    slugs,
    region,
    branch: typed.deployment !== null && isBranchDeployment(typed.deployment),
    unusualDeployment: typed.deployment !== null && isUnusualDeployment(typed.deployment),
    deploymentProblem: typed.problem,
  };
}

/** @returns the values while it is not known of which organization `token` is */
export const tokenValues = (token: RevealedToken, choices: AccountChoices): AccountValues => ({
  userToken: usableToken(token, choices),
  organizationSlug: null,
  deployment: null,
  slugs: [],
  region: null,
  branch: false,
  unusualDeployment: false,
  deploymentProblem: null,
});

const usableToken = (token: RevealedToken, { unusualTokenAccepted }: AccountChoices): string | null =>
  !token.unusual || unusualTokenAccepted ? token.value : null;

/** @returns the values as details for the form, or null while one of them is missing. */
export function completeDetails(values: AccountValues): LinkDetails | null {
  const { userToken, organizationSlug, deployment } = values;
  if (userToken === null || organizationSlug === null || deployment === null) return null;
  return { userToken, organizationSlug, deployment };
}

interface TypedDeployment {
  readonly address: OrganizationAddress;
  readonly deployment: string | null;
  readonly problem: DeploymentProblem | null;
}

function readDeploymentText({ address, token }: DagsterAccount, text: string | undefined): TypedDeployment {
  const typed = { address, deployment: null, problem: null };
  const own = address.deployment?.name ?? null;
  // What is in the address may have a name that nobody types, and is among the choices.
  if (text === undefined || text === own) return { ...typed, deployment: own };
  const pasted = readPastedDeployment(text);
  switch (pasted.kind) {
    case 'empty':
      return typed;
    case 'name':
      return { ...typed, deployment: pasted.deployment };
    case 'not-a-name':
      return { ...typed, problem: { kind: 'not-a-name' } };
    case 'address-without-deployment':
      return { ...typed, problem: { kind: 'address-without-deployment' } };
    case 'address': {
      const { organization } = pasted.address;
      if (token && !isSameOrganization(pasted.address, address))
        return { ...typed, problem: { kind: 'other-organization', organization } };
      return { ...typed, address: pasted.address, deployment: pasted.deployment };
    }
  }
}

/** A token belongs to one organization, whatever deployment or domain its address names. */
export const isSameOrganization = (one: OrganizationAddress, other: OrganizationAddress): boolean =>
  one.organization === other.organization && one.region === other.region;
