/** Whether a text is a date or a time, in whatever language. */

/** Longer texts are none. */
const LONGEST_DATE = 60;

/** The digit zero of scripts that have digits of their own, of which nine more follow each. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10] as const;

/** "3 days ago" and its like, in languages that say it after the number, and in those that say it before. */
const AGO = [
  /^\d.* (ago|fa|atrás|geleden|sedan|siden|temu|önce|sitten|ezelőtt|назад|тому)$/i,
  /^\d.*(前|전)$/,
  /^(vor|il y a|hace|há|acum|for|před|منذ|לפני) ?\d/i,
];

const withUsualDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) as number;
    const zero = ZEROS.find((one) => code >= one && code < one + 10);
    return zero === undefined ? digit : String(code - zero);
  });

/** A year or a time of day, and another number; or a number of days ago. */
export function isDate(text: string): boolean {
  if (text.length > LONGEST_DATE || !/\p{Nd}/u.test(text)) return false;
  const usual = /\d/.test(text) ? text : withUsualDigits(text);
  if (AGO.some((shape) => shape.test(usual))) return true;
  return /\b20\d\d(?!\d)|\d:\d/.test(usual) && /\d\D+\d/.test(usual);
}
