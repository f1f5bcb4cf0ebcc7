/** What a manifest uses. */
import { below, type Feature, known, type Use } from './catalogue';

/** Each key that MDN knows, at any depth, and each permission. */
export function manifestUses(manifest: Record<string, unknown>): Use[] {
  return Object.entries(manifest).flatMap(([key, value]) => keyUses('webextensions.manifest', key, value));
}

function keyUses(owner: Feature, key: string, value: unknown): Use[] {
  const feature = `${owner}.${key}`;
  if (known(feature).length === 0) return [];
  return [{ written: `manifest: ${key}`, features: [feature] }, ...valueUses(feature, value)];
}

function valueUses(feature: Feature, value: unknown): Use[] {
  if (Array.isArray(value)) return value.flatMap((each) => valueUses(feature, each));
  if (typeof value === 'string' && below(feature).includes(value)) return keyUses(feature, value, undefined);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => keyUses(feature, key, inner));
}
