/** What a script uses of the language's syntax. */
import { at, type Feature, type Use } from './catalogue';
import { constantText, isNode, type Node, type Place } from './tree';

type Rule = readonly [feature: Feature, found: (node: Node, parent: Node | undefined) => boolean];

const is =
  (type: string, facts: Readonly<Record<string, unknown>> = {}) =>
  (node: Node): boolean =>
    node.type === type && Object.entries(facts).every(([key, value]) => node[key] === value);

const hasFlag = (flag: string) => (node: Node) => (regex(node)?.flags ?? '').includes(flag);
const hasPattern = (part: RegExp) => (node: Node) => part.test(regex(node)?.pattern ?? '');

/** Syntax of the last years. What is older every browser has that knows this manifest. */
const SYNTAX: readonly Rule[] = (
  [
    ['operators.optional_chaining', is('ChainExpression')],
    ['operators.nullish_coalescing', is('LogicalExpression', { operator: '??' })],
    ['operators.nullish_coalescing_assignment', is('AssignmentExpression', { operator: '??=' })],
    ['operators.logical_and_assignment', is('AssignmentExpression', { operator: '&&=' })],
    ['operators.logical_or_assignment', is('AssignmentExpression', { operator: '||=' })],
    ['operators.import', is('ImportExpression')],
    ['operators.import_meta', is('MetaProperty')],
    ['operators.await.top_level', (node, parent) => parent?.type === 'Program' && isAwait(node)],
    ['classes.public_class_fields', is('PropertyDefinition')],
    ['classes.private_class_fields', (node) => is('PropertyDefinition')(node) && isPrivate(node.key)],
    ['classes.private_class_methods', (node) => is('MethodDefinition')(node) && isPrivate(node.key)],
    [
      'classes.private_class_fields_in',
      (node) => is('BinaryExpression', { operator: 'in' })(node) && isPrivate(node.left),
    ],
    ['classes.static.initialization_blocks', is('StaticBlock')],
    ['statements.for_await_of', is('ForOfStatement', { await: true })],
    ['statements.try_catch.optional_catch_binding', is('CatchClause', { param: null })],
    [
      'statements.import.import_attributes',
      (node) => Array.isArray(node.attributes) && node.attributes.length > 0,
    ],
    ['statements.using', is('VariableDeclaration', { kind: 'using' })],
    ['statements.await_using', is('VariableDeclaration', { kind: 'await using' })],
    ['builtins.BigInt', (node) => is('Literal')(node) && typeof node.bigint === 'string'],
    ['grammar.numeric_separators', (node) => typeof node.value === 'number' && /_/.test(String(node.raw))],
    ['builtins.RegExp.dotAll', hasFlag('s')],
    ['builtins.RegExp.hasIndices', hasFlag('d')],
    ['builtins.RegExp.unicodeSets', hasFlag('v')],
    ['regular_expressions.lookbehind_assertion', hasPattern(/\(\?<[=!]/)],
    ['regular_expressions.named_capturing_group', hasPattern(/\(\?<[^=!]/)],
    ['regular_expressions.modifier', hasPattern(/\(\?[ims-]+:/)],
    ['regular_expressions.unicode_character_class_escape', hasPattern(/\\p\{/i)],
  ] satisfies Rule[]
).map(([feature, found]) => [`javascript.${feature}`, found]);

for (const [feature] of SYNTAX) if (!at(feature)) throw new Error(`MDN's data has no ${feature}.`);

/** The syntax that a node is. */
export function syntaxUses({ node, parent }: Place): Use[] {
  return SYNTAX.filter(([, found]) => found(node, parent)).map(([feature]) => ({
    written: feature.replace(/^javascript\./, ''),
    features: [feature],
  }));
}

const isPrivate = (key: unknown): boolean => isNode(key) && key.type === 'PrivateIdentifier';

function isAwait(node: Node): boolean {
  const inner = [node, node.expression, ...(Array.isArray(node.declarations) ? node.declarations : [])];
  return inner.some(
    (each) => isNode(each) && (each.type === 'AwaitExpression' || (isNode(each.init) && isAwait(each.init))),
  );
}

/** A regular expression, written out or made of texts that are always the same. */
function regex(node: Node): { pattern: string; flags: string } | undefined {
  if (node.type === 'Literal') return node.regex as { pattern: string; flags: string } | undefined;
  const callee = node.callee as Node | undefined;
  if (!/^(New|Call)Expression$/.test(node.type) || callee?.name !== 'RegExp') return undefined;
  const [pattern, flags] = (node.arguments as Node[]).map(constantText);
  return pattern === undefined ? undefined : { pattern, flags: flags ?? '' };
}
