/** The words in the browser's language, for the contexts that have the extension API. */
import browser from 'webextension-polyfill';
import type { Translate } from './words';

export const translate: Translate = (key, ...values) => browser.i18n.getMessage(key, values);
