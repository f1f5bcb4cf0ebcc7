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
  /** The text without characters of no width and surrounding white space; a token only if `kind` says so. */
  readonly value: string;
}

/**
 * Longer texts are no token, with whatever white space and characters of no width; nothing is searched in them, so that
 * no text of a page can make a search long.
 */
const LONGEST_TEXT = 300;

/**
 * Characters of no width that web pages put inside long words so that they can break, and marks by which a text is kept
 * apart on a page that is written from right to left. Not those that turn the order of characters around.
 */
const ZERO_WIDTH = /[\u200B-\u200F\u061C\u2060\u2066-\u2069\uFEFF\u00AD]/g;

/** A name for each shape of text, in the order in which they are tried. */
export type Shapes<Name> = readonly (readonly [Name, RegExp])[];

/** Shapes of texts that look like a token and are none to take; the first that fits decides. */
const REFUSED: Shapes<Exclude<RefusedToken, 'revoked'>> = [
  // agent:acme:0afb128e…, agent:0afb128e…; masked or not, what it is decides what to do.
  ['agent', /^agent:\S{4,}$/i],
  // Four parts, together long enough to be a secret: an API token for provisioning.
  ['scim', /^(?=.{24})([^\s:/]+(:|$)){4}$/],
  // user:acme:jane, or the prefix is left out: from before user tokens had their shape.
  ['old', /^(user:[^\s:]+:\S+|[0-9a-f]{32})$/i],
  // A user token with its middle cut out or masked, or of another length or case. A mask alone is a hidden token.
  ['cut', /^user:[^\s\d…•●∙·*]*[\d…•●∙·*]\S*$/i],
];

/** The name of the first shape that fits `text`. */
export const nameOf = <Name>(text: string, shapes: Shapes<Name>): Name | undefined =>
  shapes.find(([, shape]) => shape.test(text))?.[0];

/** `text` without characters of no width and without white space around it. */
export const cleanText = (text: string): string => text.replace(ZERO_WIDTH, '').trim();

/** Judges one whole value: a text node, an attribute, the value of an input. */
export function classifyToken(text: string): ClassifiedToken {
  if (text.length > LONGEST_TEXT) return { kind: 'none', value: '' };
  const value = cleanText(text);
  const userToken = isUserToken(value) ? 'user' : isUnusualUserToken(value) && 'unusual-user';
  return { kind: userToken || nameOf(value, REFUSED) || 'none', value };
}

/** What stands in the place of a token that is hidden: dots or stars, also after `user:`. */
const MASK = /^(user:)?[•●∙·*]{4,}/i;

/** Whether a text stands in the place of a token: it is one of whatever kind, a part of one, or a mask. */
export const isTokenOrMask = (text: string): boolean =>
  text.length <= LONGEST_TEXT &&
  (MASK.test(text) || classifyToken(text).kind !== 'none' || isShortened(text));

/** A text with its middle or its end left out: `user:0afb…4bd6`, `user:0afb128e...`. */
const SHORTENED = /^(?:user:)?([0-9a-f-]*)(?:…|\.{3})([0-9a-f-]*)$/;

/** How many digits a shortened token must show: fewer may tell apart tokens that are hidden. */
const FEWEST_DIGITS = 6;

/** Whether a text is a user token that was shortened, not one that is masked. */
export function isShortened(text: string): boolean {
  const [, head = '', tail = ''] = (text.length <= LONGEST_TEXT && SHORTENED.exec(cleanText(text))) || [];
  return head.length > 0 && head.length + tail.length >= FEWEST_DIGITS;
}

/** Whether `text`, as a page shows it, is a shortened form of `token`: it begins and ends as the token does. */
export function isShortFormOf(text: string, token: string): boolean {
  const value = cleanText(text);
  const [, head = '', tail = ''] = SHORTENED.exec(value) ?? [];
  const digits = token.replace(/^user:/, '');
  if (isShortened(value)) return digits.startsWith(head) && digits.endsWith(tail);
  // Its other half may be drawn by another element.
  return value.length >= 'user:'.length + FEWEST_DIGITS && value !== token && token.startsWith(value);
}
