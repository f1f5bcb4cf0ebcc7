/** What a release starts from. */
export interface BeforeRelease {
  /** The version to release, as it was typed; undefined where none was. */
  readonly wanted: string | undefined;
  /** The version in `package.json`. */
  readonly current: string;
  readonly changelog: string;
  /** Today in UTC, as `2026-11-27`. */
  readonly today: string;
  /** Files that differ from the last commit, as git lists them. */
  readonly uncommitted: readonly string[];
}

/** Three numbers, which both stores take; Chrome's has none above 65,535. */
const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;
const GREATEST_NUMBER = 65_535;

/** @returns a sentence for each thing that is in the way of a release; none where nothing is */
export function releaseProblems(before: BeforeRelease): string[] {
  const { wanted, current, uncommitted } = before;
  const problems = wanted === undefined ? [SAY_WHICH] : versionProblems(wanted, current);
  if (wanted !== undefined && problems.length === 0) problems.push(...changelogProblems(wanted, before));
  if (uncommitted.length > 0)
    problems.push(`Commit or put away what was changed since the last commit: ${uncommitted.join(', ')}`);
  return problems;
}

const SAY_WHICH = 'Say which version to release: npm run release -- 0.2.0';

function versionProblems(wanted: string, current: string): string[] {
  const numbers = numbersOf(wanted);
  if (!numbers || numbers.some((number) => number > GREATEST_NUMBER))
    return [`“${wanted}” is no version: it takes three numbers up to ${GREATEST_NUMBER}, such as 0.2.0.`];
  return isHigher(numbers, numbersOf(current) ?? [])
    ? []
    : [`${wanted} is not higher than ${current}, the version in package.json.`];
}

function numbersOf(version: string): number[] | undefined {
  return VERSION.exec(version)?.slice(1).map(Number);
}

function isHigher(numbers: readonly number[], than: readonly number[]): boolean {
  const differs = numbers.findIndex((number, place) => number !== than[place]);
  return differs >= 0 && (numbers[differs] ?? 0) > (than[differs] ?? 0);
}

function changelogProblems(version: string, { changelog, today }: BeforeRelease): string[] {
  const [unreleased, newest] = [...changelog.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
  const wanted = `${version} (${today})`;
  return unreleased === 'Unreleased' && newest === wanted && hasText(changelog, wanted)
    ? []
    : [`CHANGELOG.md is to begin with “## Unreleased” and then “## ${wanted}” over what has changed.`];
}

/** Whether anything stands between this heading and the next. */
function hasText(changelog: string, heading: string): boolean {
  const [, after = ''] = changelog.split(`## ${heading}\n`);
  return /^(?!#)\S/m.test(after.split(/^## /m)[0] ?? '');
}
