/** What a form says, made fit to be shown and kept: never with the secret that it was given, in whatever way it writes that. */
import { LONGEST, pageText, tellsOf } from '../page/text';

const LEFT_OUT = '…';

/**
 * @param text a form's own words: an error, an option
 * @param secret the token that the form may know by now
 * @returns one short line; only an ellipsis where it would tell a part of the secret
 */
export function formText(text: string, secret: string): string {
  const shown = pageText(text, LONGEST.sentence);
  return tellsOf(shown, secret) ? LEFT_OUT : shown;
}
