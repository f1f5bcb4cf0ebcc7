/** What the calls of a script use: by the texts, and by the keys of the objects, that they are given. */
import { asUse, type Feature, known, type Use } from './catalogue';
import { eventsNamed, globalsNamed, optionsNamed, optionsOf } from './names';
import { attributeUses, elementUses } from './page-features';
import type { FeaturesOf } from './script-features';
import { propertyUses, selectorUses } from './style-features';
import { constantText, keysOf, type Node, type Place, propertyName } from './tree';

const eventUses = (name: string): Use[] => asUse(`event ${name}`, eventsNamed(name));

/** Methods whose first argument names something that browsers have since a version of their own. */
const NAMING: ReadonlyMap<string, (text: string) => Use[]> = new Map([
  ['addEventListener', eventUses],
  ['querySelector', selectorUses],
  ['querySelectorAll', selectorUses],
  ['matches', selectorUses],
  ['closest', selectorUses],
  ['createElement', (name) => elementUses(name, [])],
  ['setAttribute', (name) => attributeUses(name)],
  ['toggleAttribute', (name) => attributeUses(name)],
  ['setProperty', propertyUses],
  ['getPropertyValue', propertyUses],
]);

const isCall = (node: Node | undefined): node is Node =>
  node?.type === 'CallExpression' || node?.type === 'NewExpression';

/** What a call names by its first argument. */
export function callUses(node: Node): Use[] {
  if (!isCall(node)) return [];
  const [first, second] = node.arguments as Node[];
  const text = constantText(first);
  if (text === undefined) return [];
  const method = propertyName(node.callee as Node);
  return method === undefined ? madeElementUses(text, keysOf(second)) : (NAMING.get(method)?.(text) ?? []);
}

/** `jsx('button', { onClick, popover })`: elements as JSX makes them. */
function madeElementUses(name: string, keys: readonly string[]): Use[] {
  const element = elementUses(name, keys);
  if (element.length === 0) return [];
  const handlers = keys.filter((key) => /^on[A-Z]/.test(key)).map((key) => key.slice(2).toLowerCase());
  return [...element, ...handlers.flatMap(eventUses)];
}

/**
 * `focus({ preventScroll: true })`, where it is known what is called; else what the keys of an object can be as options,
 * whatever it is given to.
 */
export function optionUses(
  { node, parent, key }: Place,
  isGlobal: (name: unknown) => name is string,
  featuresOf: FeaturesOf,
): Use[] {
  if (node.type !== 'ObjectExpression') return [];
  const called = key === 'arguments' && isCall(parent) ? calledBy(parent, isGlobal, featuresOf) : [];
  return keysOf(node).flatMap((name) =>
    asUse(`{ ${name}: … }`, called.length > 0 ? optionsOf(called, name) : optionsNamed(name)),
  );
}

/** What a call calls; nothing where only the file itself knows. */
function calledBy(
  call: Node,
  isGlobal: (name: unknown) => name is string,
  featuresOf: FeaturesOf,
): readonly Feature[] {
  const callee = call.callee as Node;
  const method = propertyName(callee);
  if (method !== undefined) return featuresOf(callee.object, method);
  const { name } = callee;
  if (!isGlobal(name)) return [];
  return call.type === 'CallExpression'
    ? globalsNamed(name)
    : known(`api.${name}.${name}`, `javascript.builtins.${name}.${name}`);
}
