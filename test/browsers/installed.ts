/** Finding the browsers of a machine, and installing what is missing. */
import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserName } from './browser';

const run = promisify(execFile);

interface Facts {
  /** The environment variable that names the executable. */
  readonly variable: string;
  /** Commands to look for in PATH, then absolute paths of usual installations. */
  readonly commands: readonly string[];
  readonly paths: readonly string[];
  readonly aptPackage: string;
  readonly advice: string;
}

/**
 * Branded Google Chrome is not among them: since version 137 it ignores --load-extension
 * (https://groups.google.com/a/chromium.org/g/chromium-extensions/c/1-g8EFx2BBY), Chromium does not. Firefox is
 * driven through Marionette with --remote-allow-system-access, which release and ESR builds both have.
 */
const BROWSERS: Readonly<Record<BrowserName, Facts>> = {
  chrome: {
    variable: 'CHROMIUM',
    commands: ['chromium', 'chromium-browser'],
    paths: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      join(process.env.LOCALAPPDATA ?? 'C:\\', 'Chromium\\Application\\chrome.exe'),
    ],
    aptPackage: 'chromium',
    advice: 'Install Chromium (not Google Chrome) and set CHROMIUM to the path of its executable.',
  },
  firefox: {
    variable: 'FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    paths: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      join(process.env.PROGRAMFILES ?? 'C:\\', 'Mozilla Firefox\\firefox.exe'),
    ],
    aptPackage: 'firefox-esr',
    advice: 'Install Firefox 140 or later and set FIREFOX to the path of its executable.',
  },
};

/**
 * The path of a browser that is there already, or undefined. The environment variable decides when it is set.
 *
 * @param paths where to look after PATH
 */
export async function findInstalled(
  name: BrowserName,
  paths = BROWSERS[name].paths,
): Promise<string | undefined> {
  const { variable, commands } = BROWSERS[name];
  const chosen = process.env[variable];
  if (chosen) {
    if (await isExecutable(chosen)) return chosen;
    throw new Error(`${variable} names ${chosen}, which is not an executable file.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [...commands.flatMap((command) => folders.map((dir) => join(dir, command))), ...paths];
  for (const path of candidates) if (await isExecutable(path)) return path;
  return undefined;
}

/**
 * The path of a usable browser: one that is there, else installed by apt-get (as root or by sudo without a
 * password), else Playwright's own download (Chromium only: Playwright's Firefox is a patched build that is not made
 * to be driven in this way). Throws one sentence that says what to install when none of these works.
 */
export async function findOrInstall(name: BrowserName, paths = BROWSERS[name].paths): Promise<string> {
  const found = await findInstalled(name, paths);
  if (found) return found;
  const failures: string[] = [];
  for (const install of [installByApt, installByPlaywright]) {
    try {
      await install(name);
      const installed = (await findInstalled(name, paths)) ?? (await playwrightChromium(name));
      if (installed) return installed;
    } catch (error) {
      failures.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    }
  }
  const tried = failures.length > 0 ? ` (${failures.join('; ')})` : '';
  throw new Error(`No browser for the ${name} tests. ${BROWSERS[name].advice}${tried}`);
}

async function installByApt(name: BrowserName): Promise<void> {
  await aptGetAsRoot('update');
  await aptGetAsRoot('install', '-y', '--no-install-recommends', BROWSERS[name].aptPackage);
}

/** Runs apt-get as root, or by sudo without a password. Throws what it says when it fails. */
export async function aptGetAsRoot(...args: string[]): Promise<void> {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const [command, ...rest] = [...asRoot, 'apt-get', ...args] as [string, ...string[]];
  await run(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

async function installByPlaywright(name: BrowserName): Promise<void> {
  if (name !== 'chrome' || (await playwrightChromium(name))) return;
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js');
  await run(process.execPath, [cli, 'install', '--no-shell', 'chromium']);
}

async function playwrightChromium(name: BrowserName): Promise<string | undefined> {
  if (name !== 'chrome') return undefined;
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return (await isExecutable(path)) ? path : undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
