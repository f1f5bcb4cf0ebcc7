/**
 * Tells from a text whether it is a user token, and if not, what else.
 *
 * The shapes come from Dagster's documentation (https://docs.dagster.io/deployment/dagster-plus/management/tokens)
 * and its open-source code. Only whole values are judged: a token is never cut out of a longer text, and never
 * joined from pieces.
 */
import { isUnusualUserToken, isUserToken } from '../link-details';
import type { RefusedToken } from './page-reading';

export type TokenKind =
  | { readonly kind: 'user'; readonly value: string }
  /** A dashed UUID: to be used only after the person confirms it. */
  | { readonly kind: 'unusual-user'; readonly value: string }
  | { readonly kind: Exclude<RefusedToken, 'revoked'> }
  | { readonly kind: 'none' };

/** Characters of no width that web pages put inside long words so that they can break. */
const ZERO_WIDTH = /[\u200B-\u200D\uFEFF\u00AD]/g;

/** What a mask or a shortening is drawn with. */
const MASK = '…•●∙·*';

/** Shapes of texts that look like a token and are none to take, the first that fits decides. */
const REFUSED: readonly (readonly [Exclude<RefusedToken, 'revoked'>, RegExp])[] = [
  // agent:acme:0afb128e…, agent:0afb128e…; masked or not, what it is decides what to do.
  ['agent', new RegExp(`^agent:[\\w.:${MASK}-]{4,}$`, 'i')],
  // Four parts, one of them long enough to be a secret: an API token for provisioning.
  ['scim', /^(?=.*[\w-]{16})[\w.-]+(?::[\w.-]+){3}$/],
  // user:acme:jane and longer: from before there were user tokens without an organization.
  ['old', /^user:[\w.@+-]+(?::[\w.@+-]+)+$/i],
  // A user token with its middle cut out or masked, or of another length or case.
  ['cut', new RegExp(`^user:(?=.*[0-9${MASK}])[0-9a-f${MASK}-]{4,}$`, 'i')],
  ['cut', /^user:(?=.*\d)[\w-]{20,}$/i],
  // Nothing but a mask.
  ['cut', /^[•●*]{6,}$/],
  // The prefix left out, or a token from before prefixes.
  ['old', /^[0-9a-f]{32}$/],
];

/** `text` without zero-width characters and without white space around it. */
export const cleanText = (text: string): string => text.replace(ZERO_WIDTH, '').trim();

/**
 * Judges one whole value (a text node, an attribute, the value of an input).
 *
 * @returns the token without zero-width characters, or the kind of token that it is instead, or `none`
 */
export function classifyToken(text: string): TokenKind {
  const value = cleanText(text);
  if (isUserToken(value)) return { kind: 'user', value };
  if (isUnusualUserToken(value)) return { kind: 'unusual-user', value };
  return { kind: REFUSED.find(([, shape]) => shape.test(value))?.[0] ?? 'none' };
}
