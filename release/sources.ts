/** The project's own files, and when they are from, as git has them. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ZipEntry } from './zip';

/**
 * When the sources are from: SOURCE_DATE_EPOCH in seconds (https://reproducible-builds.org/specs/source-date-epoch/), else
 * the time of the last commit.
 */
export function sourceDate(project: string): Date {
  const seconds = process.env.SOURCE_DATE_EPOCH ?? git(project, 'log', '-1', '--format=%ct');
  const date = new Date(Number(seconds) * 1000);
  if (!seconds.trim() || Number.isNaN(date.getTime())) {
    throw new Error(`SOURCE_DATE_EPOCH is to be a time in seconds, and not “${seconds}”.`);
  }
  return date;
}

/** The tracked files as they are now. */
export function sourceFiles(project: string): ZipEntry[] {
  const listed = git(project, 'ls-files', '--stage', '-z').split('\0').filter(Boolean);
  return listed.map((line) => {
    const [, mode = '', path = ''] = /^(\d+) \S+ \d+\t(.*)$/s.exec(line) ?? [];
    return { path, content: readFileSync(join(project, path)), executable: mode === '100755' };
  });
}

/** Tracked files that differ from the last commit, and new ones. */
export const uncommitted = (project: string): string[] =>
  git(project, 'status', '--porcelain').split('\n').filter(Boolean);

const git = (project: string, ...args: string[]): string =>
  execFileSync('git', args, { cwd: project, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
