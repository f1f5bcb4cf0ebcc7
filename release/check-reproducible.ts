/**
 * `npm run check:reproducible`: builds the last commit twice, in two folders, with everything installed anew, in two time
 * zones and with two sets of file rights, and compares the packages byte by byte.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '..');

const PLACES = [
  { folder: 'here', zone: 'Pacific/Kiritimati', umask: 0o022 },
  { folder: 'a folder/with a longer name', zone: 'America/Los_Angeles', umask: 0o077 },
];

const temporary = mkdtempSync(join(tmpdir(), 'link-helper-reproducible-'));
try {
  const sums = PLACES.map(({ folder, zone, umask }) => {
    process.umask(umask);
    const project = join(temporary, folder);
    const options = { cwd: project, env: { ...process.env, TZ: zone }, stdio: 'inherit' } as const;
    execFileSync('git', ['clone', '--quiet', PROJECT, project], { stdio: 'inherit' });
    for (const command of ['npm ci --prefer-offline --no-audit --no-fund', 'npm run --silent package']) {
      execFileSync(command, { ...options, shell: true });
    }
    return readFileSync(join(project, 'packages/SHA256SUMS'), 'utf8');
  });
  if (new Set(sums).size > 1) throw new Error(`The packages differ:\n${sums.join('\n')}`);
  console.log('Both are the same, byte by byte.');
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
