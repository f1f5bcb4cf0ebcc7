import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
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

/** The scripts that a page of the extension asks for, and those that they import, each once. */
export function scriptsOfPage(target: BrowserName, page: string): string[] {
  const found = new Set<string>();
  const add = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, name] of packageFile(target, file)
      .toString()
      .matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      add(`assets/${basename(name ?? '')}`);
  };
  const html = packageFile(target, page).toString();
  for (const [, src] of html.matchAll(/<script[^>]+src="([^"]+)"/g)) add(`assets/${basename(src ?? '')}`);
  return [...found];
}
