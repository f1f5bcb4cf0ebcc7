/**
 * Finding the Dagster linking form of the StackOne Hub in a document.
 *
 * Everything is looked up at the moment of the call: the Hub gives its fields new ids with every render and rebuilds
 * the whole form after a refused Connect.
 */
import { DETAIL_NAMES, type DetailName } from '../link-details';
import type { Point } from '../page/boxes';
import {
  boxOf,
  contains,
  elementsIn,
  isElement,
  parentElementOf,
  precedes,
  type Root,
  rootOf,
} from '../page/dom';
import { MOST_NAMED, pageText } from '../page/text';
import { type ClosedRoot, openRoots } from '../page/trees';
import { seenAmong } from '../page/visibility';
import { connectorOf } from './connector';
import { labelText } from './control-label';
import { documentContext } from './document-context';
import { type FoundField, fieldOf } from './found-field';
import { frameOrigins } from './frame-origins';
import {
  LABELS_OF_A_FORM,
  type Labelled,
  labelledControls,
  namesAmong,
  type Scope,
} from './labelled-controls';
import type { Looks } from './looks';
import type { DocumentReport, LinkingForm } from './report';
import { translatedForms } from './translated-form';

export interface FoundForm extends LinkingForm {
  /** The `<form>`, or the tree in which the controls stand without one. */
  readonly scope: Scope;
  readonly root: Root;
  readonly found: Readonly<Record<DetailName, FoundField>>;
}

/** What a search may use of the world it runs in. */
export interface SearchAccess {
  /** Looks into closed shadow roots too; without it they stay closed. See {@link openRoots}. */
  readonly closedRoot?: ClosedRoot | undefined;
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

/**
 * The controls to look at: those for the values that are asked about, and those of which only one can be the field,
 * which is the one that is seen.
 */
const looksNeeded = (items: readonly Labelled[], names: readonly DetailName[]): Labelled[] =>
  items.filter(({ name }) => names.includes(name) || items.filter((other) => other.name === name).length > 1);

/** The linking forms of a document with the elements they are made of, valid only until the page changes. */
function findForms(roots: readonly Root[], names: readonly DetailName[]): FoundForm[] {
  const candidates = roots.flatMap((root) => {
    const labelled = labelledControls(root);
    const translated = translatedForms(root, labelled);
    const known = [...labelled]
      .filter(([scope, items]) => namesAmong(items) >= LABELS_OF_A_FORM && !translated.has(scope))
      .map(([scope, items]) => ({ scope, items, translated: null }));
    const forms = [...known, ...translated.values()];
    const anchors = forms.map(({ scope, items }) => anchorOf(scope, items));
    return forms.map((form, at) => ({ ...form, root, anchor: anchors[at] as Element, anchors }));
  });
  const found = candidates.slice(0, MOST_NAMED);
  const elements = found.flatMap(({ items }) => looksNeeded(items, names).map(({ element }) => element));
  const seen = seenAmong(elements, 'field', roots);
  const labels = formLabels(found.map(({ scope }) => scope));
  return found.map(({ root, scope, items, anchor, anchors, translated }, index) => {
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
      translated,
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

function searchTrees(roots: readonly Root[], names: readonly DetailName[]): Search {
  return { roots, forms: findForms(roots, names), choosing: roots.some(showsConnectorList) };
}

/**
 * Looks for linking forms in the document and its open shadow roots; only where they hold none, in closed ones too.
 *
 * @param names the values whose fields are looked at; others count as hidden, as a look costs more than the search
 */
export function searchForms(
  document: Document,
  { closedRoot }: SearchAccess,
  names: readonly DetailName[] = DETAIL_NAMES,
): Search {
  const open = searchTrees(openRoots(document), names);
  if (!closedRoot || open.forms.length > 0 || open.choosing) return open;
  return searchTrees(openRoots(document, closedRoot), names);
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
    forms: forms.map(({ index, connector, label, fields, points, translated }) => ({
      index,
      connector,
      label,
      fields,
      points,
      translated,
    })),
    choosing,
    frameOrigins: frameOrigins(roots),
  };
}
