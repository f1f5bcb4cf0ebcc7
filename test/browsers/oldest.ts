/**
 * The oldest browsers that the tests run in: Debian's older packages, unpacked beside what the machine has. Nothing is
 * installed or replaced.
 */
import { execFile } from 'node:child_process';
import { access, chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserName } from './browser';
import { aptGetAsRoot } from './installed';

const run = promisify(execFile);

const PROJECT = join(import.meta.dirname, '../..');

interface Facts {
  /** The first part of the version. */
  readonly major: number;
  /** The browser's package, then others that must be of exactly the same version. */
  readonly packages: readonly [string, ...string[]];
  /** Where the program itself is; Debian's `/usr/bin/chromium` is a script that starts the installed one. */
  readonly program: string;
}

/**
 * Firefox is the oldest that the manifest lets in. Of Chromium Debian keeps nothing older than this in the main archive
 * of Debian 12 (https://packages.debian.org/bookworm/chromium).
 */
const OLDEST: Readonly<Record<BrowserName, Facts>> = {
  chrome: { major: 150, packages: ['chromium', 'chromium-common'], program: 'usr/lib/chromium/chromium' },
  firefox: {
    major: await oldestFirefox(),
    packages: ['firefox-esr'],
    program: 'usr/lib/firefox-esr/firefox-esr',
  },
};

async function oldestFirefox(): Promise<number> {
  const manifest = JSON.parse(await readFile(join(PROJECT, 'manifest.json'), 'utf8'));
  return Number.parseInt(manifest.browser_specific_settings.gecko.strict_min_version, 10);
}

/**
 * The path of a program that starts the oldest browser of the tests; unpacked when it is not there yet.
 *
 * @param cache the folder in which each version gets a folder of its own
 * @throws one sentence that says what is missing: apt, that version in Debian's archive, or what it needs to start
 */
export async function unpackOldest(
  name: BrowserName,
  cache = join(PROJECT, 'node_modules/.cache/oldest-browsers'),
): Promise<string> {
  const { major, packages } = OLDEST[name];
  const version = await findVersion(packages[0], major).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new Error(`The oldest browsers are Debian's packages, and this machine has no ${error.path}.`);
  });
  const folder = join(cache, `${packages[0]}-${version}`);
  if (!(await exists(folder))) {
    const unfinished = `${folder}.unfinished`;
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true });
    await unpack(
      unfinished,
      packages.map((each) => `${each}=${version}`),
    );
    await checkStart(await writeStarter(unfinished, OLDEST[name].program), major);
    await rename(unfinished, folder);
  }
  return join(folder, STARTER);
}

/** The version of a package that begins with `major`, among those that apt can fetch. */
async function findVersion(name: string, major: number): Promise<string> {
  const versions = async () => {
    const { stdout } = await run('apt-cache', ['madison', name]);
    return stdout.split('\n').flatMap((line) => line.split('|')[1]?.trim() ?? []);
  };
  const matching = (all: readonly string[]) => all.find((version) => version.startsWith(`${major}.`));
  const known = matching(await versions());
  if (known) return known;
  await aptGetAsRoot('update').catch(() => undefined);
  const now = await versions();
  const found = matching(now);
  if (found) return found;
  throw new Error(`Debian's archive has no ${name} ${major} any more; it has ${now.join(', ') || 'none'}.`);
}

/** Fetches the packages, and all that they need and the machine does not have, and unpacks them into the folder. */
export async function unpack(folder: string, wanted: readonly string[]): Promise<void> {
  const asIf = ['--simulate', '--yes', '--no-install-recommends', '--allow-downgrades', 'install'];
  const { stdout } = await run('apt-get', [...asIf, ...wanted]);
  // Inst libevent-2.1-7 [older version] (2.1.12-stable-8 Debian:12.15/oldstable [amd64])
  const missing = [...stdout.matchAll(/^Inst (\S+) (?:\[\S+\] )?\((\S+) /gm)].map(
    ([, name, version]) => `${name}=${version}`,
  );
  await run('apt-get', ['download', ...new Set([...wanted, ...missing])], { cwd: folder });
  for (const file of (await readdir(folder)).filter((file) => file.endsWith('.deb'))) {
    await run('dpkg-deb', ['--extract', file, '.'], { cwd: folder });
    await rm(join(folder, file));
  }
}

const STARTER = 'start';

/** Starts the program with the libraries that were unpacked beside it, and only that program. */
async function writeStarter(folder: string, program: string): Promise<string> {
  const within = async (path: string) => {
    const names = await readdir(join(folder, path)).catch(() => []);
    return names.filter((name) => name.includes('-linux-gnu')).map((name) => `$here/${path}/${name}`);
  };
  const libraries = [...(await within('usr/lib')), ...(await within('lib'))].join(':');
  const lines = [
    '#!/bin/sh',
    'here=$(dirname "$(readlink -f "$0")")',
    ...(libraries && [`export LD_LIBRARY_PATH="${libraries}\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"`]),
    `exec "$here/${program}" "$@"`,
  ];
  const starter = join(folder, STARTER);
  await writeFile(starter, `${lines.join('\n')}\n`);
  await chmod(starter, 0o755);
  return starter;
}

async function checkStart(starter: string, major: number): Promise<void> {
  const { stdout } = await run(starter, ['--version']);
  if (!stdout.includes(` ${major}.`)) throw new Error(`${starter} is no version ${major}, but ${stdout}.`);
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
