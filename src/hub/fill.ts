/**
 * Filling the linking form: decide again, write, read back. Connect is never pressed.
 *
 * The gate stands here, inside the page and at the moment of writing, because the page can have changed since the
 * person was shown what it holds.
 */
import { DETAIL_NAMES, type DetailName } from '../link-details';
import { press } from '../page/press';
import { chooseOption } from './dropdown';
import type { LinkingFormFinder } from './in-page';
import type { DropdownControl, TextControl } from './labelled-controls';
import type { FoundForm } from './linking-form';
import { readBack, shownValue } from './read-back';
import {
  type FieldOutcome,
  type FieldState,
  type FillOutcome,
  type FillRequest,
  isFillable,
  type NotFilledReason,
} from './report';
import { settled, waitFor } from './settle';
import { shownForm } from './shown-form';
import { writeValue } from './write-value';

/** How long a pressed Edit may take to bring its input, in milliseconds. */
const EDIT_LIMIT_MS = 1_000;

/** How often values that a rebuilt form has lost are written again. */
const ATTEMPTS = 3;

/** What a fill asks about the page it is in, each time anew. */
export type FillAccess = Pick<LinkingFormFinder, 'looks' | 'context' | 'search' | 'isVisible'>;

type Gate = { readonly form: FoundForm } | ({ readonly form?: undefined } & NotFilledReason);

/** One fill of one document. */
interface Fill {
  readonly request: FillRequest;
  readonly access: FillAccess;
  /** Fields whose Edit button was pressed, and whose dropdown was: never a second time, whatever comes of it. */
  readonly edited: Set<DetailName>;
  readonly chosen: Set<DetailName>;
}

/** @param names the values whose fields are looked at */
function findRequested({ request, access }: Fill, names: readonly DetailName[]): Gate {
  const { origin, fillable } = access.context();
  if (!fillable) return { reason: 'not-fillable' };
  if (origin !== request.origin) return { reason: 'other-origin', origin };
  const { forms, choosing } = access.search(names);
  if (forms.length === 0) return { reason: choosing ? 'connector-not-chosen' : 'no-form' };
  const form = shownForm(access.looks, request.form, forms);
  if (!form) return { reason: 'form-changed' };
  const { kind, name } = form.connector;
  if (kind === 'other') return { reason: 'other-connector', name };
  if (kind === 'unknown' && !request.allowUnknownConnector) return { reason: 'unknown-connector', name };
  if (form.translated && !request.allowTranslated) return { reason: 'labels-translated' };
  return { form };
}

/** The form that may be written to now, or why there is none. */
function gate(fill: Fill): Gate {
  const requested = findRequested(fill, DETAIL_NAMES);
  if (!requested.form) return requested;
  const { fields } = requested.form;
  const wrong = DETAIL_NAMES.find((name) => !isFillable(fields[name]));
  return wrong === undefined ? requested : { reason: 'field', field: wrong, state: fields[wrong] };
}

const namesIn = (form: FoundForm, state: FieldState): DetailName[] =>
  DETAIL_NAMES.filter((name) => form.fields[name] === state);

/** Presses Edit of every masked secret and waits for the inputs they make room for. */
async function openMasked(fill: Fill, form: FoundForm): Promise<Gate> {
  const masked = namesIn(form, 'redacted');
  for (const name of masked) {
    const { editButton } = form.found[name].control ?? {};
    if (!editButton || fill.edited.has(name)) continue;
    fill.edited.add(name);
    press(editButton);
  }
  const opened = await waitFor(() => {
    const again = gate(fill);
    return isMasked(again) ? undefined : again;
  }, EDIT_LIMIT_MS);
  return opened ?? { reason: 'field', field: masked[0] ?? 'userToken', state: 'redacted' };
}

const isMasked = ({ form }: Gate): boolean => form !== undefined && namesIn(form, 'redacted').length > 0;

type Outcomes = Partial<Record<DetailName, FieldOutcome>>;

/** The form again, when this control is still the one for this value. */
function formWith(fill: Fill, name: DetailName, element: Element): FoundForm | undefined {
  const { form } = findRequested(fill, [name]);
  return form?.found[name].control?.element === element ? form : undefined;
}

/** Whether a control may be written to at this very moment: everything is decided again. */
function isStillFillable(fill: Fill, name: DetailName, element: Element): boolean {
  const form = formWith(fill, name, element);
  return form !== undefined && isFillable(form.fields[name]);
}

/** Writes the values of `names`: what can be typed at once and in one go, then the dropdowns, which take their time. */
async function write(fill: Fill, form: FoundForm, names: readonly DetailName[]): Promise<Outcomes> {
  const { details } = fill.request;
  const outcomes: Outcomes = {};
  const wanted = (state: FieldState) => namesIn(form, state).filter((name) => names.includes(name));
  for (const name of wanted('ready')) {
    const kept = shownValue(form, name) === details[name];
    const control = form.found[name].control?.element as TextControl;
    const written = writeValue(control, details[name], () => isStillFillable(fill, name, control));
    outcomes[name] = { result: !written ? 'hidden' : kept ? 'kept' : 'filled' };
  }
  for (const name of wanted('dropdown')) {
    if (fill.chosen.has(name)) continue;
    fill.chosen.add(name);
    const dropdown = form.found[name].control?.element as DropdownControl;
    outcomes[name] = await chooseOption(dropdown, details[name], {
      secret: details.userToken,
      mayOpen: () => isStillFillable(fill, name, dropdown),
      isVisible: fill.access.isVisible,
      mayChoose: () => formWith(fill, name, dropdown) !== undefined,
    });
  }
  return outcomes;
}

type Attempt =
  | { readonly outcomes: Outcomes; readonly refused?: undefined }
  | { readonly refused: NotFilledReason };

/** One round of gate, Edit, write and reading back, for the fields in `names`. */
async function attempt(fill: Fill, names: readonly DetailName[]): Promise<Attempt> {
  let now = gate(fill);
  if (isMasked(now)) {
    // A form that was mounted just before is still rebuilt, and what was pressed in the old one is lost.
    await settled();
    now = gate(fill);
  }
  if (now.form && isMasked(now)) now = await openMasked(fill, now.form);
  if (!now.form) return { refused: now };
  const written = await write(fill, now.form, names);
  await settled();
  const after = findRequested(fill, []);
  const { details } = fill.request;
  const secret = details.userToken;
  const outcomes: Outcomes = {};
  for (const name of names) {
    const outcome = written[name];
    if (outcome) outcomes[name] = readBack(after.form, name, { value: details[name], secret }, outcome);
  }
  return { outcomes };
}

/** The fields that hold something else than was written although the form has nothing to say about it. */
const lostIn = (outcomes: Outcomes): DetailName[] =>
  DETAIL_NAMES.filter((name) => {
    const outcome = outcomes[name];
    return outcome?.result === 'refused' && outcome.error === '';
  });

/**
 * Writes the three values into the requested form and reads them back from the form found anew. Values that a form has
 * lost because it was rebuilt meanwhile are written again, up to {@link ATTEMPTS} times in all; nothing is pressed again.
 *
 * Nothing is written when anything is wrong: too late, another origin than the person was shown, a page that may not be
 * filled, another form or connector, a field that is missing, there twice, hidden or locked. An Edit button can have
 * been pressed by then.
 *
 * @returns per field what became of it, or the one reason why nothing was written
 */
export async function fillForm(request: FillRequest, access: FillAccess): Promise<FillOutcome> {
  if (Date.now() >= request.startBefore) return { kind: 'not-filled', reason: 'too-late' };
  const fill: Fill = { request, access, edited: new Set(), chosen: new Set() };
  const fields: Record<DetailName, FieldOutcome> = {
    userToken: { result: 'refused', error: '' },
    organizationSlug: { result: 'refused', error: '' },
    deployment: { result: 'refused', error: '' },
  };
  for (let round = 0; round < ATTEMPTS && lostIn(fields).length > 0; round++) {
    const result = await attempt(fill, lostIn(fields));
    if (result.refused && round === 0) return { kind: 'not-filled', ...result.refused };
    if (result.refused) break;
    Object.assign(fields, result.outcomes);
  }
  return { kind: 'written', fields, editPressed: DETAIL_NAMES.filter((name) => fill.edited.has(name)) };
}
