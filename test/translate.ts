/** The words on the screen for tests, from the same file that ships. */
import messages from '../extension/_locales/en/messages.json';
import type { MessageKey, Translate } from '../src/words';

/**
 * Fills a sentence in as the browser does, but is strict.
 *
 * @throws for a key that does not exist, and for a `$n` that is given no value: the browser shows an empty text then
 */
export const translate: Translate = (key, ...values) =>
  messageOf(key).replace(/\$([1-9])/g, (_, position) => {
    const value = values[Number(position) - 1];
    if (value === undefined) throw new Error(`The message “${key}” needs $${position}.`);
    return value;
  });

function messageOf(key: MessageKey): string {
  if (!Object.hasOwn(messages, key)) throw new Error(`There is no message “${key}”.`);
  return messages[key].message;
}
