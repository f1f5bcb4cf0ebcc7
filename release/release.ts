/**
 * `npm run release -- 0.2.0`: looks whether everything is ready, and changes nothing where it is not. Else it sets the
 * version, commits and tags it, and makes the packages. Nothing leaves the machine; docs/releasing.md says how to go on.
 */
import { execFileSync, execSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseProblems } from './release-problems';
import { uncommitted } from './sources';

const PROJECT = join(import.meta.dirname, '..');

const read = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');
const git = (...args: string[]) => execFileSync('git', args, { cwd: PROJECT, stdio: 'inherit' });
const npm = (command: string) => execSync(`npm ${command}`, { cwd: PROJECT, stdio: 'inherit' });

const [version] = process.argv.slice(2);
const problems = releaseProblems({
  wanted: version,
  current: JSON.parse(read('package.json')).version,
  changelog: read('CHANGELOG.md'),
  today: new Date().toISOString().slice(0, 10),
  uncommitted: uncommitted(PROJECT),
});

if (problems.length > 0) {
  console.error(`Nothing was changed.\n${problems.join('\n')}`);
  process.exitCode = 1;
} else {
  npm(`version --no-git-tag-version ${version}`);
  git('commit', '--quiet', '--message', `Release ${version}`, 'package.json', 'package-lock.json');
  try {
    npm('run --silent package');
    git('tag', '--annotate', `v${version}`, '--message', `Version ${version}`);
    console.log(`\nCommitted and tagged as v${version}. Next: docs/releasing.md`);
  } catch (error) {
    console.error(
      `The commit “Release ${version}” is made, the rest is not. To take it back: git reset --hard HEAD~1`,
    );
    throw error;
  }
}
