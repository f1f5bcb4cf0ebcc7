/** What the content script answers when it is asked what a Dagster+ page shows. Plain data: it crosses contexts. */

/** A user token that the page shows whole, and what its row says to tell it apart from others. */
export interface RevealedToken {
  readonly value: string;
  /** A dashed UUID instead of 32 hex digits: to be used only after the person confirms it. */
  readonly unusual: boolean;
  /** Text of the row's Description cell; empty where there is none or the row has no such cell. */
  readonly description: string;
  /** The row's creation date, as the page writes it ("Apr 3, 2026"); empty where there is none. */
  readonly created: string;
}

/** Why a text that looks like a token is not taken. The text itself is never sent. */
export type RefusedToken =
  /** `agent:{org}:{uuid or hex}`: for Hybrid agents, useless for linking. */
  | 'agent'
  /** Four parts: an API token of the Provisioning (SCIM) tab. */
  | 'scim'
  /** Holds a mask or an ellipsis (`user:0afb…4bd6`), or has another length. */
  | 'cut'
  /** Hex digits without `user:`, or `user:{org}:{name}`: an older kind. */
  | 'old'
  /** A whole user token, but in a list of revoked ones. */
  | 'revoked';

/** The controls of Dagster+ on the way to a token, in the order in which a person meets them. */
export type PageControl =
  | 'organization-settings'
  | 'tokens-tab'
  | 'create-user-token'
  | 'reveal-token'
  | 'description';

export interface PageReading {
  /** Origin and path of the page at the moment of reading: no query, no hash. */
  readonly address: string;
  /** Each revealed user token once, in page order. Empty unless the page is a Tokens page. */
  readonly tokens: readonly RevealedToken[];
  /** Each kind that was seen and not taken, once. */
  readonly refused: readonly RefusedToken[];
  /** "Manage tokens for" shows somebody else: their tokens can neither be seen nor made. */
  readonly otherUser: boolean;
  /** Controls that are on the page now, as far as its words tell. */
  readonly controls: readonly PageControl[];
  /** The organization's display name where the page shows it, lower-cased and without spaces; else empty. */
  readonly organizationName: string;
}
