import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type LockedPackage, lockFileProblems } from './lock-file-problems';

const kept: Record<string, LockedPackage> = JSON.parse(
  readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
).packages;

const PATH = 'node_modules/preact';

test('The check finds nothing wrong with the lock file', () => {
  expect(lockFileProblems(kept)).toEqual([]);
});

test.each([
  ['without a digest', { integrity: undefined }, 'has no digest'],
  ['with a weak digest', { integrity: 'sha1-abc=' }, 'has no digest'],
  ['of nowhere', { resolved: undefined }, 'does not come from'],
  [
    'of another registry',
    { resolved: 'https://evil.example/preact/-/preact-11.2.0.tgz' },
    'does not come from',
  ],
  [
    'of another name',
    { resolved: 'https://registry.npmjs.org/preakt/-/preakt-11.2.0.tgz' },
    'does not come from',
  ],
  ['that runs a script at installation', { hasInstallScript: true }, 'runs a script'],
])('The check finds a package %s', (_, change, problem) => {
  const changed = { ...kept, [PATH]: { ...kept[PATH], ...change } as LockedPackage };
  expect(lockFileProblems(changed)).toEqual([expect.stringContaining(`${PATH} ${problem}`)]);
});

test('The check finds a listed package that runs no script any more', () => {
  const { 'node_modules/esbuild': _, ...others } = kept;
  expect(lockFileProblems(others)).toEqual(['esbuild is listed, but runs no script at installation']);
});
