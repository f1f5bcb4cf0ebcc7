import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { BrowserName } from '../browsers/browser';
import { builtExtension } from '../e2e/built-extension';

/** The files of a built package: their paths in it with a slash, in the order of these. */
export function packageFiles(browser: BrowserName): string[] {
  const root = builtExtension(browser);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

export const packageFile = (browser: BrowserName, path: string): Buffer =>
  readFileSync(join(builtExtension(browser), path));
