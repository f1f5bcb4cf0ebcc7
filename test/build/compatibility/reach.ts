/** Features by which nothing in a package can be meant, because nothing in it gets at one of their objects. */
import { type Feature, type Minimum, since, type Use } from './catalogue';

/** Interfaces that the browser has long had, whose newer members have everyday names, and the one way to their objects. */
const WAYS: readonly (readonly [objects: RegExp, way: Feature])[] = [
  [/^api\.Notification\./, 'api.Notification'],
];

/**
 * Whether one of the objects can be there that a feature belongs to, by all that a package uses. Otherwise such a name is
 * the package's own: `token`, `draw`, `first`.
 *
 * - The extension API is reached by the name of its part.
 * - An interface that the browser does not have is reached by its own name, or by a member of another that is as new, and
 *   each of these is noticed itself. Only events may have become one of those without anything new being written.
 * - An option is one of a method that is called.
 */
export function reachedBy(uses: readonly Use[], minimum: Minimum): (feature: Feature) => boolean {
  const used = new Set(uses.flatMap(({ features }) => features));
  return (feature) => {
    const [namespace] = /^webextensions\.api\.\w+/.exec(feature) ?? [];
    if (namespace) return used.has(namespace);
    if (feature.endsWith('_parameter')) return used.has(feature.slice(0, feature.lastIndexOf('.')));
    const owner = /^(api\.\w+)\./.exec(feature)?.[1];
    if (owner && !owner.endsWith('Event') && since(owner, minimum.browser) > minimum.version) {
      return used.has(owner);
    }
    return WAYS.every(([objects, way]) => !objects.test(feature) || used.has(way));
  };
}
