/**
 * Filling the linking form: decide again, write, read back. Connect is never pressed.
 *
 * The gate stands here, inside the page and at the moment of writing, because the page can have changed since the
 * person was shown what it holds.
 */
import { DETAIL_NAMES, type DetailName } from '../link-details';
import { labelText } from './control-label';
import { chooseOption } from './dropdown';
import { editButton, type FoundForm, findForms, isChoosing, type TextControl } from './linking-form';
import { openRoots } from './open-roots';
import { placeOf } from './place';
import type { FieldOutcome, FillOutcome, FillRequest, NotFilledReason } from './report';
import { nextTurn, waitFor } from './settle';
import { writeValue } from './write-value';

/** How long a pressed Edit may take to bring its input, in milliseconds. */
const EDIT_LIMIT_MS = 1_000;

/**
 * Turns of the event loop after which the Hub has validated and rendered: its validation is a promise, and React
 * renders the result one or two messages later.
 */
const RENDER_TURNS = 8;

type ClosedRoot = (element: Element) => ShadowRoot | null;
type Gate = { readonly form: FoundForm } | ({ readonly form?: undefined } & NotFilledReason);

function findRequested(document: Document, request: FillRequest, closedRoot?: ClosedRoot): Gate {
  const { origin, fillable } = placeOf(document);
  if (!fillable) return { reason: 'not-fillable' };
  if (origin !== request.origin) return { reason: 'other-origin', origin };
  const roots = openRoots(document, closedRoot);
  const forms = findForms(roots);
  if (forms.length === 0) return { reason: isChoosing(roots) ? 'connector-not-chosen' : 'no-form' };
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

const shownValue = (form: FoundForm, name: DetailName): string =>
  (form.found[name].control?.element as TextControl | undefined)?.value ?? '';

/** Text that stands after a control and is no error of it. */
const NOT_AN_ERROR = 'button, svg, textarea, select, style, script';

/** The form's own words after a control: nothing stands there in any release but what is wrong with the value. */
function errorOf(form: FoundForm, name: DetailName): string {
  const control = form.found[name].control;
  if (!control) return '';
  const { element, block } = control;
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    const after = element.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (after && !text.parentElement?.closest(NOT_AN_ERROR)) texts.push(labelText(text).trim());
  }
  return [...new Set(texts.filter((text) => text !== ''))].join(' ');
}

function readBack(after: Gate, name: DetailName, value: string, before: string): FieldOutcome {
  if (!after.form) return { result: 'refused', error: '' };
  const error = errorOf(after.form, name);
  if (shownValue(after.form, name) !== value || error !== '') return { result: 'refused', error };
  return { result: before === value ? 'kept' : 'filled' };
}

async function rendered(): Promise<void> {
  for (let turn = 0; turn < RENDER_TURNS; turn++) await nextTurn();
}

/**
 * Writes the three values into the requested form and reads them back from the form found anew.
 *
 * Nothing is written when anything is wrong: another origin than the person was shown, a page that may not be filled,
 * another form or connector, a field that is missing, there twice, hidden or locked. An Edit button can have been
 * pressed by then.
 *
 * @param closedRoot see {@link openRoots}
 * @returns per field what became of it, or the one reason why nothing was written
 */
export async function fillForm(
  document: Document,
  request: FillRequest,
  closedRoot?: ClosedRoot,
): Promise<FillOutcome> {
  const look = (): Gate => gate(document, request, closedRoot);
  let now = look();
  const editPressed = now.form ? namesIn(now.form, 'redacted') : [];
  if (now.form && editPressed.length > 0) now = await openMasked(now.form, look);
  if (!now.form) return { ...now, kind: 'not-filled' } as FillOutcome;

  const { details } = request;
  const texts = namesIn(now.form, 'ready');
  const before = new Map(texts.map((name) => [name, shownValue(now.form as FoundForm, name)]));
  for (const name of texts) writeValue(now.form.found[name].control?.element as TextControl, details[name]);

  const chosen = new Map<DetailName, FieldOutcome>();
  for (const name of namesIn(now.form, 'dropdown')) {
    const element = now.form.found[name].control?.element as HTMLButtonElement;
    chosen.set(name, await chooseOption(element, details[name]));
  }

  await rendered();
  const after = findRequested(document, request, closedRoot);
  const outcome = (name: DetailName): FieldOutcome =>
    chosen.get(name) ?? readBack(after, name, details[name], before.get(name) ?? '');
  return {
    kind: 'written',
    fields: {
      userToken: outcome('userToken'),
      organizationSlug: outcome('organizationSlug'),
      deployment: outcome('deployment'),
    },
    editPressed,
  };
}
