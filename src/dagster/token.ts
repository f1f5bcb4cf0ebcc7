/**
 * Tells from a text whether it is a user token, and if not, what else.
 *
 * The shapes come from Dagster's documentation (https://docs.dagster.io/deployment/dagster-plus/management/tokens)
 * and its open-source code. Only whole values are judged: a token is never cut out of a longer text, and never
 * joined from pieces.
 */
import { isUnusualUserToken, isUserToken } from '../link-details';
import type { RefusedToken } from './page-reading';

/** What one value is. `revoked` is not to be seen in a value, only around it. */
type TokenKind =
  | 'user'
  /** A dashed UUID: to be used only after the person confirms it. */
  | 'unusual-user'
  | Exclude<RefusedToken, 'revoked'>
  | 'none';

export interface ClassifiedToken {
  readonly kind: TokenKind;
  /** The text without zero-width characters and surrounding white space; a token only if `kind` says so. */
  readonly value: string;
}

/** Characters of no width that web pages put inside long words so that they can break. */
const ZERO_WIDTH = /[\u200B-\u200D\uFEFF\u00AD]/g;

/** A name for each shape of text, in the order in which they are tried. */
export type Shapes<Name> = readonly (readonly [Name, RegExp])[];

/** Shapes of texts that look like a token and are none to take; the first that fits decides. */
const REFUSED: Shapes<Exclude<RefusedToken, 'revoked'>> = [
  // agent:acme:0afb128e…, agent:0afb128e…; masked or not, what it is decides what to do.
  ['agent', /^agent:\S{4,}$/i],
  // Four parts, together long enough to be a secret: an API token for provisioning.
  ['scim', /^(?=.{24})([^\s:/]+(:|$)){4}$/],
  // user:acme:jane, or the prefix is left out: from before user tokens had their shape.
  ['old', /^(user:\S+:\S+|[0-9a-f]{32})$/i],
  // A user token with its middle cut out or masked, or of another length or case. A mask alone is a hidden token.
  ['cut', /^user:\S*[\d…•●∙·*]\S*$/i],
];

/** The name of the first shape that fits `text`. */
export const nameOf = <Name>(text: string, shapes: Shapes<Name>): Name | undefined =>
  shapes.find(([, shape]) => shape.test(text))?.[0];

/** `text` without zero-width characters and without white space around it. */
export const cleanText = (text: string): string => text.replace(ZERO_WIDTH, '').trim();

/** Judges one whole value: a text node, an attribute, the value of an input. */
export function classifyToken(text: string): ClassifiedToken {
  const value = cleanText(text);
  const userToken = isUserToken(value) ? 'user' : isUnusualUserToken(value) && 'unusual-user';
  return { kind: userToken || nameOf(value, REFUSED) || 'none', value };
}
