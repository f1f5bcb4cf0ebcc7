/**
 * Finding the Dagster linking form of the StackOne Hub in a document.
 *
 * Everything is looked up at the moment of the call and nothing is kept: the Hub gives its fields new ids with every
 * render and rebuilds the whole form after a refused Connect.
 */
import { DETAIL_LABELS, DETAIL_NAMES, type DetailName } from '../link-details';
import type { Root } from '../page/dom';
import { type ClosedRoot, openRoots } from '../page/trees';
import { isVisible } from '../page/visibility';
import { connectorOf } from './connector';
import { controlBlock, controlLabel, labelText, normalizeLabel } from './control-label';
import { frameOrigins, placeOf } from './place';
import type { DocumentReport, FieldState, LinkingForm } from './report';

export type TextControl = HTMLInputElement | HTMLTextAreaElement;
export type DropdownControl = HTMLButtonElement | HTMLSelectElement;

/** A control with a wanted label, as it is at this moment. */
export interface FoundControl {
  readonly element: TextControl | DropdownControl;
  readonly state: Exclude<FieldState, 'missing' | 'twice'>;
  /** The block with the control's label, description, error and own buttons. */
  readonly block: Element;
}

interface FoundField {
  readonly state: FieldState;
  /** The one control to write to, or the first of several that cannot be written to; none where it is missing. */
  readonly control: FoundControl | undefined;
}

export interface FoundForm extends LinkingForm {
  /** The `<form>`, or the tree in which the controls stand without one. */
  readonly scope: Scope;
  readonly found: Readonly<Record<DetailName, FoundField>>;
}

type Scope = HTMLFormElement | Root;

/**
 * Where a person can type or choose, besides inputs. One query for each: the browser answers a bare tag name about six times as fast
 * as a list of selectors (0.5 ms and 3.3 ms over 90,000 elements).
 */
const OTHER_FIELD_TAGS = ['textarea', 'select'] as const;

/** From this many fields on, the text of a tree is searched for the labels before each field's label is looked up. */
const MANY_FIELDS = 50;

/** Inputs that hold no text: they can be no field of the linking form and are no neighbour of one. */
const NOT_TEXT: ReadonlySet<string> = new Set([
  'button',
  'checkbox',
  'color',
  'file',
  'hidden',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
]);

/** A form is listed from this many of the three labels on; the page's own "Deployment" alone is none. */
const LABELS_OF_A_FORM = 2;

/** The Hub masks a stored secret with these (`••••••••••4bd6`). */
const MASK = /^[•●∙*]{3,}/;
/** …in an input of its own, whose name is the field's key and this. */
const MASKED_NAME = /-display$/;

const DETAIL_BY_LABEL: ReadonlyMap<string, DetailName> = new Map(
  DETAIL_NAMES.map((name) => [normalizeLabel(DETAIL_LABELS[name]), name]),
);

const LABEL_PATTERNS = DETAIL_NAMES.map((name) => new RegExp(DETAIL_LABELS[name].replace(' ', '\\s+'), 'i'));

type Labelled = { name: DetailName; control: FoundControl };

/** The Edit button of a masked secret: the only button after the input in its block. */
export function editButton(control: FoundControl): HTMLButtonElement | undefined {
  const buttons = Array.from(control.block.querySelectorAll('button')).filter(
    (button) =>
      control.element.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING &&
      !button.hasAttribute('aria-label') &&
      !button.disabled,
  );
  return buttons.find((button) => normalizeLabel(labelTextOf(button)) === 'edit') ?? onlyOne(buttons);
}

const labelTextOf = (button: Element): string => Array.from(button.childNodes, labelText).join(' ');
const onlyOne = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);

function stateOf(element: TextControl | DropdownControl, block: Element): FoundControl['state'] {
  if (!isVisible(element, 'field')) return 'hidden';
  if (element instanceof HTMLButtonElement || element instanceof HTMLSelectElement) {
    return element.matches(':disabled') ? 'locked' : 'dropdown';
  }
  if (!element.matches(':disabled') && !element.readOnly) return 'ready';
  const masked = MASK.test(element.value) || MASKED_NAME.test(element.name);
  return masked && editButton({ element, state: 'redacted', block }) ? 'redacted' : 'locked';
}

const scopeOf = (element: Element, root: Root): Scope => element.closest('form') ?? root;

/** Buttons that open a dropdown carry no role in any release, so they count only where a label names them. */
function dropdownButtons(scope: Scope): HTMLButtonElement[] {
  return Array.from(scope.querySelectorAll<HTMLButtonElement>('button')).filter(
    (button) => button.type !== 'submit' || button.hasAttribute('data-malachite-dropdown-trigger'),
  );
}

/** The neighbours of a button among the text fields of its scope. */
function fieldsAround(
  button: Element,
  fields: readonly Element[],
): [Element | undefined, Element | undefined] {
  const after = fields.findIndex(
    (field) => button.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return after === -1 ? [fields.at(-1), undefined] : [fields[after - 1], fields[after]];
}

function labelled(
  element: TextControl | DropdownControl,
  neighbours: readonly (Element | undefined)[],
): Labelled | undefined {
  const name = DETAIL_BY_LABEL.get(controlLabel(element, neighbours));
  if (name === undefined) return undefined;
  const block = controlBlock(element, neighbours);
  return { name, control: { element, state: stateOf(element, block), block } };
}

/**
 * The fields of a tree in document order. A page that has no input outside of shadow roots is not searched for its
 * other fields: that would cost a large page more than it can bring.
 */
function fieldsIn(root: Root): (TextControl | HTMLSelectElement)[] {
  const inputs = Array.from(root.querySelectorAll('input'));
  if (inputs.length === 0 && root instanceof Document) return [];
  const others = OTHER_FIELD_TAGS.map((tag) => Array.from(root.querySelectorAll(tag)));
  const byTag = [inputs, ...others].filter(({ length }) => length > 0);
  const fields = byTag.flat().filter(({ type }) => !NOT_TEXT.has(type));
  if (byTag.length < 2) return fields;
  const follows = (a: Node, b: Node) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_PRECEDING;
  return fields.sort((a, b) => (follows(a, b) ? 1 : -1));
}

/** Whether a tree with many fields can hold a linking form at all: it says so in its text, or in an `aria-label`. */
function namesDetails(root: Root, fields: readonly Element[]): boolean {
  const text = (root instanceof Document ? root.body?.textContent : root.textContent) ?? '';
  const named = LABEL_PATTERNS.filter((label) => label.test(text)).length;
  return named >= LABELS_OF_A_FORM || fields.some((field) => field.hasAttribute('aria-label'));
}

/** The controls of one tree that carry one of the three labels, by the form in which they stand. */
function labelledControls(root: Root): Map<Scope, Labelled[]> {
  const scopes = new Map<Scope, Labelled[]>();
  const fields = fieldsIn(root);
  if (fields.length > MANY_FIELDS && !namesDetails(root, fields)) return scopes;
  const add = (element: Element, item: Labelled | undefined): void => {
    if (item === undefined) return;
    const scope = scopeOf(element, root);
    scopes.set(scope, [...(scopes.get(scope) ?? []), item]);
  };
  for (const [position, field] of fields.entries()) {
    add(field, labelled(field, [fields[position - 1], fields[position + 1]]));
  }
  for (const [scope, items] of scopes) {
    if (new Set(items.map(({ name }) => name)).size === DETAIL_NAMES.length) continue;
    for (const button of dropdownButtons(scope)) add(button, labelled(button, fieldsAround(button, fields)));
  }
  return scopes;
}

const USABLE: ReadonlySet<FieldState> = new Set(['ready', 'dropdown', 'redacted']);

function fieldOf(name: DetailName, items: readonly Labelled[]): FoundField {
  const controls = items.filter((item) => item.name === name).map(({ control }) => control);
  const usable = controls.filter(({ state }) => USABLE.has(state));
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
    const root = inside.getRootNode() as Root;
    const headings = Array.from(root.querySelectorAll('h1, h2, h3, h4, h5, h6, [role="heading"]'));
    const before = headings.filter(
      (heading) => inside.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_PRECEDING,
    );
    const text = before.at(-1)?.textContent?.trim();
    if (text) return text;
    if (!(root instanceof ShadowRoot)) return '';
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

/** The linking forms of a document with the elements they are made of, valid only until the page changes. */
function findForms(roots: readonly Root[]): FoundForm[] {
  const found = roots.flatMap((root) => {
    const forms = Array.from(labelledControls(root)).filter(
      ([, items]) => new Set(items.map(({ name }) => name)).size >= LABELS_OF_A_FORM,
    );
    const scopes = forms.map(([scope]) => scope);
    return forms.map(([scope, items]) => ({
      scope,
      connector: connectorOf(
        scope,
        scopes.filter((other) => other !== scope),
      ),
      found: eachDetail((name) => fieldOf(name, items)),
    }));
  });
  const labels = formLabels(found.map(({ scope }) => scope));
  return found.map((form, index) => ({
    ...form,
    index,
    label: labels[index] ?? '',
    fields: eachDetail((name) => form.found[name].state),
  }));
}

/**
 * Whether a tree shows the Hub's list of connectors: in a shadow root, its search input above buttons with logos.
 */
const showsConnectorList = (root: Root): boolean =>
  root instanceof ShadowRoot &&
  root.querySelector('input[name="search"]') !== null &&
  root.querySelector('button img[alt]') !== null;

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

/**
 * Looks for linking forms in the document and its open shadow roots; only where they hold none, in closed ones too.
 *
 * @param closedRoot see {@link openRoots}; without it closed roots stay closed
 */
export function searchForms(document: Document, closedRoot?: ClosedRoot): Search {
  const open = searchTrees(openRoots(document));
  if (!closedRoot || open.forms.length > 0 || open.choosing) return open;
  return searchTrees(openRoots(document, closedRoot));
}

/**
 * What a document holds of linking forms, as plain data.
 *
 * @param closedRoot see {@link searchForms}
 */
export function reportDocument(document: Document, closedRoot?: ClosedRoot): DocumentReport {
  const { roots, forms, choosing } = searchForms(document, closedRoot);
  return {
    ...placeOf(document),
    forms: forms.map(({ index, connector, label, fields }) => ({ index, connector, label, fields })),
    choosing,
    frameOrigins: frameOrigins(roots),
  };
}
