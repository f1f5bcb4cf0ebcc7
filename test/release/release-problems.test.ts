import { expect, it } from 'vitest';
import { type BeforeRelease, releaseProblems } from '../../release/release-problems';

const CHANGELOG =
  '# Changes\n\n## Unreleased\n\n## 0.10.0 (2026-11-27)\n\n- Does more.\n\n## 0.9.2 (2026-10-01)\n';

const READY: BeforeRelease = {
  wanted: '0.10.0',
  current: '0.9.2',
  changelog: CHANGELOG,
  today: '2026-11-27',
  uncommitted: [],
};

it('A release may begin when the version is higher, the changelog has it with today’s date, and all is committed', () => {
  expect(releaseProblems(READY)).toEqual([]);
});

it.each<[what: string, change: Partial<BeforeRelease>, says: string]>([
  ['without a version', { wanted: undefined }, 'Say which version to release: npm run release -- 0.2.0'],
  ...['1.0', 'v1.0.0', '1.0.0-beta', '01.0.0', '1.0.65536', '1.0.0; ls'].map(
    (wanted): [string, Partial<BeforeRelease>, string] => [`of “${wanted}”`, { wanted }, 'is no version'],
  ),
  [
    'of the same version',
    { wanted: '0.9.2' },
    '0.9.2 is not higher than 0.9.2, the version in package.json.',
  ],
  ['of a lower version', { current: '1.0.0' }, '0.10.0 is not higher than 1.0.0'],
  ['that the changelog does not name', { wanted: '0.11.0' }, '“## 0.11.0 (2026-11-27)”'],
  ['with another date', { today: '2026-11-28' }, '“## 0.10.0 (2026-11-28)”'],
  [
    'without a place for what comes next',
    { changelog: CHANGELOG.replace('## Unreleased\n', '') },
    'Unreleased',
  ],
  ['with an empty entry', { changelog: CHANGELOG.replace('- Does more.', '') }, 'over what has changed'],
  ['with something not committed', { uncommitted: [' M README.md'] }, 'since the last commit:  M README.md'],
])('A release %s is refused in a sentence', (_, change, says) => {
  expect(releaseProblems({ ...READY, ...change })).toEqual([expect.stringContaining(says)]);
});
