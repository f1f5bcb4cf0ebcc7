/** The words in the browser's language, for the contexts that have the extension API. */
import browser from 'webextension-polyfill';
import { createWords } from './words-files';

export const { translate, ready: wordsReady } = createWords({
  getMessage: (key, values) => browser.i18n.getMessage(key, values),
  getUILanguage: () => browser.i18n.getUILanguage(),
  defaultLocale: browser.runtime.getManifest().default_locale ?? 'en',
  read: async (locale) => (await fetch(browser.runtime.getURL(`_locales/${locale}/messages.json`))).json(),
});
