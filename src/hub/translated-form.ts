/**
 * A Dagster form whose labels are not those that we know, as after a browser has translated the page. The card says
 * whose form it is, and its three fields can be only these; which is which, the person confirms.
 */
import { DETAIL_NAMES, type DetailName } from '../link-details';
import { closest, type Root } from '../page/dom';
import { pageText } from '../page/text';
import { hasDagsterMark } from './connector';
import { controlBlock, controlWords } from './control-label';
import { isMasked } from './found-field';
import { fieldsIn, type Labelled, namesAmong, type Scope, type TextControl } from './labelled-controls';

/** What the page calls the field of each value. */
type FieldWords = Readonly<Record<DetailName, string>>;

export interface TranslatedForm {
  readonly scope: Scope;
  readonly items: readonly Labelled[];
  readonly translated: FieldWords;
}

/**
 * What the author of a connector calls a field in its `name`. It can speak against a field, and never decides alone:
 * nobody knows these keys.
 */
const KEYS: Readonly<Record<DetailName, RegExp>> = {
  userToken: /token|secret|api_?key/i,
  organizationSlug: /org|slug/i,
  deployment: /deploy/i,
};

const isSecret = (field: TextControl): boolean => field.type === 'password' || isMasked(field);

/**
 * The forms of a tree that are Dagster's by logo or guide and have exactly three text fields of which exactly one is a
 * secret, though not all labels are known. The Hub stands in a shadow root, so nothing else is looked at.
 *
 * @param labelled the controls of the tree whose labels are known
 */
export function translatedForms(
  root: Root,
  labelled: ReadonlyMap<Scope, readonly Labelled[]>,
): Map<Scope, TranslatedForm> {
  const forms = new Map<Scope, TranslatedForm>();
  if (!(root instanceof ShadowRoot)) return forms;
  for (const [scope, fields] of fieldsByForm(root)) {
    const known = labelled.get(scope) ?? [];
    if (fields.length !== DETAIL_NAMES.length || namesAmong(known) === DETAIL_NAMES.length) continue;
    const names = hasDagsterMark(scope) ? namesFor(fields, known) : null;
    const form = names && translatedForm(scope, fields, names);
    if (form) forms.set(scope, form);
  }
  return forms;
}

function fieldsByForm(root: ShadowRoot): Map<HTMLFormElement, TextControl[]> {
  const forms = new Map<HTMLFormElement, TextControl[]>();
  for (const field of fieldsIn(root)) {
    const form = closest(field, 'form') as HTMLFormElement | null;
    if (form) forms.set(form, [...(forms.get(form) ?? []), field as TextControl]);
  }
  // A native dropdown is no text field, and a form that has one is not of this kind.
  for (const [form, fields] of forms)
    if (fields.some((field) => field.localName === 'select')) forms.delete(form);
  return forms;
}

/** Which value goes into each field: the secret is the token, labels that are known count, the order of the Hub's form says the rest. */
function namesFor(fields: readonly TextControl[], known: readonly Labelled[]): DetailName[] | null {
  const [secret, ...otherSecrets] = fields.filter(isSecret);
  if (!secret || otherSecrets.length > 0 || namesAmong(known) !== known.length) return null;
  const nameOf = (field: TextControl) =>
    field === secret ? 'userToken' : known.find(({ element }) => element === field)?.name;
  const given = fields.map(nameOf);
  const left = DETAIL_NAMES.filter((name) => !given.includes(name));
  const names = given.map((name) => name ?? left.shift());
  const agrees = known.every(({ element, name }) => names[fields.indexOf(element as TextControl)] === name);
  return agrees && new Set(names).size === DETAIL_NAMES.length && !names.includes(undefined)
    ? (names as DetailName[])
    : null;
}

/** Null where a key speaks against a field, or the page has no words of its own for each. */
function translatedForm(
  scope: Scope,
  fields: readonly TextControl[],
  names: readonly DetailName[],
): TranslatedForm | null {
  const items = fields.map((element, at): Labelled => {
    const block = controlBlock(element, [fields[at - 1], fields[at + 1]]);
    return { name: names[at] as DetailName, element, block };
  });
  if (items.some(contradicted)) return null;
  const words = new Map(
    items.map(({ name, element, block }) => [name, pageText(controlWords(element, block))]),
  );
  const [userToken = '', organizationSlug = '', deployment = ''] = DETAIL_NAMES.map((name) =>
    words.get(name),
  );
  const told = new Set([userToken, organizationSlug, deployment]);
  if (told.has('') || told.size < DETAIL_NAMES.length) return null;
  return { scope, items, translated: { userToken, organizationSlug, deployment } };
}

const contradicted = ({ name, element }: Labelled): boolean =>
  !KEYS[name].test(element.name) &&
  DETAIL_NAMES.some((other) => other !== name && KEYS[other].test(element.name));
