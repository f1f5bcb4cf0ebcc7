import { expect, test } from 'vitest';
import english from '../extension/_locales/en/messages.json';
import { createWords, type Messages, type WordsAccess } from '../src/words-files';

const PORTUGUESE: Messages = { ...english, copy: { message: 'Copiar $1' } };
const FILES: Readonly<Record<string, Messages>> = { en: english, pt_BR: PORTUGUESE, pt: english };

/** A browser without words. */
function silent(
  language: string,
  change: Partial<WordsAccess> = {},
): { access: WordsAccess; read: string[] } {
  const read: string[] = [];
  return {
    read,
    access: {
      getMessage: () => '',
      getUILanguage: () => language,
      defaultLocale: 'en',
      async read(locale) {
        read.push(locale);
        if (!FILES[locale]) throw new TypeError('Failed to fetch');
        return FILES[locale];
      },
      ...change,
    },
  };
}

test('the words are those of the browser, and no file is read', async () => {
  const { access, read } = silent('en', { getMessage: (key, values) => `${key}: ${values}` });
  const { translate, ready } = createWords(access);
  await ready;
  expect(translate('copy', 'Deployment')).toBe('copy: Deployment');
  expect(read).toEqual([]);
});

test.each([
  ['pt-BR', ['pt_BR'], 'Copiar Deployment'],
  ['pt-PT', ['pt_PT', 'pt'], 'Copy Deployment'],
  ['sv', ['sv', 'en'], 'Copy Deployment'],
])(
  'a browser in %s without words gets those of the first file there is: %j',
  async (language, files, copy) => {
    const { access, read } = silent(language);
    const { translate, ready } = createWords(access);
    await ready;
    expect(translate('copy', 'Deployment')).toBe(copy);
    expect(read).toEqual(files);
  },
);

test('without words and files nothing fails', async () => {
  const { access } = silent('en', { read: () => Promise.reject(new TypeError('Failed to fetch')) });
  const { translate, ready } = createWords(access);
  await ready;
  expect(translate('copy', 'Deployment')).toBe('');
});
