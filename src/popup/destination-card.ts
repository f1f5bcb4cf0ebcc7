/** Where the values would go, and whether they may. */

import type { AccountValues } from '../dagster/account';
import type { FormSearch, FoundForm } from '../hub/choose-form';
import { DETAIL_NAMES, type LinkDetails } from '../link-details';
import type { FillJob } from '../messages';
import { describeFieldState } from '../outcome';
import { listOf, type Translate } from '../words';
import { describeMissing, missingDetails } from './details-card';
import type { Destination } from './facts';
import type { RadioChoice } from './radio-choice';

export interface DestinationCard {
  readonly heading: string;
  readonly note: string | null;
  readonly formChoice: RadioChoice | null;
  /** "Fill linking form"; null where there is no form to fill. */
  readonly fill: FillButton | null;
  /** "Fill this form anyway", for a form that does not say whose it is. */
  readonly anyway: FillButton | null;
  /** Origins of frames that may be asked for. */
  readonly allow: readonly string[];
  /** What is missing before access may be asked for, since the fill follows at once; null when nothing is. */
  readonly allowWhy: string | null;
  readonly tabId: number;
}

export interface FillButton {
  /** Null while something is missing; `why` says what. */
  readonly job: FillJob | null;
  readonly why: string | null;
}

export interface DestinationInput {
  readonly destination: Destination;
  /** The values as far as they are known; null when no account is offered. */
  readonly values: AccountValues | null;
  readonly details: LinkDetails | null;
  /** Several Dagster+ tabs could give the values, and none is chosen yet. */
  readonly tabUndecided: boolean;
  readonly chosenForm: string | undefined;
  /** Origins that the person refused in this popup: not asked for again. */
  readonly refusedOrigins: readonly string[];
}

/** Names a form for as long as the popup is open. */
const formKey = ({ frameId, form }: FoundForm): string => `${frameId}/${form.index}`;

export function destinationCard(input: DestinationInput, t: Translate): DestinationCard {
  const { search, tabId } = input.destination;
  const empty = { note: null, formChoice: null, fill: null, anyway: null, allow: [], allowWhy: null, tabId };
  switch (search.kind) {
    case 'found':
      return { ...empty, ...foundCard(search.found, input, t) };
    case 'several':
      return { ...empty, ...severalCard(search.found, input, t) };
    case 'other-connector':
      return { ...empty, heading: t('other_connector', search.name), note: t('other_connector_note') };
    case 'choosing':
      return { ...empty, heading: t('hub_on', search.origin), note: t('choose_connector') };
    case 'not-fillable':
      return { ...empty, heading: t('form_on', search.origin), note: t('why_not_fillable') };
    case 'sealed-frame':
      return {
        ...empty,
        heading: t(search.holdsForm ? 'form_in_frame' : 'no_form'),
        note: t('why_sealed_frame'),
      };
    case 'unreached':
      return { ...empty, ...unreachedCard(search.origins, input, t) };
    case 'none':
      return { ...empty, heading: t('no_form'), note: t('no_form_note') };
  }
}

function foundCard(found: FoundForm, input: DestinationInput, t: Translate) {
  const { connector } = found.form;
  const button = fillButton(found, input, t);
  if (connector.kind === 'dagster') return { heading: t('dagster_form_on', found.origin), fill: button };
  return {
    heading: t('unknown_form_on', found.origin),
    note: connector.name ? t('unknown_connector', connector.name) : t('unknown_connector_unnamed'),
    anyway: button,
  };
}

function severalCard(all: readonly FoundForm[], input: DestinationInput, t: Translate) {
  const chosen = all.find((found) => formKey(found) === input.chosenForm);
  const formChoice: RadioChoice = {
    legend: t('which_form'),
    options: all.map((found) => ({ value: formKey(found), label: formLabel(found, t) })),
    chosen: chosen ? formKey(chosen) : null,
  };
  if (chosen) return { ...foundCard(chosen, input, t), formChoice };
  return { heading: t('several_forms'), formChoice, fill: { job: null, why: t('choose_form_first') } };
}

function unreachedCard(origins: readonly string[], input: DestinationInput, t: Translate) {
  const { refusedOrigins, details } = input;
  const allow = origins.filter((origin) => !refusedOrigins.includes(origin));
  const note = allow.length > 0 ? t('unreached_note') : t('access_refused', listOf(origins, t));
  const allowWhy = details ? null : whyIncomplete(input, t);
  return { heading: t('no_form'), note, allow, allowWhy };
}

const formLabel = ({ form, origin }: FoundForm, t: Translate): string =>
  form.label ? t('form_label', form.label, origin) : t('form_number', String(form.index + 1), origin);

function fillButton(found: FoundForm, input: DestinationInput, t: Translate): FillButton {
  const unfit = DETAIL_NAMES.find((name) => !FILLABLE.has(found.form.fields[name]));
  if (unfit) return { job: null, why: describeFieldState(unfit, found.form.fields[unfit], t) };
  if (!input.details) return { job: null, why: whyIncomplete(input, t) };
  return { job: jobOf(found, input.destination, input.details), why: null };
}

function whyIncomplete({ tabUndecided, values }: DestinationInput, t: Translate): string {
  return tabUndecided ? t('choose_tab_first') : describeMissing(missingDetails(values), t);
}

const FILLABLE = new Set(['ready', 'dropdown', 'redacted']);

function jobOf(found: FoundForm, { tabId, inFront }: Destination, details: LinkDetails): FillJob {
  const { connector, index } = found.form;
  return {
    tabId,
    frameId: found.frameId,
    bringToFront: !inFront,
    request: {
      details,
      origin: found.origin,
      form: { index, connectorName: connector.name },
      allowUnknownConnector: connector.kind === 'unknown',
    },
  };
}

/** Whether a search found a form that could be filled at all: what makes another tab worth offering. */
export const holdsDagsterForm = (search: FormSearch): boolean =>
  (search.kind === 'found' && search.found.form.connector.kind === 'dagster') ||
  (search.kind === 'several' && search.found.some(({ form }) => form.connector.kind === 'dagster'));
