import type { SessionArea } from '../src/session/session-area';

/** A storage area in memory that keeps a record of what it was ever given. */
export interface RecordedArea extends SessionArea {
  /** What it holds now. */
  readonly content: Record<string, unknown>;
  /** Everything that was ever put into it, as text. */
  written(): string;
}

/** Like the browser's area it keeps copies: a later change of an object does not reach what is stored. */
export function sessionArea(): RecordedArea {
  const content: Record<string, unknown> = {};
  const log: string[] = [];
  return {
    content,
    get: async (wanted) =>
      structuredClone(
        Object.fromEntries(Object.entries(content).filter(([key]) => wanted === null || key === wanted)),
      ),
    set: async (items) => {
      log.push(JSON.stringify(items));
      Object.assign(content, structuredClone(items));
    },
    remove: async (keys) => {
      for (const key of [keys].flat()) delete content[key];
    },
    written: () => log.join('\n'),
  };
}
