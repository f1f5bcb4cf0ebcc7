/**
 * Finds the user tokens in a text that a person pasted: the token alone, or as it stands in a header, a file of
 * settings, a command or a letter.
 *
 * Only whole words are judged, so no token is ever cut out of a longer one; and nothing is corrected: what is not a
 * token as it stands is refused with a reason. The shapes are those of `token.ts`.
 */
import { isUnusualUserToken, isUserToken } from '../link-details';
import type { RevealedToken } from './page-reading';
import { LONGEST_PASTE, QUOTES, withoutInvisible } from './pasted-words';
import { classifyToken } from './token';

/** Why there is no token to take, the most telling first. */
const REASONS = [
  /** `agent:{org}:…`: for Hybrid agents, useless for linking. */
  'agent',
  /** Four parts: an API token of the Provisioning (SCIM) tab. */
  'scim',
  /** Whole but for its capital letters. */
  'capitals',
  'masked',
  /** Holds an ellipsis, or is longer or shorter than a token. */
  'cut',
  /** `user:{org}:{name}`. */
  'old',
  /** 32 hex digits without `user:`. */
  'bare',
  /** An address, which may well be right in the other field. */
  'address',
  /** A password, or anything else. */
  'other',
] as const;

export type TokenRefusal = (typeof REASONS)[number] | 'empty' | 'too-long' | 'too-many';

export type PastedTokens =
  /** Each whole token once, in the order of the text; one or several. */
  | { readonly kind: 'tokens'; readonly tokens: readonly RevealedToken[] }
  | { readonly kind: 'refused'; readonly reason: TokenRefusal };

/** More tokens than a person can choose from by their last four characters. */
const MOST_TOKENS = 9;

/** Longer words are no token, whatever their kind. */
const LONGEST_WORD = 300;

/** What ends a word beside white space. */
const SEPARATORS = `${QUOTES},;，；：=<>()\\[\\]{}|&\\\\`;
const PARTS = new RegExp(`([^\\s${SEPARATORS}]+)|(\\s+)|[${SEPARATORS}]+`, 'gu');

/** The marks that mail programs put before the lines of a quoted letter. */
const MAIL_QUOTE = /\n[^\S\n]*(?:>[^\S\n]?)+/g;

/** `Dagster-Cloud-Api-Token:` without a space before the token. */
const LABEL = /^[\w-]*token[\w-]*:(?=\S)/i;

const LAST_MARK = /(?<![.…])[.!?。]$/u;
const EMPHASIS = /^([*_~])(.+)\1$/su;
const MASK = /[•●∙·*]{3}/;
const MASK_IN_TOKEN = /[•●∙·*]/;
const ADDRESS = /:\/\/|\bdagster\.(?:cloud|plus)\b/i;

/** How a token begins, and what it goes on with where a mail program has broken it over lines. */
const BEGINNING = /^user:[0-9a-f-]*$/;
const CONTINUATION = /^[0-9a-f-]+$/;

interface Word {
  readonly text: string;
  /** Nothing but white space stands between it and the word before: both may have been one. */
  readonly goesOn: boolean;
}

/** @param text as it was pasted or typed; up to {@link LONGEST_PASTE} of it are looked at */
export function readPastedTokens(text: string): PastedTokens {
  if (text.length > LONGEST_PASTE) return { kind: 'refused', reason: 'too-long' };
  const words = wordsIn(withoutInvisible(text).replace(MAIL_QUOTE, '\n'));
  if (words.length === 0) return { kind: 'refused', reason: 'empty' };
  const found = new Set<string>();
  const reasons = new Set<(typeof REASONS)[number]>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at]?.text ?? '';
    const broken = isWhole(word) ? null : brokenToken(words, at);
    if (broken) at = broken.end;
    const value = broken?.value ?? word;
    if (isWhole(value)) found.add(value);
    else reasons.add(reasonFor(value));
  }
  if (found.size > MOST_TOKENS) return { kind: 'refused', reason: 'too-many' };
  if (found.size > 0) return { kind: 'tokens', tokens: Array.from(found, pastedToken) };
  return { kind: 'refused', reason: REASONS.find((reason) => reasons.has(reason)) ?? 'other' };
}

const TOKEN_LIKE: ReadonlySet<TokenRefusal> = new Set([
  'agent',
  'scim',
  'capitals',
  'masked',
  'cut',
  'old',
  'bare',
]);

/** Whether a text holds a token, of whatever kind, whole or not. */
export function holdsToken(text: string): boolean {
  const read = readPastedTokens(text);
  return read.kind === 'tokens' || TOKEN_LIKE.has(read.reason);
}

/** What was pasted has no row that would tell more about it. */
export const pastedToken = (value: string): RevealedToken => ({
  value,
  unusual: !isUserToken(value),
  description: '',
  created: '',
});

const isWhole = (text: string): boolean => isUserToken(text) || isUnusualUserToken(text);

function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  let goesOn = false;
  for (const [part, word, space] of text.matchAll(PARTS)) {
    if (word) {
      const inner = peeled(word);
      words.push({ text: inner, goesOn: goesOn && part.startsWith(inner) });
      goesOn = part.endsWith(inner);
    } else if (!space) goesOn = false;
  }
  return words;
}

/** A word without the marks of the sentence around it, and without the name of what it is. */
function peeled(word: string): string {
  if (word.length > LONGEST_WORD) return word;
  const once = word
    .replace(LABEL, '')
    .replace(LAST_MARK, '')
    .replace(EMPHASIS, (whole, _, inner: string) => (MASK.test(whole) ? whole : inner));
  return once === word ? word : peeled(once);
}

/**
 * The token that begins at a word and was broken over several. It is one only if the words that can belong to it make
 * it whole together: with one more or one less nobody knows where it ends.
 */
function brokenToken(words: readonly Word[], start: number): { value: string; end: number } | null {
  let value = words[start]?.text ?? '';
  if (!BEGINNING.test(value)) return null;
  let end = start;
  for (let next = words[start + 1]; next?.goesOn && CONTINUATION.test(next.text); next = words[end + 1]) {
    if (value.length <= LONGEST_WORD) value += next.text;
    end++;
  }
  return isWhole(value) ? { value, end } : null;
}

function reasonFor(word: string): (typeof REASONS)[number] {
  if (word.length > LONGEST_WORD) return ADDRESS.test(word) ? 'address' : 'other';
  const { kind } = classifyToken(word);
  switch (kind) {
    case 'cut':
      if (isWhole(word.toLowerCase())) return 'capitals';
      return MASK_IN_TOKEN.test(word) ? 'masked' : 'cut';
    case 'old':
      return word.includes(':') ? 'old' : 'bare';
    case 'agent':
    case 'scim':
      return kind;
    default:
      if (MASK.test(word)) return 'masked';
      return ADDRESS.test(word) ? 'address' : 'other';
  }
}
