/** One Dagster+ organization: its deployments, people and tokens, as the server knows them. */
import { randomUUID } from 'node:crypto';

export interface User {
  readonly name: string;
  readonly email: string;
  readonly role: 'Organization Admin' | 'Editor' | 'Viewer';
}

export interface Deployment {
  /** As it stands in the address, decoded; of a branch deployment a long hex string. */
  readonly name: string;
  /** The git branch of a branch deployment; null for a full deployment. */
  readonly branch: string | null;
  /** E-mail addresses of users whose tokens get a 403 here. */
  readonly closedTo?: readonly string[];
}

export interface Token {
  readonly id: string;
  readonly kind: 'user' | 'agent';
  /** The secret itself. */
  readonly value: string;
  /** E-mail address of the user it belongs to (user token) or who created it (agent token). */
  readonly owner: string;
  description: string;
  readonly created: Date;
  revoked: Date | null;
}

export interface OrganizationSettings {
  readonly slug: string;
  readonly displayName: string;
  /** `us`, `eu`, or any other label that stands between the slug and the domain. */
  readonly region: string;
  readonly deployments: readonly Deployment[];
  readonly users: readonly [User, ...User[]];
}

export interface NewToken {
  readonly kind?: Token['kind'];
  readonly owner?: string;
  readonly description?: string;
  readonly created?: Date;
  readonly revoked?: Date;
  /** The whole secret, where the usual one (32 hex digits after `user:`) will not do. */
  readonly value?: string;
}

const hexDigits = (): string => randomUUID().replaceAll('-', '');

export class Organization {
  readonly slug: string;
  readonly displayName: string;
  readonly region: string;
  readonly users: readonly [User, ...User[]];
  readonly deployments: Deployment[];
  /** Four parts, of the Provisioning tab. */
  readonly scimToken: string;
  /** E-mail address of the user who is signed in; a test may change it. */
  viewer: string;
  /** All tokens, revoked ones too, newest first. */
  readonly #tokens: Token[] = [];

  constructor(settings: OrganizationSettings) {
    this.slug = settings.slug;
    this.displayName = settings.displayName;
    this.region = settings.region;
    this.users = settings.users;
    this.deployments = [...settings.deployments];
    this.viewer = settings.users[0].email;
    this.scimToken = `api:${settings.slug}:scim:${hexDigits()}`;
  }

  /** User tokens of everybody, newest first, revoked ones too. */
  get userTokens(): readonly Token[] {
    return this.#tokens.filter((token) => token.kind === 'user');
  }

  /** Agent tokens, newest first, revoked ones too. */
  get agentTokens(): readonly Token[] {
    return this.#tokens.filter((token) => token.kind === 'agent');
  }

  /** The user who is signed in. */
  get viewingUser(): User {
    return this.users.find((user) => user.email === this.viewer) ?? this.users[0];
  }

  /** Creates a token, by default a user token of the viewer without a description. */
  createToken(settings: NewToken = {}): Token {
    const kind = settings.kind ?? 'user';
    const value = kind === 'user' ? `user:${hexDigits()}` : `agent:${this.slug}:${hexDigits()}`;
    const token: Token = {
      id: randomUUID(),
      kind,
      value: settings.value ?? value,
      owner: settings.owner ?? this.viewer,
      description: settings.description ?? '',
      created: settings.created ?? new Date(),
      revoked: settings.revoked ?? null,
    };
    this.#tokens.unshift(token);
    return token;
  }

  /** The token with this id; undefined when there is none. */
  token(id: string): Token | undefined {
    return this.#tokens.find((token) => token.id === id);
  }

  /** The active user token with this value; undefined when it is wrong or revoked. */
  activeUserToken(value: string): Token | undefined {
    return this.userTokens.find((token) => token.value === value && !token.revoked);
  }

  /** Full deployments, without branch deployments, that this user may see. */
  fullDeploymentsFor(email: string): readonly Deployment[] {
    return this.deployments.filter(({ branch, closedTo }) => branch === null && !closedTo?.includes(email));
  }
}
