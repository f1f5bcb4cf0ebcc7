/**
 * What makes a lock file incomplete: every package comes from the one registry, has a digest that npm compares, and runs
 * no script of its own at installation but those that are listed here.
 */

const REGISTRY = 'https://registry.npmjs.org/';

/** Packages that run a script at installation, and what for. */
const INSTALL_SCRIPTS: Readonly<Record<string, string>> = {
  esbuild: 'puts its own binary of the same release in place of a slower start; tsx needs it',
};

/** An entry of the lock file. */
export interface LockedPackage {
  readonly name?: string;
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

/** @returns one sentence for each thing that is wrong */
export function lockFileProblems(packages: Readonly<Record<string, LockedPackage>>): string[] {
  const installed = Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => ({
      path,
      entry,
      name: entry.name ?? path.split('node_modules/').at(-1) ?? path,
    }));
  const withScript = installed.filter(({ entry }) => entry.hasInstallScript);
  return [
    ...installed
      .filter(({ name, entry }) => !entry.resolved?.startsWith(`${REGISTRY}${name}/-/`))
      .map(({ path, name }) => `${path} does not come from ${REGISTRY}${name}`),
    ...installed
      .filter(({ entry }) => !entry.integrity?.startsWith('sha512-'))
      .map(({ path }) => `${path} has no digest`),
    ...withScript
      .filter(({ name }) => !(name in INSTALL_SCRIPTS))
      .map(({ path }) => `${path} runs a script at installation`),
    ...Object.keys(INSTALL_SCRIPTS)
      .filter((listed) => !withScript.some(({ name }) => name === listed))
      .map((listed) => `${listed} is listed, but runs no script at installation`),
  ];
}
