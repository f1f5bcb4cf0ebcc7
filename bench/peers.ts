/**
 * What people would use instead, as it is published: nothing of it is copied into this project.
 *
 * - Two password managers, Debian's packages, unpacked beside the machine's own: installed they would be in every Firefox
 *   of the machine, also in the one that is measured without them.
 * - Three packages of npm that look for fields, name them and write into them.
 */
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { unpack } from '../test/browsers/oldest';

const PROJECT = join(import.meta.dirname, '..');
const CACHE = join(PROJECT, 'node_modules/.cache/bench-peers');

export interface PeerExtension {
  readonly name: string;
  /** Absolute path of the unpacked extension. */
  readonly folder: string;
}

const DEBIAN_PACKAGES = [
  { name: 'KeePassXC-Browser', debian: 'webext-keepassxc-browser' },
  { name: 'Browserpass', debian: 'webext-browserpass' },
] as const;

/** @returns the password managers that are there or can be had, and a line for each that cannot */
export async function peerExtensions(): Promise<{ found: PeerExtension[]; skipped: string[] }> {
  const found: PeerExtension[] = [];
  const skipped: string[] = [];
  for (const { name, debian } of DEBIAN_PACKAGES) {
    try {
      found.push({ name, folder: await unpacked(debian) });
    } catch (error) {
      skipped.push(`${name}: Debian’s package ${debian} could not be had (${firstLine(error)}).`);
    }
  }
  return { found, skipped };
}

const firstLine = (error: unknown): string => String(error).split('\n')[0] ?? '';

/** @returns the folder that holds the manifest */
async function unpacked(debian: string): Promise<string> {
  const folder = join(CACHE, debian);
  const before = await manifestIn(folder);
  if (before) return before;
  await mkdir(folder, { recursive: true });
  await unpack(folder, [debian]);
  const manifest = await manifestIn(folder);
  if (!manifest) throw new Error('it holds no manifest');
  return manifest;
}

/** The shortest path is that of the extension for Firefox; links, which packages have for Chromium, are passed over. */
async function manifestIn(tree: string): Promise<string | undefined> {
  const files = await readdir(tree, { recursive: true, withFileTypes: true }).catch(() => []);
  return files
    .filter((file) => file.isFile() && file.name === 'manifest.json' && !file.parentPath.includes('chromium'))
    .map((file) => file.parentPath)
    .sort((a, b) => a.length - b.length)[0];
}

interface ContentScripts {
  readonly content_scripts?: readonly {
    readonly matches: readonly string[];
    readonly js?: readonly string[];
  }[];
}

/** @returns the bytes of the scripts that an extension's manifest puts into every page */
export async function bytesInEveryPage(folder: string): Promise<number> {
  return bytesOf(folder, ({ matches }) =>
    matches.some((match) => /^(<all_urls>|(\*|https):\/\/\*\/\*)$/.test(match)),
  );
}

/** @returns the bytes of the scripts that an extension's manifest puts into pages that `into` takes */
export async function bytesOf(
  folder: string,
  into: (scripts: { readonly matches: readonly string[] }) => boolean,
): Promise<number> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as ContentScripts;
  const files = (manifest.content_scripts ?? []).filter(into).flatMap(({ js = [] }) => js);
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/**
 * @param file in `peer-scripts`
 * @returns a classic script that leaves what the file exports under `peer` on the global object
 */
export async function peerScript(file: string): Promise<string> {
  const output = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      lib: {
        entry: join(import.meta.dirname, 'peer-scripts', file),
        name: 'peer',
        formats: ['iife'],
        fileName: 'peer',
      },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  if (!first || !('output' in first)) throw new Error(`No script was built of ${file}.`);
  return `${first.output[0].code}\nglobalThis.peer = peer;`;
}
