/** What a page, or a script that makes elements, uses of HTML and SVG. */
import { asUse, at, known, type Use } from './catalogue';

const VOCABULARIES = ['html', 'svg'];

const isElement = (name: string): boolean => VOCABULARIES.some((all) => at(`${all}.elements.${name}`));

/** An element with attributes, each by its name in HTML. A name that no element has is none. */
export function elementUses(name: string, attributes: readonly string[]): Use[] {
  if (!isElement(name)) return [];
  const features = VOCABULARIES.flatMap((all) => known(`${all}.elements.${name}`));
  return [...asUse(`<${name}>`, features), ...attributes.flatMap((each) => attributeUses(each, name))];
}

/** An attribute, of an element or of any. */
export function attributeUses(attribute: string, element?: string): Use[] {
  const lower = attribute.toLowerCase();
  const features = VOCABULARIES.flatMap((all) => {
    const elements = element ? [element] : Object.keys(at(`${all}.elements`) ?? {});
    const owners = [`${all}.global_attributes`, ...elements.map((name) => `${all}.elements.${name}`)];
    return known(...owners.map((owner) => `${owner}.${lower}`));
  });
  return asUse(`attribute ${lower}`, features);
}

/** What the elements of an HTML file are and have. */
export function pageUses(html: string): Use[] {
  const tags = html.replace(/<!--.*?-->/gs, '').matchAll(/<([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi);
  return [...tags].flatMap(([, name = '', rest = '']) => {
    const attributes = rest.replace(/"[^"]*"|'[^']*'/g, '').match(/[a-z][\w-]*/gi) ?? [];
    return elementUses(name.toLowerCase(), attributes);
  });
}
