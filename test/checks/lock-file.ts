/** Holds the lock file complete. Part of `npm run check`. */
import { readFileSync } from 'node:fs';
import { lockFileProblems } from './lock-file-problems';

const lockFile = new URL('../../package-lock.json', import.meta.url);
const problems = lockFileProblems(JSON.parse(readFileSync(lockFile, 'utf8')).packages);

if (problems.length > 0) {
  console.error(`package-lock.json:\n${problems.join('\n')}`);
  process.exitCode = 1;
}
