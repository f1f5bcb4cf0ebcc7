/** What the files of a package use. */
import type { Use } from './catalogue';
import { manifestUses } from './manifest-features';
import { pageUses } from './page-features';
import { scriptUses } from './script-features';
import { styleUses } from './style-features';

const READERS: readonly (readonly [files: RegExp, usesOf: (text: string) => Use[]])[] = [
  [/\.js$/, scriptUses],
  [/\.css$/, styleUses],
  [/\.html$/, pageUses],
  [/^manifest\.json$/, (text) => manifestUses(JSON.parse(text))],
];

/**
 * All uses in all files, each with its file. Pictures and words use nothing.
 *
 * @param files texts by their path in the package
 */
export function packageUses(files: Readonly<Record<string, string>>): Use[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const usesOf = READERS.find(([files]) => files.test(path))?.[1];
    return (usesOf?.(text) ?? []).map((use) => ({ ...use, written: `${path}: ${use.written}` }));
  });
}
