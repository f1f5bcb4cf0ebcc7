/** The moments at which a person can meet the Hub, and what is said then, as data. */
import { translate as t } from '../translate';

const STACKONE = 'https://app.stackone.com';

const ALL = 'User Token, Organization slug and Deployment';
const ALL_FILLED = t('filled', ALL);

interface Moment {
  /** What has happened, as the beginning of a sentence. */
  readonly moment: string;
  /** The popup's words: its status after a press, or its text where there is nothing to press. */
  readonly says: string;
}

export const MOMENTS = {
  listOpen: { moment: 'The list of connectors is open', says: t('choose_connector') },
  chosen: { moment: 'Dagster was chosen from the list', says: ALL_FILLED },
  notYetThere: { moment: 'The form is not on the page yet', says: t('no_form') },
  late: { moment: 'The form was added since', says: ALL_FILLED },
  rebuilt: { moment: 'The form was rebuilt while the popup was open', says: ALL_FILLED },
  gone: { moment: 'The form went away while the popup was open', says: t('not_filled', t('why_no_form')) },
  anotherConnector: {
    moment: 'Another connector was chosen while the popup was open',
    says: t('not_filled', t('why_form_changed')),
  },
  anotherOrigin: {
    moment: 'The tab went to StackOne while the popup was open',
    says: t('not_filled', t('why_other_origin', STACKONE)),
  },
  foreignOrigin: {
    moment: 'The tab went to a page of any other origin while the popup was open',
    says: t('not_filled', t('why_form_changed')),
  },
  refusedConnect: { moment: 'Connect was refused, which empties the form', says: ALL_FILLED },
  edit: {
    moment: 'The account is linked already and its token stored',
    says: `${ALL_FILLED} ${t('edit_pressed', 'User Token')}`,
  },
  noSuchOption: {
    moment: 'Deployment is a dropdown without the value',
    says: t(
      'partly_filled',
      'User Token and Organization slug',
      t('field_no_option', 'Deployment', 'staging and dev'),
    ),
  },
  refusedValue: {
    moment: 'The form finds fault with a value',
    says: t(
      'partly_filled',
      'User Token and Deployment',
      t('field_refused_because', 'Organization slug', 'Letters, digits and hyphens only'),
    ),
  },
  unknown: { moment: 'Nothing says whose form it is', says: t('unknown_connector', 'Pipelines') },
  unknownAnyway: { moment: 'The person pressed “Fill this form anyway” there', says: ALL_FILLED },
  unknownUnnamed: { moment: 'The form has a key but no name', says: t('unknown_connector', 'conn_91bc') },
} as const satisfies Record<string, Moment>;

/** What happens when the command is given instead of opening the popup; each sentence is the button's tooltip, too. */
export const COMMAND_MOMENTS = {
  filled: { moment: 'One Dagster form, details at hand', says: ALL_FILLED },
  noDetails: { moment: 'No details at hand', says: t('not_filled', t('why_no_details')) },
  noForm: { moment: 'No linking form', says: t('not_filled', t('why_no_form')) },
  listOpen: { moment: 'The list of connectors is open', says: t('not_filled', t('choose_connector')) },
  other: {
    moment: 'The form of another connector',
    says: t('not_filled', t('other_connector', 'Astronomer')),
  },
  unknown: { moment: 'An unknown connector', says: t('not_filled', t('why_unknown_connector')) },
  several: { moment: 'Two Dagster forms', says: t('not_filled', t('why_several_forms')) },
  withheld: {
    moment: 'A frame of an origin that is withheld',
    says: t('not_filled', t('why_frame_withheld', 'https://forms.vendor.example')),
  },
  partly: { moment: 'A dropdown without the value', says: MOMENTS.noSuchOption.says },
} as const satisfies Record<string, Moment>;
