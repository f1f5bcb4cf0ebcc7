/** A storage area in memory that keeps a record of what it was ever given. */
export interface SessionArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
  /** What it holds now. */
  readonly content: Record<string, unknown>;
  /** Everything that was ever put into it, as text. */
  written(): string;
}

/** Like the browser's area it keeps copies: a later change of an object does not reach what is stored. */
export function sessionArea(): SessionArea {
  const content: Record<string, unknown> = {};
  const log: string[] = [];
  return {
    content,
    get: async (key) => (key in content ? { [key]: structuredClone(content[key]) } : {}),
    set: async (items) => {
      log.push(JSON.stringify(items));
      Object.assign(content, structuredClone(items));
    },
    remove: async (key) => {
      delete content[key];
    },
    written: () => log.join('\n'),
  };
}
