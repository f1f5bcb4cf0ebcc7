/**
 * Holds the lock file complete: every package comes from the one registry, has a digest that npm compares, and runs no
 * script of its own at installation but those that are listed here with a reason. Part of `npm run check`.
 */
import { readFileSync } from 'node:fs';

const REGISTRY = 'https://registry.npmjs.org/';

/** Packages that run a script at installation, and what for. */
const INSTALL_SCRIPTS: Readonly<Record<string, string>> = {
  esbuild: 'puts its own binary of the same release in place of a slower start; tsx needs it',
};

interface Entry {
  readonly name?: string;
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

const { packages } = JSON.parse(
  readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
) as {
  packages: Record<string, Entry>;
};

const installed = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({
    path,
    ...entry,
    name: entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
  }));
const withScript = installed.filter(({ hasInstallScript }) => hasInstallScript);

const problems = [
  ...installed
    .filter(({ name, resolved }) => !resolved?.startsWith(`${REGISTRY}${name}/-/`))
    .map(({ path, name }) => `${path} does not come from ${REGISTRY}${name}`),
  ...installed
    .filter(({ integrity }) => !integrity?.startsWith('sha512-'))
    .map(({ path }) => `${path} has no digest`),
  ...withScript
    .filter(({ name }) => !(name in INSTALL_SCRIPTS))
    .map(({ path }) => `${path} runs a script at installation`),
  ...Object.keys(INSTALL_SCRIPTS)
    .filter((listed) => !withScript.some(({ name }) => name === listed))
    .map((listed) => `${listed} is listed, but runs no script at installation`),
];

if (problems.length > 0) {
  console.error(`package-lock.json:\n${problems.join('\n')}`);
  process.exitCode = 1;
}
