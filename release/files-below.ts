import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ZipEntry } from './zip';

/** All files in a folder, by their path in it. */
export function filesBelow(folder: string): ZipEntry[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path: relative(folder, path).replaceAll('\\', '/'),
      content: readFileSync(path),
    }));
}
