/** MDN's features by the names that code calls them by. */
import { below, type Feature, known } from './catalogue';

type ByName = ReadonlyMap<string, readonly Feature[]>;

/** Every feature at or below the paths, under the last part of its path as `nameOf` gives it. */
function index(
  paths: readonly Feature[],
  depth: number,
  nameOf: (key: string) => string | undefined,
): ByName {
  const found = new Map<string, Feature[]>();
  const visit = (path: Feature, left: number): void => {
    for (const key of below(path)) {
      const feature = `${path}.${key}`;
      const name = nameOf(key);
      if (name !== undefined) found.set(name, [...(found.get(name) ?? []), feature]);
      if (left > 1) visit(feature, left - 1);
    }
  };
  for (const path of paths) visit(path, depth);
  return found;
}

const interfaces = below('api').map((name) => `api.${name}`);
const builtins = below('javascript.builtins').map((name) => `javascript.builtins.${name}`);

/** Properties and methods: `checkVisibility`, `withResolvers`, `openPopup`. Keys such as `a_b` name no member. */
const members = index([...interfaces, ...builtins], 1, (key) =>
  key.endsWith('_event') ? undefined : key.replace(/_static$/, ''),
);
const intl = index(
  below('javascript.builtins.Intl').map((name) => `javascript.builtins.Intl.${name}`),
  1,
  (key) => key,
);
const extensionMembers = index(['webextensions.api'], 3, (key) => key);
const events = index(interfaces, 1, (key) => /^(.+)_event$/.exec(key)?.[1]);

/** What can be meant by `.name` behind something of which nothing is known. */
export const membersNamed = (name: string): Feature[] =>
  [members, intl, extensionMembers].flatMap((all) => all.get(name) ?? []);

/** What can be meant by `name` where nothing in the file declares it. */
export function globalsNamed(name: string): Feature[] {
  const scopes = ['api', 'api.Window', 'api.ServiceWorkerGlobalScope', 'api.WorkerGlobalScope'];
  const all = [...scopes, 'javascript.builtins', 'webextensions.api.contentScriptGlobalScope'];
  return known(...all.map((scope) => `${scope}.${name}`));
}

/** What can be meant by an event of that name. */
export const eventsNamed = (name: string): readonly Feature[] => events.get(name) ?? [];

/** Objects that are always there, and what they are. */
const OBJECTS: Readonly<Record<string, string>> = {
  document: 'Document',
  navigator: 'Navigator',
  location: 'Location',
  history: 'History',
  crypto: 'Crypto',
  performance: 'Performance',
};

/** What `object.name` is, for an object that no file declares: a class, a builtin, or one of the known objects. */
export function memberOfGlobal(object: string, name: string): Feature[] {
  if (['window', 'self', 'globalThis'].includes(object)) return globalsNamed(name);
  if (object === 'chrome' || object === 'browser') return known(`webextensions.api.${name}`);
  const owners = [`api.${OBJECTS[object] ?? object}`, `javascript.builtins.${object}`];
  return owners.flatMap((owner) => known(`${owner}.${name}`, `${owner}.${name}_static`));
}

/** What `….tabs.query` is, whatever stands before: the way in which bundled code calls the extension API. */
export const extensionMember = (namespace: string, name: string): Feature[] =>
  known(`webextensions.api.${namespace}.${name}`);

const OPTION = /^\w+_([a-zA-Z]+)_parameter$/;
const options = index(interfaces, 2, (key) => OPTION.exec(key)?.[1]);

/** What a key of an object can be that is given to something: `focus({ preventScroll: true })`. */
export const optionsNamed = (key: string): readonly Feature[] => options.get(key) ?? [];

/** What a key of an object is that is given to one of these. */
export function optionsOf(callee: readonly Feature[], key: string): Feature[] {
  return callee.flatMap((feature) =>
    below(feature)
      .filter((name) => name === key || OPTION.exec(name)?.[1] === key)
      .map((name) => `${feature}.${name}`),
  );
}
