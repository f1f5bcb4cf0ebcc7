/** Labels reduced to what can be compared: those that are known, and those that a form shows. */

const INVISIBLE_CHARACTERS = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const MARKS = /\( ?(?:optional|required) ?\)/gi;

/** Longer texts are no label. In characters. */
export const LONGEST_LABEL = 200;

/** What a text too long for a label is reduced to: no label is called so. */
const TOO_LONG = '…';

/** Texts as they are drawn: line breaks and indentation are single spaces. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/**
 * A label reduced to what can be compared: lower case, single spaces, without the marks that forms put beside a
 * label (`*`, `:`, "(Optional)", "(required)"). "Deployment notes" stays different from "Deployment".
 */
export function normalizeLabel(text: string): string {
  const line = oneLine(text);
  if (line.length > LONGEST_LABEL) return TOO_LONG;
  const bare = line.normalize('NFKC').replace(INVISIBLE_CHARACTERS, '').replace(MARKS, ' ');
  return oneLine(bare)
    .replace(/^[\s*]+|[\s*:]+$/g, '')
    .toLowerCase();
}
