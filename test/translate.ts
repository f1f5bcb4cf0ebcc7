/** The words on the screen for tests, from the same files that ship. */
import english from '../extension/_locales/en/messages.json';
import type { Translate } from '../src/words';
import type { Messages } from '../src/words-files';

/**
 * Fills sentences in as the browser does, but is strict.
 *
 * @throws for a key that does not exist, and for a `$n` that is given no value: the browser shows an empty text then
 */
export const translatorOf =
  (messages: Messages): Translate =>
  (key, ...values) => {
    if (!Object.hasOwn(messages, key)) throw new Error(`There is no message “${key}”.`);
    return messages[key].message.replace(/\$([1-9])/g, (_, position) => {
      const value = values[Number(position) - 1];
      if (value === undefined) throw new Error(`The message “${key}” needs $${position}.`);
      return value;
    });
  };

/** In English. */
export const translate: Translate = translatorOf(english);
