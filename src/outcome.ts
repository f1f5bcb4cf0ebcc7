/** What is said about a fill: the same sentence in the popup's status and on the toolbar button. */
import type { FieldOutcome, FieldState, FillOutcome, NotFilledReason } from './hub/report';
import { DETAIL_NAMES, type DetailName } from './link-details';
import { detailWord, listOf, quoted, type Translate } from './words';

/** Whether all three fields hold the person's values now, read back from the form. */
export function isVerified(outcome: FillOutcome): boolean {
  return outcome.kind === 'written' && DETAIL_NAMES.every((name) => holdsValue(outcome.fields[name]));
}

/** @returns one sentence: "Filled …", "Partly filled: …" or "Not filled: …". */
export function describeOutcome(outcome: FillOutcome, t: Translate): string {
  if (outcome.kind === 'not-filled') return t('not_filled', describeReason(outcome, t));
  const edited =
    outcome.editPressed.length > 0 ? ` ${t('edit_pressed', labels(outcome.editPressed, t))}` : '';
  return describeFields(outcome.fields, t) + edited;
}

function describeFields(fields: Readonly<Record<DetailName, FieldOutcome>>, t: Translate): string {
  const good = DETAIL_NAMES.filter((name) => holdsValue(fields[name]));
  const wrong = DETAIL_NAMES.filter((name) => !holdsValue(fields[name]));
  if (wrong.length === 0) return t('filled', labels(good, t));
  const why = wrong.map((name) => describeField(name, fields[name], t)).join(' ');
  return good.length === 0 ? t('not_filled', why) : t('partly_filled', labels(good, t), why);
}

function describeField(name: DetailName, outcome: FieldOutcome, t: Translate): string {
  const label = detailWord(name, t);
  if (outcome.result === 'hidden') return t('field_hidden', label);
  const choices = outcome.result === 'no-option' ? listOf(outcome.options.map(quoted), t) : '';
  if (choices) return t('field_no_option', label, choices);
  const error = outcome.result === 'refused' ? outcome.error : '';
  return error ? t('field_refused_because', label, quoted(error)) : t('field_refused', label);
}

function describeReason(outcome: NotFilledReason, t: Translate): string {
  switch (outcome.reason) {
    case 'no-form':
      return t('why_no_form');
    case 'connector-not-chosen':
      return t('choose_connector');
    case 'other-connector':
      return t('other_connector', quoted(outcome.name));
    case 'unknown-connector':
      return t('why_unknown_connector');
    case 'labels-translated':
      return t('why_labels_translated');
    case 'several-forms':
      return t('why_several_forms');
    case 'field':
      return describeFieldState(outcome.field, outcome.state, t);
    case 'not-fillable':
      return t('why_not_fillable');
    case 'sealed-frame':
      return t('why_sealed_frame');
    case 'frame-hidden':
      return t('why_frame_hidden', outcome.origin);
    case 'embedding-unconfirmed':
      return t('why_embedding_unconfirmed', outcome.origin, listOf(outcome.pages, t));
    case 'too-late':
      return t('why_too_late');
    case 'page-busy':
      return t('why_page_busy');
    case 'other-origin':
      return t('why_other_origin', outcome.origin);
    case 'form-changed':
      return t('why_form_changed');
    case 'frame-withheld':
      return t('why_frame_withheld', outcome.origin);
    case 'policy-form':
      return t('why_policy_form', outcome.origin);
    case 'policy-organization':
      return t('why_policy_organization', outcome.organization);
    case 'no-details':
      return t('why_no_details');
    case 'choice-needed':
      return t('why_choose_first');
  }
}

/** Why a form whose field is in this state is not filled. */
export function describeFieldState(name: DetailName, state: FieldState, t: Translate): string {
  const label = detailWord(name, t);
  switch (state) {
    case 'missing':
      return t('field_missing', label);
    case 'twice':
      return t('field_twice', label);
    case 'hidden':
      return t('field_hidden', label);
    default:
      return t('field_locked', label);
  }
}

const holdsValue = (outcome: FieldOutcome): boolean =>
  outcome.result === 'filled' || outcome.result === 'kept';

const labels = (names: readonly DetailName[], t: Translate): string =>
  listOf(
    names.map((name) => detailWord(name, t)),
    t,
  );
