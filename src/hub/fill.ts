/**
 * Filling the linking form: decide again, write, read back. Connect is never pressed.
 *
 * The gate stands here, inside the page and at the moment of writing, because the page can have changed since the
 * person was shown what it holds.
 */
import { DETAIL_NAMES, type DetailName } from '../link-details';
import type { ClosedRoot } from '../page/trees';
import { chooseOption } from './dropdown';
import {
  type DropdownControl,
  editButton,
  type FoundForm,
  searchForms,
  type TextControl,
} from './linking-form';
import { placeOf } from './place';
import { readBack, shownValue } from './read-back';
import type { FieldOutcome, FieldState, FillOutcome, FillRequest, NotFilledReason } from './report';
import { settled, waitFor } from './settle';
import { writeValue } from './write-value';

/** How long a pressed Edit may take to bring its input, in milliseconds. */
const EDIT_LIMIT_MS = 1_000;

/** How often values that a rebuilt form has lost are written again. */
const ATTEMPTS = 3;

type Gate = { readonly form: FoundForm } | ({ readonly form?: undefined } & NotFilledReason);

function findRequested(document: Document, request: FillRequest, closedRoot?: ClosedRoot): Gate {
  const { origin, fillable } = placeOf(document);
  if (!fillable) return { reason: 'not-fillable' };
  if (origin !== request.origin) return { reason: 'other-origin', origin };
  const { forms, choosing } = searchForms(document, closedRoot);
  if (forms.length === 0) return { reason: choosing ? 'connector-not-chosen' : 'no-form' };
  const form = forms[request.form.index];
  if (form?.connector.name !== request.form.connectorName) return { reason: 'form-changed' };
  const { kind, name } = form.connector;
  if (kind === 'other') return { reason: 'other-connector', name };
  if (kind === 'unknown' && !request.allowUnknownConnector) return { reason: 'unknown-connector', name };
  return { form };
}

/** The form that may be written to now, or why there is none. */
function gate(document: Document, request: FillRequest, closedRoot?: ClosedRoot): Gate {
  const requested = findRequested(document, request, closedRoot);
  if (!requested.form) return requested;
  const { fields } = requested.form;
  const wrong = DETAIL_NAMES.find((name) => !['ready', 'dropdown', 'redacted'].includes(fields[name]));
  return wrong === undefined ? requested : { reason: 'field', field: wrong, state: fields[wrong] };
}

const namesIn = (form: FoundForm, ...states: string[]): DetailName[] =>
  DETAIL_NAMES.filter((name) => states.includes(form.fields[name]));

/**
 * Presses Edit of every masked secret and waits for the inputs they make room for. An Edit button that a render
 * replaced meanwhile is pressed again in its new form.
 */
async function openMasked(form: FoundForm, lookAgain: () => Gate): Promise<Gate> {
  const pressed = new Set<Element>();
  const press = (masked: FoundForm): void => {
    for (const name of namesIn(masked, 'redacted')) {
      const control = masked.found[name].control;
      const button = control && editButton(control);
      if (!button || pressed.has(button)) continue;
      pressed.add(button);
      button.click();
    }
  };
  press(form);
  const opened = await waitFor(() => {
    const again = lookAgain();
    if (!again.form || namesIn(again.form, 'redacted').length === 0) return again;
    press(again.form);
    return undefined;
  }, EDIT_LIMIT_MS);
  return opened ?? { reason: 'field', field: namesIn(form, 'redacted')[0] ?? 'userToken', state: 'redacted' };
}

type Outcomes = Partial<Record<DetailName, FieldOutcome>>;

/** Writes the values of `names`: what can be typed at once and in one go, then the dropdowns, which take their time. */
async function write(form: FoundForm, request: FillRequest, names: readonly DetailName[]): Promise<Outcomes> {
  const outcomes: Outcomes = {};
  const wanted = (state: FieldState) => namesIn(form, state).filter((name) => names.includes(name));
  for (const name of wanted('ready')) {
    const value = request.details[name];
    outcomes[name] = { result: shownValue(form, name) === value ? 'kept' : 'filled' };
    writeValue(form.found[name].control?.element as TextControl, value);
  }
  for (const name of wanted('dropdown')) {
    const dropdown = form.found[name].control?.element as DropdownControl;
    outcomes[name] = await chooseOption(dropdown, request.details[name]);
  }
  return outcomes;
}

type Attempt =
  | { readonly outcomes: Outcomes; readonly editPressed: readonly DetailName[]; readonly refused?: undefined }
  | { readonly refused: NotFilledReason };

/** One round of gate, Edit, write and reading back, for the fields in `names`. */
async function attempt(
  document: Document,
  request: FillRequest,
  names: readonly DetailName[],
  closedRoot?: ClosedRoot,
): Promise<Attempt> {
  const look = (): Gate => gate(document, request, closedRoot);
  let now = look();
  const editPressed = now.form ? namesIn(now.form, 'redacted') : [];
  if (now.form && editPressed.length > 0) now = await openMasked(now.form, look);
  if (!now.form) return { refused: now };
  const written = await write(now.form, request, names);
  await settled();
  const after = findRequested(document, request, closedRoot);
  const outcomes = Object.fromEntries(
    Object.entries(written).map(([name, outcome]) => [
      name,
      readBack(after.form, name as DetailName, request.details[name as DetailName], outcome),
    ]),
  );
  return { outcomes, editPressed };
}

/** The fields that hold something else than was written although the form has nothing to say about it. */
const lostIn = (outcomes: Outcomes): DetailName[] =>
  DETAIL_NAMES.filter((name) => {
    const outcome = outcomes[name];
    return outcome?.result === 'refused' && outcome.error === '';
  });

/**
 * Writes the three values into the requested form and reads them back from the form found anew. Values that a form has
 * lost because it was rebuilt meanwhile are written again, up to {@link ATTEMPTS} times in all.
 *
 * Nothing is written when anything is wrong: another origin than the person was shown, a page that may not be filled,
 * another form or connector, a field that is missing, there twice, hidden or locked. An Edit button can have been
 * pressed by then.
 *
 * @param closedRoot see {@link searchForms}
 * @returns per field what became of it, or the one reason why nothing was written
 */
export async function fillForm(
  document: Document,
  request: FillRequest,
  closedRoot?: ClosedRoot,
): Promise<FillOutcome> {
  const fields: Record<DetailName, FieldOutcome> = {
    userToken: { result: 'refused', error: '' },
    organizationSlug: { result: 'refused', error: '' },
    deployment: { result: 'refused', error: '' },
  };
  const editPressed = new Set<DetailName>();
  for (let round = 0; round < ATTEMPTS && lostIn(fields).length > 0; round++) {
    const result = await attempt(document, request, lostIn(fields), closedRoot);
    if (result.refused && round === 0) return { kind: 'not-filled', ...result.refused };
    if (result.refused) break;
    Object.assign(fields, result.outcomes);
    for (const name of result.editPressed) editPressed.add(name);
  }
  return { kind: 'written', fields, editPressed: DETAIL_NAMES.filter((name) => editPressed.has(name)) };
}
