import { type Zippable, zipSync } from 'fflate';

export interface ZipEntry {
  /** With slashes, from the top of the archive. */
  readonly path: string;
  readonly content: Uint8Array;
  readonly executable?: boolean;
}

/**
 * A zip that depends on nothing but what is in it and on `date`: not on the folder, the order of the files, their times
 * and rights, the clock, the time zone or the system.
 *
 * @param date only its day (UTC) counts, because a zip holds a local time
 */
export function zip(entries: readonly ZipEntry[], date: Date): Uint8Array {
  // At noon there is no hour that a time zone leaves out.
  const mtime = new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
  const sorted = entries.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const files: Zippable = Object.fromEntries(
    sorted.map(({ path, content, executable }) => {
      const mode = executable ? 0o100755 : 0o100644;
      return [path, [content, { mtime, os: UNIX, attrs: (mode << 16) >>> 0 }]];
    }),
  );
  return zipSync(files, { level: 9 });
}

/** Whose file rights the archive holds (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.4.2). */
const UNIX = 3;
