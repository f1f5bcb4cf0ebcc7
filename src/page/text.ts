/**
 * Texts that a page wrote, made fit to be shown and kept: short, without marks that change how other text is read, and
 * without anything that could be a token. Each text passes here once, where it leaves its page.
 */

/** How long a text of a page may be, in characters, for each thing that it tells. */
export const LONGEST = { name: 80, sentence: 200 } as const;

/** How many things of one kind a page may name (forms, options, tokens, frames). */
export const MOST_NAMED = 50;

const CUT = '…';

/** Controls, marks of direction, characters of no width, unassigned ones, and halves of characters. */
const INVISIBLE = /\p{C}/gu;

/**
 * What looks like a token, or like one that was written in another way. Tried on short texts only.
 * Sources of the shapes: docs/dagster-pages.md.
 */
const TOKEN_LIKE: readonly RegExp[] = [
  // user:…, agent:…, with the colon as it is written in addresses and markup
  /\b(?:user|agent) ?(?::|%3a|&#0*58;|&#x3a;|&colon;|\\u003a) ?\S+/giu,
  // a provisioning token: four parts, together long enough to be a secret
  /(?=\S{24})[^\s:/]+(?::[^\s:/]+){3}\S*/gu,
  // hexadecimal digits of a token or of half of one, with or without dashes
  /(?:[0-9a-f][-\s]?){20,}/giu,
  // "user:" in Base64, wherever it begins
  /\S*(?:dXNlcj|VzZXI6|1c2VyO)\S*/gu,
  // every character written as its number
  /(?:(?:%|\\x|\\u00|&#x?)[0-9a-f]{2,3};?){12,}/giu,
  // a word that no person would write
  /[\w+/=-]{32,}/gu,
];

/** `text` with everything that looks like a token replaced by an ellipsis. */
const withoutTokens = (text: string): string =>
  TOKEN_LIKE.reduce((masked, shape) => masked.replace(shape, CUT), text);

/** The first `longest` characters of a text; a word that is cut goes as a whole, where another stands before it. */
function shortened(text: string, longest: number): string {
  const characters = Array.from(text.slice(0, 2 * longest + 2));
  if (characters.length <= longest) return text;
  const kept = characters.slice(0, longest - 1).join('');
  const lastSpace = kept.lastIndexOf(' ');
  return (lastSpace > 0 ? kept.slice(0, lastSpace) : kept) + CUT;
}

/** More than this of a text is never looked at, in characters: what is cut off is not searched for tokens either. */
const LOOKED_AT = 1_000;

/**
 * @param text as it stands in the page, of any length
 * @param longest how long it may become, in characters
 * @returns one line, safe to show and to keep
 */
export function pageText(text: string, longest: number = LONGEST.name): string {
  const line = text.slice(0, LOOKED_AT).replace(/\s+/gu, ' ').replace(INVISIBLE, '').trim();
  return shortened(withoutTokens(shortened(line, LOOKED_AT / 2)), longest);
}

/** Letters and digits in lower case: what is left when somebody spaces a secret out. */
const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/gu, '');

/** So many characters in a row of a secret in a text give it away. */
const TELLING_LENGTH = 8;

/** A secret as it is, backwards, in Base64 at each of its three offsets, and as the numbers of its characters. */
function writtenWays(secret: string): string[] {
  const body = secret.replace(/^[a-z]+:/u, '');
  const inBase64 = ['', '-', '--'].map((before) => btoa(before + body).slice(before.length === 0 ? 0 : 4));
  const inNumbers = Array.from(body, (character) => character.charCodeAt(0).toString(16)).join('');
  return [body, Array.from(body).reverse().join(''), ...inBase64, inNumbers].map(bare);
}

/** Whether a text that {@link pageText} made still holds a part of `secret`, in whatever way it is written. */
export function tellsOf(text: string, secret: string): boolean {
  const searched = bare(text);
  return writtenWays(secret).some((way) => {
    for (let at = 0; at + TELLING_LENGTH <= way.length; at++)
      if (searched.includes(way.slice(at, at + TELLING_LENGTH))) return true;
    return false;
  });
}

/**
 * @param text what somebody else wrote who may know the secret by now: a form's error, a server's answer
 * @returns one short line; only an ellipsis where it would tell a part of `secret`, in whatever way that is written
 */
export function textWithout(secret: string, text: string): string {
  const shown = pageText(text, LONGEST.sentence);
  return tellsOf(shown, secret) ? CUT : shown;
}
