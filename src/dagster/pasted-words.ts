/** What is common to looking through a text that a person pasted. */

/** More than a whole page with tokens or an `.env` file has, in UTF-16 code units. */
export const LONGEST_PASTE = 100_000;

/** Characters that nobody sees and that come along when people copy: soft hyphens, joiners, marks of direction. */
const INVISIBLE = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '');

/** Quotation marks of all kinds, as the inside of a character class. */
export const QUOTES = '"\'`´“”„‟‘’‚‛«»‹›「」『』＂＇';
