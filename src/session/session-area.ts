/**
 * What is kept in memory while the browser is open, for the extension's own pages only: `storage.session`.
 *
 * Private and ordinary windows share one area in Chrome and in Firefox, so each kind has keys of its own.
 */
export interface SessionArea {
  /** @param key null for everything */
  get(key: string | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

/** The kind of a window. What belongs to one kind is never seen in the other. */
export type Privacy = 'ordinary' | 'private';

export const privacyOf = (tab: { readonly incognito?: boolean | undefined }): Privacy =>
  tab.incognito ? 'private' : 'ordinary';

const prefixOf = (privacy: Privacy): string => `${privacy}/`;

/** One value under one key. */
export interface SessionValue<T> {
  read(): Promise<T | null>;
  write(value: T): Promise<void>;
  remove(): Promise<void>;
}

/** @param name of the value, the same for both kinds of windows */
export function sessionValue<T>(session: SessionArea, name: string, privacy: Privacy): SessionValue<T> {
  const key = prefixOf(privacy) + name;
  return {
    read: async () => ((await session.get(key))[key] as T | undefined) ?? null,
    write: (value) => session.set({ [key]: value }),
    remove: () => session.remove(key),
  };
}

/** Removes all that is kept for windows of this kind. */
export async function removeAll(session: SessionArea, privacy: Privacy): Promise<void> {
  const keys = Object.keys(await session.get(null));
  await session.remove(keys.filter((key) => key.startsWith(prefixOf(privacy))));
}
