/** The promises of the threat model, as its document lists them, each with the tests beside it. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
const DOCUMENT = 'docs/threat-model.md';

export interface NamedTest {
  /** From the top of the repository. */
  readonly file: string;
  /** As it stands in the file: `%s` for what differs from case to case. */
  readonly title: string;
}

export interface Promised {
  /** The heading under which it stands. */
  readonly section: string;
  readonly promise: string;
  readonly tests: readonly NamedTest[];
}

/** In the order of the document. What nothing is said to hold is no promise. */
export function promises(): Promised[] {
  const found: { section: string; promise: string; tests: NamedTest[] }[] = [];
  let section = '';
  for (const line of readFileSync(join(ROOT, DOCUMENT), 'utf8').split('\n')) {
    const heading = /^### (.+)/.exec(line)?.[1];
    const promise = /^- (.+)/.exec(line)?.[1];
    const [, target, title] = /^ {2}- \[.+?\]\((.+?)\): _(.+)_$/.exec(line) ?? [];
    if (heading) section = heading;
    if (promise) found.push({ section, promise, tests: [] });
    if (target && title) found.at(-1)?.tests.push({ file: join(dirname(DOCUMENT), target), title });
  }
  return found.filter(({ tests }) => tests.length > 0);
}
