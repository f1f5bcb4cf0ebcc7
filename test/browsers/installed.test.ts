import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findInstalled, findOrInstall } from './installed';

let folder: string;
/** Only what a test puts into PATH is there, whatever this machine has. */
const NO_PATHS: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'link-helper-installed-'));
  vi.stubEnv('PATH', ['/nowhere', folder].join(delimiter));
  vi.stubEnv('CHROMIUM', '');
  vi.stubEnv('FIREFOX', '');
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

async function executable(name: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, '#!/bin/sh\n');
  await chmod(path, 0o755);
  return path;
}

test('the environment variable decides, before what is in PATH', async () => {
  await executable('chromium');
  const chosen = await executable('my-browser');
  vi.stubEnv('CHROMIUM', chosen);
  expect(await findInstalled('chrome', NO_PATHS)).toBe(chosen);
});

test('a variable that names no executable is an error, and not a reason to take another browser', async () => {
  await executable('firefox');
  vi.stubEnv('FIREFOX', join(folder, 'missing'));
  await expect(findInstalled('firefox', NO_PATHS)).rejects.toThrow(
    /^FIREFOX names .*missing, which is not an executable/,
  );
});

test('Firefox ESR is taken before another Firefox', async () => {
  await executable('firefox');
  const esr = await executable('firefox-esr');
  expect(await findInstalled('firefox', NO_PATHS)).toBe(esr);
});

test('branded Google Chrome is not taken, because it loads no unpacked extension', async () => {
  await executable('google-chrome');
  expect(await findInstalled('chrome', NO_PATHS)).toBeUndefined();
});

test('a missing browser is installed with apt-get', async () => {
  const body = `case "$*" in *install*firefox-esr*) printf '#!/bin/sh\\n' > "${folder}/firefox-esr"; /bin/chmod 755 "${folder}/firefox-esr";; esac\n`;
  await writeFile(await executable('apt-get'), `#!/bin/sh\n${body}`);
  await writeFile(await executable('sudo'), `#!/bin/sh\nshift\nexec "$@"\n`);
  expect(await findOrInstall('firefox', NO_PATHS)).toBe(join(folder, 'firefox-esr'));
});

test('where nothing can be installed, one sentence says what to do', async () => {
  await expect(findOrInstall('firefox', NO_PATHS)).rejects.toThrow(
    /Install Firefox 140 or later and set FIREFOX to the path of its executable\./,
  );
});
