import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { unpackOldest } from './oldest';

/** Only what a test puts into `commands` can be called, whatever this machine has. */
let commands: string;
let cache: string;

const FROM_THE_SYSTEM = ['sh', 'dirname', 'readlink', 'mkdir', 'chmod', 'cat'];

beforeEach(async () => {
  commands = await mkdtemp(join(tmpdir(), 'link-helper-commands-'));
  cache = await mkdtemp(join(tmpdir(), 'link-helper-oldest-'));
  for (const name of FROM_THE_SYSTEM) {
    await symlink(execFileSync('which', [name], { encoding: 'utf8' }).trim(), join(commands, name));
  }
  vi.stubEnv('PATH', commands);
  vi.stubEnv('LD_LIBRARY_PATH', undefined);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(commands, { recursive: true });
  await rm(cache, { recursive: true });
});

async function command(name: string, body: string): Promise<void> {
  const path = join(commands, name);
  await writeFile(path, `#!/bin/sh\n${body}\n`);
  await chmod(path, 0o755);
}

/** An archive with Firefox 140, which needs a library that this machine does not have, behind a newer Firefox. */
async function archiveWithFirefox140(): Promise<void> {
  await command('apt-cache', `printf ' %s | %s | archive\\n' $3 153.7.0esr-1 $3 140.12.0esr-1`);
  await command(
    'apt-get',
    `case "$*" in
      *--simulate*) echo 'Inst firefox-esr [153.7.0esr-1] (140.12.0esr-1 Debian [amd64])'
        echo 'Inst libold7 (7.1-2 Debian [amd64])'; echo 'Conf libold7 (7.1-2 Debian [amd64])';;
      'download firefox-esr=140.12.0esr-1 libold7=7.1-2') : > firefox.deb; : > libold.deb;;
      *) exit 9;;
    esac`,
  );
  await command(
    'dpkg-deb',
    `case "$2" in
      firefox.deb) mkdir -p usr/lib/firefox-esr; program=usr/lib/firefox-esr/firefox-esr
        printf '#!/bin/sh\\necho "Mozilla Firefox 140.12.0esr $LD_LIBRARY_PATH"\\n' > $program; chmod 755 $program;;
      libold.deb) mkdir -p usr/lib/x86_64-linux-gnu;;
    esac`,
  );
}

test('the older package is unpacked with the libraries that only it needs, and started with them', async () => {
  await archiveWithFirefox140();
  const path = await unpackOldest('firefox', cache);
  const folder = join(cache, 'firefox-esr-140.12.0esr-1');
  expect(path).toBe(join(folder, 'start'));
  expect(execFileSync(path, { encoding: 'utf8' }).trim()).toBe(
    `Mozilla Firefox 140.12.0esr ${folder}/usr/lib/x86_64-linux-gnu`,
  );
});

test('what was unpacked is used again', async () => {
  await archiveWithFirefox140();
  const path = await unpackOldest('firefox', cache);
  await command('apt-get', 'exit 9');
  expect(await unpackOldest('firefox', cache)).toBe(path);
});

test('without apt one sentence says what is missing', async () => {
  await expect(unpackOldest('firefox', cache)).rejects.toThrow(
    /^The oldest browsers are Debian's packages, and this machine has no apt-cache\.$/,
  );
});

test('a version that the archive does not have any more is named, with what it has', async () => {
  await command('apt-cache', `echo ' firefox-esr | 153.7.0esr-1 | archive'`);
  await command('sudo', 'exit 1');
  await command('apt-get', 'exit 1');
  await expect(unpackOldest('firefox', cache)).rejects.toThrow(
    /^Debian's archive has no firefox-esr 140 any more; it has 153\.7\.0esr-1\.$/,
  );
});
