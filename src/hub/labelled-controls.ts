/** The controls of a page that carry one of the three labels, by the form in which they stand. */
import { DETAIL_NAMES, type DetailName } from '../link-details';
import {
  attributeOf,
  bodyOf,
  closest,
  elementsIn,
  isDocument,
  precedes,
  type Root,
  textContentOf,
} from '../page/dom';
import { controlBlock, controlLabel } from './control-label';
import { DETAIL_BY_LABEL, FIELD_LABELS } from './field-labels';

export type TextControl = HTMLInputElement | HTMLTextAreaElement;
export type DropdownControl = HTMLButtonElement | HTMLSelectElement;
export type Control = TextControl | DropdownControl;

export const isDropdown = (control: Control): control is DropdownControl =>
  control instanceof HTMLButtonElement || control instanceof HTMLSelectElement;

/** A form, or the tree in which controls stand without one. */
export type Scope = HTMLFormElement | Root;

/** A control with one of the labels, before anything is known about how it is drawn. */
export interface Labelled {
  readonly name: DetailName;
  readonly element: Control;
  readonly block: Element;
}

/**
 * Where a person can type or choose, besides inputs. One query for each: the browser answers a bare tag name about six times as fast
 * as a list of selectors (0.5 ms and 3.3 ms over 90,000 elements).
 */
const OTHER_FIELD_TAGS = ['textarea', 'select'] as const;

/** From this many fields on, the text of a tree is searched for the labels before each field's label is looked up. */
const MANY_FIELDS = 50;

/** Inputs that hold no text: they can be no field of the linking form and are no neighbour of one. */
const NOT_TEXT: ReadonlySet<string> = new Set(
  'button checkbox color file hidden image radio range reset submit'.split(' '),
);

/** A form is listed from this many of the three labels on; the page's own "Deployment" alone is none. */
export const LABELS_OF_A_FORM = 2;

const LABEL_PATTERNS = DETAIL_NAMES.map(
  (name) => new RegExp(FIELD_LABELS[name].map((label) => label.replaceAll(' ', '\\s+')).join('|'), 'i'),
);

const scopeOf = (element: Element, root: Root): Scope =>
  (closest(element, 'form') as HTMLFormElement | null) ?? root;

/** Buttons that open a dropdown carry no role in any release, so they count only where a label names them. */
function dropdownButtons(scope: Scope): HTMLButtonElement[] {
  return elementsIn<HTMLButtonElement>(scope, 'button').filter(
    (button) => button.type === 'button' || attributeOf(button, 'data-malachite-dropdown-trigger') !== null,
  );
}

/** The neighbours of a button among the text fields of its scope. */
function fieldsAround(
  button: Element,
  fields: readonly Element[],
): [Element | undefined, Element | undefined] {
  const after = fields.findIndex((field) => precedes(button, field));
  return after === -1 ? [fields.at(-1), undefined] : [fields[after - 1], fields[after]];
}

function labelled(element: Control, neighbours: readonly (Element | undefined)[]): Labelled | undefined {
  const block = controlBlock(element, neighbours);
  const name = DETAIL_BY_LABEL.get(controlLabel(element, block));
  return name && { name, element, block };
}

/**
 * The fields of a tree in document order. A page that has no input outside of shadow roots is not searched for its
 * other fields: that would cost a large page more than it can bring.
 */
export function fieldsIn(root: Root): (TextControl | HTMLSelectElement)[] {
  const inputs = elementsIn<HTMLInputElement>(root, 'input');
  if (inputs.length === 0 && isDocument(root)) return [];
  const others = OTHER_FIELD_TAGS.map((tag) =>
    elementsIn<HTMLTextAreaElement | HTMLSelectElement>(root, tag),
  );
  const byTag = [inputs, ...others].filter(({ length }) => length > 0);
  const fields = byTag.flat().filter(({ type }) => !NOT_TEXT.has(type));
  return byTag.length < 2 ? fields : fields.sort((a, b) => (precedes(a, b) ? -1 : 1));
}

/** Whether a tree with many fields can hold a linking form at all: it says so in its text, or in an `aria-label`. */
function namesDetails(root: Root, fields: readonly Element[]): boolean {
  const holder = isDocument(root) ? bodyOf(root) : root;
  const text = (holder && textContentOf(holder)) ?? '';
  const named = LABEL_PATTERNS.filter((label) => label.test(text)).length;
  return named >= LABELS_OF_A_FORM || fields.some((field) => attributeOf(field, 'aria-label') !== null);
}

export const namesAmong = (items: readonly Labelled[]): number => new Set(items.map(({ name }) => name)).size;

/** The controls of one tree that carry one of the three labels, by the form in which they stand. */
export function labelledControls(root: Root): Map<Scope, Labelled[]> {
  const scopes = new Map<Scope, Labelled[]>();
  const fields = fieldsIn(root);
  if (fields.length > MANY_FIELDS && !namesDetails(root, fields)) return scopes;
  const add = (element: Element, item: Labelled | undefined): void => {
    if (item === undefined) return;
    const scope = scopeOf(element, root);
    const items = scopes.get(scope) ?? [];
    items.push(item);
    scopes.set(scope, items);
  };
  for (const [position, field] of fields.entries()) {
    // Chrome lets the button that empties it be drawn over all that it holds, and tells nobody.
    if (field.type === 'search') continue;
    add(field, labelled(field, [fields[position - 1], fields[position + 1]]));
  }
  for (const [scope, items] of scopes) {
    if (namesAmong(items) === DETAIL_NAMES.length) continue;
    for (const button of dropdownButtons(scope)) add(button, labelled(button, fieldsAround(button, fields)));
  }
  return scopes;
}
