/** `npm run test:packages`: unpacks what `npm run package` has made, and walks the journey with that in both browsers. */
import { execSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

const PROJECT = join(import.meta.dirname, '..');
const PACKAGES = join(PROJECT, 'packages');

const temporary = mkdtempSync(join(tmpdir(), 'link-helper-packages-'));
try {
  for (const browser of ['chrome', 'firefox']) {
    const file = readdirSync(PACKAGES).find((name) => name.endsWith(`-${browser}.zip`));
    if (!file) throw new Error(`There is no package for ${browser} in ${PACKAGES}.`);
    for (const [path, content] of Object.entries(unzipSync(readFileSync(join(PACKAGES, file))))) {
      const to = join(temporary, browser, path);
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, content);
    }
  }
  execSync('npx vitest run --project e2e-chrome --project e2e-firefox test/e2e/journey', {
    cwd: PROJECT,
    env: { ...process.env, EXTENSIONS: temporary },
    stdio: 'inherit',
  });
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
