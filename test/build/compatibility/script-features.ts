/** What a script uses of the language, of the DOM and of the extension API. */
import { parseAst } from 'vite';
import { callUses, optionUses } from './call-features';
import { asUse, type Feature, known, type Use } from './catalogue';
import { extensionMember, globalsNamed, memberOfGlobal, membersNamed } from './names';
import { syntaxUses } from './syntax-features';
import { isNode, keysOf, type Node, nodesIn, type Place, propertyName } from './tree';

/** What `object.name` can be; of an `object` that is not there, nothing is known. */
export type FeaturesOf = (object: unknown, name: string) => readonly Feature[];

/** Each global name, member, event, option, element, attribute, selector and piece of syntax that MDN knows. */
export function scriptUses(code: string): Use[] {
  const places = [...nodesIn(parseAst(code) as unknown as Node)];
  const declared = declaredIn(places.map(({ node }) => node));
  const isGlobal = (name: unknown): name is string => typeof name === 'string' && !declared.has(name);
  const featuresOf: FeaturesOf = (object, name) => {
    if (isNode(object) && object.type === 'Identifier' && isGlobal(object.name)) {
      const certain = memberOfGlobal(object.name, name);
      if (certain.length > 0) return certain;
    }
    const namespace = isNode(object) ? propertyName(object) : undefined;
    const ofExtension = namespace === undefined ? [] : extensionMember(namespace, name);
    return ofExtension.length > 0 ? ofExtension : membersNamed(name);
  };
  return places.flatMap((place) => [
    ...syntaxUses(place),
    ...(isReference(place) && isGlobal(place.node.name)
      ? asUse(place.node.name, globalsNamed(place.node.name))
      : []),
    ...memberUses(place, featuresOf),
    ...callUses(place.node),
    ...optionUses(place, isGlobal, featuresOf),
  ]);
}

/** Every name that the file declares anywhere: bundled code calls its own things by names of one or two letters. */
function declaredIn(nodes: readonly Node[]): Set<string> {
  const names = new Set<string>();
  const bind = (target: unknown): void => {
    if (!isNode(target)) return;
    if (target.type === 'Identifier') names.add(target.name as string);
    for (const inner of [target.left, target.argument, target.value]) bind(inner);
    for (const list of [target.properties, target.elements]) if (Array.isArray(list)) list.forEach(bind);
  };
  for (const node of nodes) {
    if (node.type === 'VariableDeclarator') bind(node.id);
    if (node.type === 'CatchClause') bind(node.param);
    if (/^Import.*Specifier$/.test(node.type)) bind(node.local);
    if (/^(Function|Class|Arrow)/.test(node.type)) bind(node.id);
    if (Array.isArray(node.params)) node.params.forEach(bind);
  }
  return names;
}

/** Whether it is a name by which something is read or called, and not the name of a member, a key or a label. */
function isReference({ node, parent, key }: Place): boolean {
  if (node.type !== 'Identifier') return false;
  if (parent?.type === 'MemberExpression' && key === 'property') return parent.computed === true;
  if (key === 'key') return parent?.computed === true;
  return !/^(label|local|imported|exported|meta)$/.test(key);
}

function memberUses({ node, parent }: Place, featuresOf: FeaturesOf): Use[] {
  if (node.type === 'ObjectPattern') {
    // What it is taken out of stands beside it, or is not known.
    const object = parent?.id === node ? parent.init : parent?.left === node ? parent.right : undefined;
    return keysOf(node).flatMap((name) => asUse(`{ ${name} }`, featuresOf(object, name)));
  }
  const name = propertyName(node);
  if (name === undefined) return [];
  return asUse(`.${name}`, [...featuresOf(node.object, name), ...styleProperty(name)]);
}

/** A property of a style as scripts write it: `maskImage`. */
const styleProperty = (name: string): Feature[] =>
  known(`css.properties.${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
