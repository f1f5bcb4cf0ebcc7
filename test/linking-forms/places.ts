/** Every place where a person can meet the linking form, and what happens there, as data. */
import { listOf, type MessageKey } from '../../src/words';
import type { HubPage } from '../sites/hub-page';
import { translate as t } from '../translate';

export interface PlaceCase {
  /** What a person meets, as the end of "The form is …". */
  readonly place: string;
  /** The lowest layer that can prove it: a document alone, or a browser with the extension. */
  readonly provenBy: 'document' | 'browser';
  readonly page: HubPage;
  /** A part of the address of the frame with the form; missing where the form is in the page itself. */
  readonly frame?: string;
  /** What the popup calls the destination. */
  readonly heading: string;
  readonly happens:
    | 'filled'
    /** The person says which form, and it is filled. */
    | { readonly asksWhich: readonly string[] }
    /** The person agrees to the pages around the form once in a session, and it is filled. */
    | 'filled-inside'
    /** The person allows access to this origin, and it is filled. */
    | { readonly asksAccessTo: string }
    /** Nothing is written; the popup says why. */
    | { readonly refusedBecause: MessageKey };
}

const CUSTOMER = 'https://portal.customer.example';
const STACKONE = 'https://app.stackone.com';
const VENDOR = 'https://forms.vendor.example';

const dagsterFormOn = (origin: string): string => t('dagster_form_on', origin);

export const PLACE_CASES: readonly PlaceCase[] = [
  {
    place: 'on the page of an Auth Link',
    provenBy: 'browser',
    page: { place: 'auth-link' },
    heading: dagsterFormOn(STACKONE),
    happens: 'filled',
  },
  {
    place: "on StackOne's Accounts page",
    provenBy: 'document',
    page: { place: 'accounts' },
    heading: dagsterFormOn(STACKONE),
    happens: 'filled',
  },
  {
    place: "on a customer's page",
    provenBy: 'document',
    page: {},
    heading: dagsterFormOn(CUSTOMER),
    happens: 'filled',
  },
  {
    place: 'in open shadow roots, one in the other',
    provenBy: 'document',
    page: { layout: 'nested-shadow-roots' },
    heading: dagsterFormOn(CUSTOMER),
    happens: 'filled',
  },
  {
    place: 'in a closed shadow root',
    provenBy: 'browser',
    page: { layout: 'closed-shadow-root' },
    heading: dagsterFormOn(CUSTOMER),
    happens: 'filled',
  },
  {
    place: 'beside the form of another connector',
    provenBy: 'document',
    page: { layout: 'two-hubs', second: 'astronomer' },
    heading: dagsterFormOn(CUSTOMER),
    happens: 'filled',
  },
  {
    place: 'beside another Dagster form',
    provenBy: 'browser',
    page: { layout: 'two-hubs', second: 'dagster' },
    heading: t('several_forms'),
    happens: {
      asksWhich: [`First account on ${CUSTOMER}`, `Second account on ${CUSTOMER}`],
    },
  },
  {
    place: "beside the page's own fields “Token”, “User Token” and “Deployment”",
    provenBy: 'document',
    page: { layout: 'own-inputs' },
    heading: dagsterFormOn(CUSTOMER),
    happens: 'filled',
  },
  {
    place: 'on a page with a strict Content-Security-Policy and Trusted Types',
    provenBy: 'browser',
    page: { layout: 'strict-csp' },
    heading: dagsterFormOn(CUSTOMER),
    happens: 'filled',
  },
  {
    place: 'added to the page late',
    provenBy: 'document',
    page: { layout: 'late' },
    heading: dagsterFormOn(CUSTOMER),
    happens: 'filled',
  },
  {
    place: 'on a page of 90,000 elements',
    provenBy: 'document',
    page: { layout: 'large-page' },
    heading: dagsterFormOn(CUSTOMER),
    happens: 'filled',
  },
  {
    place: 'on localhost without https',
    provenBy: 'browser',
    page: { place: 'localhost' },
    heading: 'Dagster form on http://localhost',
    happens: 'filled',
  },
  {
    place: 'on another page without https',
    provenBy: 'browser',
    page: { place: 'insecure' },
    heading: t('form_on', 'http://insecure.example'),
    happens: { refusedBecause: 'why_not_fillable' },
  },
  {
    place: 'in a frame of the same origin',
    provenBy: 'browser',
    page: { layout: 'same-origin-frame' },
    frame: '/settings/integrations?',
    heading: dagsterFormOn(CUSTOMER),
    happens: 'filled',
  },
  {
    place: 'in a frame of StackOne (the legacy Hub)',
    provenBy: 'browser',
    page: { layout: 'stackone-frame' },
    frame: STACKONE,
    heading: t('dagster_form_inside', STACKONE, CUSTOMER),
    happens: 'filled-inside',
  },
  {
    place: 'in a frame of StackOne in a frame of another origin',
    provenBy: 'browser',
    page: { layout: 'frame-in-frame' },
    frame: STACKONE,
    heading: t('dagster_form_inside', STACKONE, listOf([VENDOR, CUSTOMER], t)),
    happens: 'filled-inside',
  },
  {
    place: 'in a frame of another origin',
    provenBy: 'browser',
    page: { layout: 'vendor-frame' },
    frame: VENDOR,
    heading: t('no_form'),
    happens: { asksAccessTo: VENDOR },
  },
  {
    place: 'in a frame of another origin in a shadow root',
    provenBy: 'browser',
    page: { layout: 'frame-in-shadow-root' },
    frame: VENDOR,
    heading: t('no_form'),
    happens: { asksAccessTo: VENDOR },
  },
  {
    place: 'in a frame of another origin that was added late',
    provenBy: 'browser',
    page: { layout: 'late-frame' },
    frame: VENDOR,
    heading: t('no_form'),
    happens: { asksAccessTo: VENDOR },
  },
  {
    place: 'in a sandboxed frame',
    provenBy: 'browser',
    page: { layout: 'sandboxed-frame' },
    frame: '/settings/integrations?',
    heading: t('no_form'),
    happens: { refusedBecause: 'why_sealed_frame' },
  },
  {
    place: 'in a frame whose document is in its `srcdoc`',
    provenBy: 'browser',
    page: { layout: 'srcdoc-frame' },
    frame: 'about:srcdoc',
    heading: t('form_in_frame'),
    happens: { refusedBecause: 'why_sealed_frame' },
  },
];
