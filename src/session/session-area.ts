/** The part of the browser's `storage.session` that is used: in memory, for the extension's own pages only. */
export interface SessionArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}
