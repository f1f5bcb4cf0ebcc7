/** What a style sheet uses of CSS. */
import postcss, { type AtRule, type Declaration, type Rule } from 'postcss';
import { asUse, below, type Feature, known, type Use } from './catalogue';

/** Each at-rule, media feature, property, value, unit, function and selector that MDN knows. */
export function styleUses(css: string): Use[] {
  const uses: Use[] = [];
  postcss.parse(css).walk((node) => {
    if (isGuarded(node)) return;
    if (node.type === 'atrule') uses.push(...atRuleUses(node));
    if (node.type === 'rule') uses.push(...ruleUses(node));
    if (node.type === 'decl') uses.push(...declarationUses(node));
  });
  return uses;
}

/** Whether it stands behind a question to the browser, which then decides. */
function isGuarded(node: postcss.ChildNode): boolean {
  for (let { parent } = node; parent; parent = parent.parent as typeof parent) {
    if (parent.type === 'atrule' && (parent as AtRule).name === 'supports') return true;
  }
  return false;
}

const asKnownUse = (written: string, ...features: readonly Feature[]): Use[] =>
  asUse(written, known(...features));

function atRuleUses({ name, params }: AtRule): Use[] {
  const rule = `css.at-rules.${name}`;
  const uses = asKnownUse(`@${name}`, rule);
  if (name !== 'media') return uses;
  const asked = [...params.matchAll(/[(<>=]\s*(?:min-|max-)?([a-z-]+)/g)];
  return [
    ...uses,
    ...asked.flatMap(([, feature = '']) => asKnownUse(`@media (${feature})`, `${rule}.${feature}`)),
    ...(/[<>]/.test(params) ? asKnownUse('@media (… < …)', `${rule}.range_syntax`) : []),
    ...(/\)\s*or\s*\(/.test(params) ? asKnownUse('@media (…) or (…)', `${rule}.or_syntax`) : []),
  ];
}

function ruleUses({ selector, parent }: Rule): Use[] {
  // The steps of an animation are no selectors.
  if (parent?.type === 'atrule' && /keyframes$/.test((parent as AtRule).name)) return [];
  const nested = parent?.type === 'rule' || selector.includes('&');
  return [...(nested ? asKnownUse('nested rule', 'css.selectors.nesting') : []), ...selectorUses(selector)];
}

/** Each pseudo-class and pseudo-element of a selector. */
export function selectorUses(selector: string): Use[] {
  const plain = withoutStrings(selector)
    .replace(/\\./g, '')
    .replace(/\[[^\]]*\]/g, '');
  const named = [...plain.matchAll(/(::?)([a-z-]+)/g)];
  return [
    ...named.flatMap(([written, , name = '']) => asKnownUse(written, `css.selectors.${name}`)),
    ...(/:not\([^()]*,/.test(plain) ? asKnownUse(':not(…, …)', 'css.selectors.not.selector_list') : []),
  ];
}

/** A property, by its name in CSS. */
export const propertyUses = (property: string): Use[] => asKnownUse(property, `css.properties.${property}`);

function declarationUses({ prop, value, parent }: Declaration): Use[] {
  const own = prop.startsWith('--');
  // A prefixed property beside the plain one is for browsers that are older still.
  const plain = prop.replace(/^-(?:webkit|moz)-/, '');
  const besides = plain !== prop && parent?.some((node) => node.type === 'decl' && node.prop === plain);
  if (besides) return [];
  return [...(own ? [] : propertyUses(prop)), ...valueUses(own ? undefined : prop, withoutStrings(value))];
}

function valueUses(property: string | undefined, value: string): Use[] {
  const owner = property && `css.properties.${property}`;
  const words = [...value.matchAll(/(?<![\w#.-])([a-z][\w-]*)(\(?)/gi)];
  const numbers = [...value.matchAll(/(?<![\w#-])[\d.]+([a-z]+)/gi)];
  return [
    ...words.flatMap(([, word = '', bracket]) => {
      const inProperty = owner ? known(`${owner}.${word}`) : [];
      if (!bracket) return asKnownUse(`${property}: ${word}`, ...inProperty);
      return asKnownUse(
        `${word}()`,
        ...known(`${owner}.${word}_function`),
        ...inProperty,
        ...typesNamed(word),
      );
    }),
    ...numbers.flatMap(([, unit = '']) =>
      asKnownUse(unit, ...typesNamed(UNIT_GROUPS.find(([of]) => of.test(unit))?.[1] ?? unit)),
    ),
  ];
}

/** Units that MDN knows as a group. */
const UNIT_GROUPS: readonly (readonly [RegExp, string])[] = [
  [/^d(vh|vw|vi|vb|vmin|vmax)$/, 'viewport_percentage_units_dynamic'],
  [/^l(vh|vw|vi|vb|vmin|vmax)$/, 'viewport_percentage_units_large'],
  [/^s(vh|vw|vi|vb|vmin|vmax)$/, 'viewport_percentage_units_small'],
  [/^cq(w|h|i|b|min|max)$/, 'container_query_length_units'],
];

/** Functions and units: in one of the groups below `css.types`, else right there (`color` is a group and in it). */
function typesNamed(name: string): Feature[] {
  const inGroups = known(...below('css.types').map((group) => `css.types.${group}.${name}`));
  return inGroups.length > 0 ? inGroups : known(`css.types.${name}`);
}

const withoutStrings = (css: string): string => css.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g, '""');
