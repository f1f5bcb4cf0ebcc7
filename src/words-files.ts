/** Words from the files that ship, for when the browser gives none. */
import type { MessageKey, Translate } from './words';

/** What a file of words holds. */
export type Messages = Readonly<Record<MessageKey, { readonly message: string }>>;

/** What is needed of `browser.i18n`, and of the files beside it. */
export interface WordsAccess {
  getMessage(key: string, values?: string[]): string;
  /** The browser's language: `pt-BR`. */
  getUILanguage(): string;
  /** The folder for everybody else's language. */
  readonly defaultLocale: string;
  /** The file of a folder in `_locales`; undefined where there is none. */
  read(locale: string): Promise<Messages | undefined>;
}

/**
 * The browser's words, or those of the file where it has none.
 *
 * Chromium fetches the words of an extension once for each of its processes. Where that fails (seen in 156, in one of a
 * hundred starts), every word is empty until the browser is started again: a popup of buttons without names.
 *
 * @returns `translate`, and `ready`, which is over when it has words
 */
export function createWords(access: WordsAccess): { translate: Translate; ready: Promise<void> } {
  let own: Messages | undefined;

  async function readOwn(): Promise<void> {
    for (const locale of localesFor(access)) {
      own = await access.read(locale).catch(() => undefined);
      if (own) return;
    }
  }

  return {
    translate: (key, ...values) =>
      own ? filledIn(own[key].message, values) : access.getMessage(key, values),
    ready: access.getMessage('extension_name') ? Promise.resolve() : readOwn(),
  };
}

/** As browsers choose: `pt-BR` → `pt_BR`, `pt`, and the default. */
function localesFor({ getUILanguage, defaultLocale }: WordsAccess): Iterable<string> {
  const language = getUILanguage();
  return new Set([language.replace('-', '_'), language.replace(/-.*/u, ''), defaultLocale]);
}

const filledIn = (message: string, values: readonly string[]): string =>
  message.replace(/\$([1-9])/gu, (_, position) => values[Number(position) - 1] ?? '');
