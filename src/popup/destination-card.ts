/** Where the values would go, and whether they may. */
import { isFillable } from '../hub/report';
import { DETAIL_NAMES } from '../link-details';
import { describeFieldState } from '../outcome';
import { isFormAllowed, type Policy } from '../policy';
import type { Selection } from '../selection';
import { type Embedding, isSameEmbedding } from '../session/confirmed-pages';
import type { Destination, FormSearch } from '../tabs/choose-form';
import { detailWord, listOf, quoted, type Translate } from '../words';
import { describeMissing, missingDetails } from './details-card';
import { type RadioChoice, withoutTwins } from './radio-choice';

export interface DestinationCard {
  readonly heading: string;
  readonly note: string | null;
  readonly formChoice: RadioChoice | null;
  /** What would go where in a form whose labels are in another language: ours, and the page's own words. */
  readonly mapping: readonly { readonly value: string; readonly field: string }[];
  /** The main action; null where there is no form to fill. */
  readonly fill: FillButton | null;
  /** Origins of frames that may be asked for. */
  readonly allow: readonly string[];
  /** What is missing before access may be asked for, since the fill follows at once; null when nothing is. */
  readonly allowWhy: string | null;
}

export interface FillButton {
  readonly destination: Destination | null;
  readonly kind:
    | 'fill'
    /** The form stands in a page of another origin that the person has not agreed to yet. */
    | 'inside'
    /** The form does not say whose it is. */
    | 'anyway'
    /** The labels of the form are in another language: the card says what would go where. */
    | 'translated';
  /** What is missing; null when it can be pressed. */
  readonly why: string | null;
}

export interface DestinationInput {
  readonly search: FormSearch;
  readonly selection: Selection;
  /** What is shown may change in a moment: tabs have not answered yet. */
  readonly asking: boolean;
  readonly confirmed: readonly Embedding[];
  readonly chosenForm: string | undefined;
  /** Origins that the person refused in this popup: not asked for again. */
  readonly refusedOrigins: readonly string[];
  readonly policy: Policy;
}

/** Names a form for as long as the popup is open. */
const formKey = ({ tab, frameId, look, form }: Destination): string =>
  `${tab.tabId}/${frameId}/${look}/${form.index}`;

export function destinationCard(input: DestinationInput, t: Translate): DestinationCard {
  const { search } = input;
  const empty = { note: null, formChoice: null, mapping: [], fill: null, allow: [], allowWhy: null };
  switch (search.kind) {
    case 'found':
      return { ...empty, ...foundCard(search.found, input, t) };
    case 'several':
      return { ...empty, ...severalCard(search.found, input, t) };
    case 'hidden-frame':
      return { ...empty, heading: t('form_on', search.origin), note: t('why_frame_hidden', search.origin) };
    case 'other-connector':
      return {
        ...empty,
        heading: t('other_connector', quoted(search.name)),
        note: t('other_connector_note'),
      };
    case 'choosing':
      return { ...empty, heading: t('hub_on', search.origin), note: t('choose_connector') };
    case 'not-fillable':
      return { ...empty, heading: t('form_on', search.origin), note: t('why_not_fillable') };
    case 'busy':
      return { ...empty, heading: t('page_busy', search.origin), note: t('page_busy_note') };
    case 'sealed-frame':
      return {
        ...empty,
        heading: t(search.holdsForm ? 'form_in_frame' : 'no_form'),
        note: t('why_sealed_frame'),
      };
    case 'unreached':
      return { ...empty, ...unreachedCard(search.origins, search.page, input, t) };
    case 'none':
      return { ...empty, heading: t('no_form'), note: t('no_form_note') };
  }
}

type Parts = Partial<DestinationCard> & Pick<DestinationCard, 'heading'>;

function foundCard(found: Destination, input: DestinationInput, t: Translate): Parts {
  if (!isFormAllowed(input.policy, found.origin))
    return { heading: t('form_on', found.origin), note: t('why_policy_form', found.origin) };
  const { name } = found.form.connector;
  const fill = fillButton(found, input, t);
  if (fill.kind === 'translated') {
    const words = found.form.translated;
    const mapping = DETAIL_NAMES.map((one) => ({ value: detailWord(one, t), field: words?.[one] ?? '' }));
    return { heading: dagsterForm(found, t), note: t('labels_translated'), mapping, fill };
  }
  if (fill.kind !== 'anyway') return { heading: dagsterForm(found, t), fill };
  return {
    heading: unknownForm(found, t),
    note: name ? t('unknown_connector', quoted(name)) : t('unknown_connector_unnamed'),
    fill,
  };
}

/** A form in a page of another origin is named with both: the page decides what is drawn around it. */
const dagsterForm = ({ origin, pages }: Destination, t: Translate): string =>
  pages.length > 0 ? t('dagster_form_inside', origin, listOf(pages, t)) : t('dagster_form_on', origin);

const unknownForm = ({ origin, pages }: Destination, t: Translate): string =>
  pages.length > 0 ? t('unknown_form_inside', origin, listOf(pages, t)) : t('unknown_form_on', origin);

function severalCard(all: readonly Destination[], input: DestinationInput, t: Translate): Parts {
  const chosen = all.find((found) => formKey(found) === input.chosenForm);
  const label = new Set(all.map(({ tab }) => tab.tabId)).size > 1 ? labelWithTab : labelOnPage;
  const formChoice: RadioChoice = {
    legend: t('which_form'),
    options: withoutTwins(all.map((found) => ({ value: formKey(found), label: label(found, t) }))),
    chosen: chosen ? formKey(chosen) : null,
  };
  if (chosen) return { ...foundCard(chosen, input, t), formChoice };
  const fill: FillButton = { destination: null, kind: 'fill', why: t('choose_form_first') };
  return { heading: t('several_forms'), formChoice, fill };
}

const labelOnPage = ({ form, origin }: Destination, t: Translate): string =>
  form.label ? t('form_label', quoted(form.label), origin) : t('form_number', String(form.index + 1), origin);

const labelWithTab = ({ tab: { title, address }, form: { label } }: Destination): string =>
  [title, address, label].filter(Boolean).map(quoted).join(' · ');

function unreachedCard(
  origins: readonly string[],
  page: string,
  input: DestinationInput,
  t: Translate,
): Parts {
  const permitted = origins.filter((origin) => isFormAllowed(input.policy, origin));
  if (permitted.length === 0)
    return { heading: t('no_form'), note: t('why_policy_form', listOf(origins, t)) };
  const allow = permitted.filter((origin) => !input.refusedOrigins.includes(origin));
  const note = allow.length > 0 ? t('unreached_note', page) : t('access_refused', listOf(permitted, t));
  return { heading: t('no_form'), note, allow, allowWhy: whyIncomplete(input, t) };
}

function fillButton(found: Destination, input: DestinationInput, t: Translate): FillButton {
  const { fields } = found.form;
  const kind = kindOf(found, input);
  const unfit = DETAIL_NAMES.find((name) => !isFillable(fields[name]));
  const why = unfit ? describeFieldState(unfit, fields[unfit], t) : whyIncomplete(input, t);
  return { destination: why === null ? found : null, kind, why };
}

function kindOf(found: Destination, input: DestinationInput): FillButton['kind'] {
  if (found.form.connector.kind === 'unknown') return 'anyway';
  if (found.form.translated) return 'translated';
  return isConfirmed(found, input) ? 'fill' : 'inside';
}

const isConfirmed = ({ origin, pages }: Destination, { confirmed }: DestinationInput): boolean =>
  pages.length === 0 || confirmed.some((one) => isSameEmbedding(one, { form: origin, pages }));

/** What of the values is missing; null when nothing is. */
function whyIncomplete({ selection, asking }: DestinationInput, t: Translate): string | null {
  if (selection.details && !asking) return null;
  if (asking) return t('still_asking');
  return selection.undecided === 'tab'
    ? t('choose_tab_first')
    : describeMissing(missingDetails(selection.values), t);
}
