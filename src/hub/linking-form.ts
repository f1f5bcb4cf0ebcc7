/**
 * Finding the Dagster linking form of the StackOne Hub in a document.
 *
 * Everything is looked up at the moment of the call: the Hub gives its fields new ids with every render and rebuilds
 * the whole form after a refused Connect.
 */
import { DETAIL_NAMES, type DetailName } from '../link-details';
import type { Point } from '../page/boxes';
import {
  attributeOf,
  bodyOf,
  boxOf,
  closest,
  contains,
  elementsIn,
  isDocument,
  isElement,
  matches,
  parentElementOf,
  precedes,
  type Root,
  rootOf,
  textContentOf,
} from '../page/dom';
import { MOST_NAMED, pageText } from '../page/text';
import { type ClosedRoot, openRoots } from '../page/trees';
import { seenAmong } from '../page/visibility';
import { connectorOf } from './connector';
import { controlBlock, controlLabel, labelText } from './control-label';
import { documentContext } from './document-context';
import { DETAIL_BY_LABEL, FIELD_LABELS } from './field-labels';
import { frameOrigins } from './frame-origins';
import type { Looks } from './looks';
import { normalizeLabel } from './normal-label';
import { type DocumentReport, type FieldState, isFillable, type LinkingForm } from './report';

export type TextControl = HTMLInputElement | HTMLTextAreaElement;
export type DropdownControl = HTMLButtonElement | HTMLSelectElement;
type Control = TextControl | DropdownControl;

/** A control with a wanted label, as it is at this moment. */
interface FoundControl {
  readonly element: Control;
  readonly state: Exclude<FieldState, 'missing' | 'twice'>;
  /** The block with the control's label, description, error and own buttons. */
  readonly block: Element;
  /** Of a masked secret: what makes room for another one. */
  readonly editButton: Element | undefined;
}

interface FoundField {
  readonly state: FieldState;
  /** The one control to write to, or the first of several that cannot be written to; none where it is missing. */
  readonly control: FoundControl | undefined;
}

export interface FoundForm extends LinkingForm {
  /** The `<form>`, or the tree in which the controls stand without one. */
  readonly scope: Scope;
  readonly root: Root;
  readonly found: Readonly<Record<DetailName, FoundField>>;
}

type Scope = HTMLFormElement | Root;

/** What a search may use of the world it runs in. */
export interface SearchAccess {
  /** Looks into closed shadow roots too; without it they stay closed. See {@link openRoots}. */
  readonly closedRoot?: ClosedRoot | undefined;
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
const LABELS_OF_A_FORM = 2;

/** The Hub masks a stored secret with these (`••••••••••4bd6`). */
const MASK = /^[•●∙*]{3}/;
/** …in an input of its own, whose name is the field's key and this. */
const MASKED_NAME = '-display';

const LABEL_PATTERNS = DETAIL_NAMES.map(
  (name) => new RegExp(FIELD_LABELS[name].map((label) => label.replaceAll(' ', '\\s+')).join('|'), 'i'),
);

/** A control with one of the labels, before anything is known about how it is drawn. */
interface Labelled {
  readonly name: DetailName;
  readonly element: Control;
  readonly block: Element;
}

/** The Edit button of a masked secret: the only one after the input in its block that is called so and nothing else. */
function editButtonOf({ element, block }: Labelled): Element | undefined {
  const called = elementsIn<HTMLButtonElement>(block, 'button').filter(
    (button) =>
      precedes(element, button) && !button.disabled && normalizeLabel(nameOfButton(button)) === 'edit',
  );
  return called.length === 1 ? called[0] : undefined;
}

const nameOfButton = (button: Element): string =>
  attributeOf(button, 'aria-label') ?? Array.from(button.childNodes, labelText).join(' ');

/** The Hub shows a stored secret as a mask in a locked input. */
const isMasked = ({ value, name }: TextControl): boolean => MASK.test(value) || name.endsWith(MASKED_NAME);

function stateOf(element: Control, edit: Element | undefined, seen: boolean): FoundControl['state'] {
  if (!seen) return 'hidden';
  const locked = matches(element, ':disabled');
  if (element instanceof HTMLButtonElement || element instanceof HTMLSelectElement)
    return locked ? 'locked' : 'dropdown';
  if (!locked && !element.readOnly) return 'ready';
  return edit ? 'redacted' : 'locked';
}

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
function fieldsIn(root: Root): (TextControl | HTMLSelectElement)[] {
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

const namesAmong = (items: readonly Labelled[]): number => new Set(items.map(({ name }) => name)).size;

/** The controls of one tree that carry one of the three labels, by the form in which they stand. */
function labelledControls(root: Root): Map<Scope, Labelled[]> {
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
    add(field, labelled(field, [fields[position - 1], fields[position + 1]]));
  }
  for (const [scope, items] of scopes) {
    if (namesAmong(items) === DETAIL_NAMES.length) continue;
    for (const button of dropdownButtons(scope)) add(button, labelled(button, fieldsAround(button, fields)));
  }
  return scopes;
}

function fieldOf(name: DetailName, items: readonly Labelled[], seen: ReadonlySet<Element>): FoundField {
  const controls = items
    .filter((item) => item.name === name)
    .map((item): FoundControl => {
      const { element, block } = item;
      const isText = !(element instanceof HTMLButtonElement || element instanceof HTMLSelectElement);
      const editButton = isText && isMasked(element) ? editButtonOf(item) : undefined;
      return { element, block, editButton, state: stateOf(element, editButton, seen.has(element)) };
    });
  const usable = controls.filter(({ state }) => isFillable(state));
  if (usable.length > 1) return { state: 'twice', control: undefined };
  const control = usable[0] ?? controls[0];
  return control === undefined ? { state: 'missing', control } : { state: control.state, control };
}

const eachDetail = <T>(value: (name: DetailName) => T): Record<DetailName, T> => ({
  userToken: value('userToken'),
  organizationSlug: value('organizationSlug'),
  deployment: value('deployment'),
});

/** The last heading before an element, in its own tree or around its hosts; empty where there is none. */
function headingBefore(scope: Scope): string {
  let inside: Node = scope instanceof ShadowRoot ? scope.host : scope;
  for (;;) {
    const root = rootOf(inside) as Root;
    const headings = elementsIn(root, 'h1, h2, h3, h4, h5, h6, [role="heading"]');
    const before = headings.filter((heading) => precedes(heading, inside)).at(-1);
    const text = before ? pageText(labelText(before)) : '';
    if (text || !(root instanceof ShadowRoot)) return text;
    inside = root.host;
  }
}

/** Headings as labels, made different from each other by their position. A single form needs no label. */
function formLabels(scopes: readonly Scope[]): string[] {
  if (scopes.length < 2) return scopes.map(() => '');
  const headings = scopes.map(headingBefore);
  return headings.map((heading, index) => {
    const unique = heading !== '' && headings.filter((other) => other === heading).length === 1;
    return unique ? heading : `${heading} #${index + 1}`.trim();
  });
}

/** The smallest part of the tree with all of a form's controls: what its header stands before. */
function anchorOf(scope: Scope, items: readonly Labelled[]): Element {
  if (isElement(scope)) return scope;
  let anchor = (items[0] as Labelled).element as Element;
  for (let parent = parentElementOf(anchor); parent !== null; parent = parentElementOf(parent)) {
    if (items.every(({ element }) => contains(anchor, element))) break;
    anchor = parent;
  }
  return anchor;
}

const middleOf = (element: Element): Point => {
  const { left, top, right, bottom } = boxOf(element);
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
};

/** The linking forms of a document with the elements they are made of, valid only until the page changes. */
function findForms(roots: readonly Root[]): FoundForm[] {
  const candidates = roots.flatMap((root) => {
    const forms = [...labelledControls(root)].filter(([, items]) => namesAmong(items) >= LABELS_OF_A_FORM);
    const anchors = forms.map(([scope, items]) => anchorOf(scope, items));
    return forms.map(([scope, items], at) => ({
      root,
      scope,
      items,
      anchor: anchors[at] as Element,
      anchors,
    }));
  });
  const found = candidates.slice(0, MOST_NAMED);
  const elements = found.flatMap(({ items }) => items.map(({ element }) => element));
  const seen = seenAmong(elements, 'field', roots);
  const labels = formLabels(found.map(({ scope }) => scope));
  return found.map(({ root, scope, items, anchor, anchors }, index) => {
    const fields = eachDetail((name) => fieldOf(name, items, seen));
    const controls = DETAIL_NAMES.flatMap((name) => fields[name].control?.element ?? []);
    return {
      root,
      scope,
      index,
      label: labels[index] ?? '',
      connector: connectorOf(
        anchor,
        anchors.filter((other) => other !== anchor),
      ),
      found: fields,
      fields: eachDetail((name) => fields[name].state),
      points: controls.map(middleOf),
    };
  });
}

/**
 * Whether a tree shows the Hub's list of connectors: in a shadow root, its search input above buttons with logos.
 */
const showsConnectorList = (root: Root): boolean =>
  root instanceof ShadowRoot &&
  elementsIn(root, 'input[name="search"]').length > 0 &&
  elementsIn(root, 'button img[alt]').length > 0;

/** What a search through a document brought. */
export interface Search {
  readonly roots: readonly Root[];
  readonly forms: readonly FoundForm[];
  /** The Hub stands in one of the trees with its list of connectors open. */
  readonly choosing: boolean;
}

function searchTrees(roots: readonly Root[]): Search {
  return { roots, forms: findForms(roots), choosing: roots.some(showsConnectorList) };
}

/** Looks for linking forms in the document and its open shadow roots; only where they hold none, in closed ones too. */
export function searchForms(document: Document, { closedRoot }: SearchAccess): Search {
  const open = searchTrees(openRoots(document));
  if (!closedRoot || open.forms.length > 0 || open.choosing) return open;
  return searchTrees(openRoots(document, closedRoot));
}

/** What a document holds of linking forms, as plain data; its forms are kept for a fill. */
export function reportDocument(
  document: Document,
  access: SearchAccess & { readonly looks: Looks },
): DocumentReport {
  const { roots, forms, choosing } = searchForms(document, access);
  return {
    ...documentContext(document),
    look: access.looks.keep(forms),
    forms: forms.map(({ index, connector, label, fields, points }) => ({
      index,
      connector,
      label,
      fields,
      points,
    })),
    choosing,
    frameOrigins: frameOrigins(roots),
  };
}
