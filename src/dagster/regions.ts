/**
 * The regions of Dagster+. A new one is a row here; then the compiler asks for its words, in `src/words.ts`.
 *
 * Sources: https://docs.dagster.io/deployment/dagster-plus for the hosts; the slugs are said in docs/dagster-pages.md.
 */

interface RegionFacts {
  /** What stands between the organization and the domain of a host: `eu` in `acme.eu.dagster.cloud`. */
  readonly hostLabel: string;
  /**
   * The ways in which an organization can be written into the linking form; where there are several, the person
   * chooses. The linking service builds `https://{slug}.dagster.cloud`, so outside of the first region the plain slug
   * leads elsewhere, and the one with the host's label makes the right address by construction, but nobody has
   * confirmed that it is accepted.
   */
  slugs(organization: string): readonly [string, ...string[]];
}

export const REGIONS = {
  us: { hostLabel: '', slugs: (organization) => [organization] },
  eu: { hostLabel: 'eu', slugs: (organization) => [organization, `${organization}.eu`] },
} as const satisfies Readonly<Record<string, RegionFacts>>;

export type Region = keyof typeof REGIONS;

const names = Object.keys(REGIONS) as Region[];

/** @param hostLabel the labels of a host between the organization and the domain, joined by dots */
export const regionOf = (hostLabel: string): Region | undefined =>
  names.find((name) => REGIONS[name].hostLabel === hostLabel);
