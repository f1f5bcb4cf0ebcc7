/** The words on the screen: `extension/_locales/en/messages.json` holds them all. */
import type messages from '../extension/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;

/** @returns the sentence under `key`, with `$1`, `$2` … replaced by `values`. */
export type Translate = (key: MessageKey, ...values: string[]) => string;

/** `["a", "b", "c"]` → "a, b and c". */
export function listOf(words: readonly string[], t: Translate): string {
  if (words.length < 2) return words[0] ?? '';
  return t('list_and', words.slice(0, -1).join(', '), words[words.length - 1] ?? '');
}
