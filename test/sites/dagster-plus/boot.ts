/** What the server hands to the app: inside the document at load, and in answer to its own requests. */
import type { Deployment, Organization, Token, User } from './organization';
import type { Rendering } from './rendering';

/** Stands in the document as JSON. Holds no secret. */
export interface Boot {
  readonly rendering: Rendering;
  /** Null on a sign-in host and where nobody is signed in. */
  readonly organization: BootOrganization | null;
  readonly viewer: User | null;
}

export interface BootOrganization {
  readonly slug: string;
  readonly displayName: string;
  readonly users: readonly User[];
  readonly deployments: readonly Deployment[];
}

/** A token as lists show it: without its value. */
export interface TokenRow {
  readonly id: string;
  readonly kind: Token['kind'];
  readonly owner: string;
  readonly description: string;
  /** ISO 8601. */
  readonly created: string;
  readonly revoked: string | null;
}

export const bootOrganization = (organization: Organization): BootOrganization => ({
  slug: organization.slug,
  displayName: organization.displayName,
  users: organization.users,
  deployments: organization.deployments,
});

export const tokenRow = ({ id, kind, owner, description, created, revoked }: Token): TokenRow => ({
  id,
  kind,
  owner,
  description,
  created: created.toISOString(),
  revoked: revoked?.toISOString() ?? null,
});
