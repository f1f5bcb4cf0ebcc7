/// <reference types="vite/client" />
/** Every language that the popup speaks, for pages that vite serves. */
import type { Translate } from '../../src/words';
import type { Messages } from '../../src/words-files';
import { translatorOf } from '../translate';

const FILES = import.meta.glob<Messages>('/extension/_locales/*/messages.json', {
  eager: true,
  import: 'default',
});

/** By the name of its folder: `pt_BR`. */
export const LANGUAGES: ReadonlyMap<string, Translate> = new Map(
  Object.entries(FILES).map(([path, messages]) => [path.split('/').at(-2) ?? path, translatorOf(messages)]),
);
