/** Which browsers have what, by MDN's data: https://github.com/mdn/browser-compat-data */
import type { Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data/forLegacyNode';
import data from '@mdn/browser-compat-data/forLegacyNode';
import type { BrowserName } from '../../browsers/browser';
import { reachedBy } from './reach';

/** Where a feature stands in MDN's data: `api.Element.checkVisibility`. */
export type Feature = string;

/** Something that stands in a file, and the features of which any one gives it its meaning: names alone are not sure. */
export interface Use {
  readonly written: string;
  readonly features: readonly Feature[];
}

/** The oldest browser that must be able to do it. */
export interface Minimum {
  readonly browser: BrowserName;
  readonly version: number;
}

const roots = data as unknown as Identifier;

/** The part of MDN's data at `path`; undefined where there is none. */
export function at(path: Feature): Identifier | undefined {
  let found: Identifier | undefined = roots;
  // A name can have a full stop in it in no feature; `hasOwn`, because a file may say `constructor`.
  for (const name of path.split('.')) found = found && Object.hasOwn(found, name) ? found[name] : undefined;
  return found;
}

/** Those of the paths that MDN knows. */
export const known = (...paths: readonly Feature[]): Feature[] => paths.filter((path) => at(path));

/** A use, or none where MDN knows nothing that it can be. */
export const asUse = (written: string, features: readonly Feature[]): Use[] =>
  features.length > 0 ? [{ written, features }] : [];

/** The features right below a path. */
export function below(path: Feature): string[] {
  return Object.keys(at(path) ?? {}).filter((name) => name !== '__compat');
}

/** Since which version a browser has a feature in each of its releases, without a flag; Infinity where it does not. */
export function since(feature: Feature, browser: BrowserName): number {
  const support = at(feature)?.__compat?.support[browser];
  // MDN says nothing of it: a mere group of features, or not known. What is below it says more.
  if (!support) return 0;
  const statements: readonly SimpleSupportStatement[] = Array.isArray(support) ? support : [support];
  const spans = statements
    .filter(({ flags, prefix, alternative_name }) => !flags && !prefix && !alternative_name)
    .map(({ version_added, version_removed }) => ({
      from: versionNumber(version_added),
      until: versionNumber(version_removed),
    }))
    .sort((a, b) => b.until - a.until);
  // From the newest release back, as long as one span goes on where the other ends.
  return spans.reduce((from, span) => (span.until >= from ? Math.min(from, span.from) : from), NEVER);
}

const NEVER = Number.POSITIVE_INFINITY;

function versionNumber(version: string | false | undefined): number {
  const number = Number.parseFloat((version || '').replace('≤', ''));
  return Number.isNaN(number) ? NEVER : number;
}

export interface Missing {
  readonly feature: Feature;
  /** For people: what is written, which feature that is at best, and since when it is there. */
  readonly text: string;
}

/** Of all that a package uses: what cannot be anything that the browser has. */
export function missingIn(minimum: Minimum, uses: readonly Use[]): Missing[] {
  const { browser, version } = minimum;
  const reached = reachedBy(uses, minimum);
  const missing = uses.flatMap(({ written, features }) => {
    const possible = features
      .filter(reached)
      .map((feature) => ({ feature, from: since(feature, browser) }))
      .sort((a, b) => a.from - b.from);
    const [first] = possible;
    if (!first || first.from <= version) return [];
    const when = first.from === NEVER ? 'not there' : `since ${first.from}`;
    return [{ feature: first.feature, text: `${written} (${first.feature}, ${when})` }];
  });
  return [...new Map(missing.map((each) => [each.text, each])).values()];
}
