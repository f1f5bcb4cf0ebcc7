/** The syntax tree of a script (https://github.com/estree/estree), as far as looking for names needs it. */

export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

export interface Place {
  readonly node: Node;
  readonly parent: Node | undefined;
  /** What it is to its parent. */
  readonly key: string;
}

/** A node and all that is in it. */
export function* nodesIn(root: Node): Generator<Place> {
  const left: Place[] = [{ node: root, parent: undefined, key: '' }];
  for (let place = left.pop(); place; place = left.pop()) {
    yield place;
    const { node } = place;
    for (const [key, value] of Object.entries(node)) {
      for (const inner of Array.isArray(value) ? value : [value]) {
        if (isNode(inner)) left.push({ node: inner, parent: node, key });
      }
    }
  }
}

/** The text of a string that is always the same; minifiers write it in any of its ways. */
export function constantText(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type !== 'TemplateLiteral' || (node.expressions as unknown[]).length > 0) return undefined;
  return (node.quasis as { value: { cooked: string } }[])[0]?.value.cooked;
}

/** The name in `….name` and `…['name']`; undefined for anything else, and for `#name`. */
export function propertyName(node: Node): string | undefined {
  if (node.type === 'ChainExpression') return propertyName(node.expression as Node);
  if (node.type !== 'MemberExpression') return undefined;
  const property = node.property as Node;
  if (node.computed) return constantText(property);
  return property.type === 'Identifier' ? (property.name as string) : undefined;
}

/** The names of the properties in `{ a, 'b': c }`, whether it makes an object or takes one apart. */
export function keysOf(node: unknown): string[] {
  if (!isNode(node) || !Array.isArray(node.properties)) return [];
  return (node.properties as Node[]).flatMap(({ key, computed }) => {
    if (!isNode(key)) return [];
    const name = computed || key.type !== 'Identifier' ? constantText(key) : key.name;
    return typeof name === 'string' ? [name] : [];
  });
}
