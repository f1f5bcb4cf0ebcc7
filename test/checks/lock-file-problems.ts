/**
 * What makes a lock file incomplete: every package comes from the one registry, has a digest that npm compares, and runs
 * no script of its own at installation but those that are listed here.
 */

const REGISTRY = 'https://registry.npmjs.org/';

/** Packages that run a script at installation, and what for. */
const INSTALL_SCRIPTS: Readonly<Record<string, string>> = {
  esbuild: 'puts its own binary of the same release in place of a slower start; tsx needs it',
  fsevents: 'watches files on macOS; never installed elsewhere',
};

/**
 * Binaries for other systems than Linux on x64 and arm64, whose digests the registry that wrote the lock file did not
 * have. Nothing of these is installed where the project is tested; whoever writes the lock file anew with the public
 * registry at hand gets them, and takes the names out.
 */
const WITHOUT_DIGEST = /^@(?:biomejs\/cli|oxc-parser\/binding)-(?!linux-(?:x64|arm64-gnu)$)/;

/** An entry of the lock file. */
export interface LockedPackage {
  readonly name?: string;
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly optional?: boolean;
}

/** @returns one sentence for each thing that is wrong */
export const lockFileProblems = (packages: Readonly<Record<string, LockedPackage>>): string[] =>
  Object.entries(packages).flatMap(([path, entry]) => {
    if (path === '') return [];
    const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const exempt = entry.optional && WITHOUT_DIGEST.test(name);
    return [
      entry.resolved?.startsWith(`${REGISTRY}${name}/-/`)
        ? ''
        : `${path} does not come from ${REGISTRY}${name}`,
      entry.integrity?.startsWith('sha512-') || exempt ? '' : `${path} has no digest`,
      !entry.hasInstallScript || name in INSTALL_SCRIPTS ? '' : `${path} runs a script at installation`,
    ].filter(Boolean);
  });
