/**
 * What the Hub's Dagster form writes above each of its fields. A label that changes gets its new wording here beside
 * the old one, as people meet old releases too. What we call a value is another matter: `src/words.ts`.
 *
 * Source: the labels are public (https://docs.stackone.com, Dagster connector), in English only, and were read in the
 * forms of `@stackone/hub` 1.10.1, 1.11.2 and 1.11.4.
 */
import { DETAIL_NAMES, type DetailName } from '../link-details';
import { normalizeLabel } from './normal-label';

export const FIELD_LABELS: Readonly<Record<DetailName, readonly string[]>> = {
  userToken: ['User Token'],
  organizationSlug: ['Organization slug'],
  deployment: ['Deployment'],
};

/** Whose label a normalised one is. */
export const DETAIL_BY_LABEL: ReadonlyMap<string, DetailName> = new Map(
  DETAIL_NAMES.flatMap((name) => FIELD_LABELS[name].map((label) => [normalizeLabel(label), name] as const)),
);
