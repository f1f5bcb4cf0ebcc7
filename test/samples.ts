/** What tests of several rooms start from: one person's account, and one form in front of them. */
import { type OrganizationAddress, readAddress } from '../src/dagster/address';
import type { PageReading, RevealedToken } from '../src/dagster/page-reading';
import { pastedToken } from '../src/dagster/pasted-token';
import type { DocumentReport, FillOutcome, FillRequest, LinkingForm } from '../src/hub/report';
import type { LinkDetails } from '../src/link-details';
import type { ReadTab } from '../src/selection';
import type { HeldDetails } from '../src/session/held-details';
import type { KeptPasted } from '../src/session/pasted-values';
import type { Destination } from '../src/tabs/choose-form';
import type { LookedAtFrame } from '../src/tabs/linking-page';

export const HUB_ORIGIN = 'https://app.stackone.com';

export const USER_TOKEN = 'user:0afb128e57084fce8fd15c62d75e4bd6';
export const OTHER_USER_TOKEN = 'user:11111111111111111111111111111111';
export const UNUSUAL_USER_TOKEN = 'user:0afb128e-5708-4fce-8fd1-5c62d75e4bd6';

export const TOKENS_PAGE = 'https://acme.dagster.cloud/prod/org-settings/tokens';

export function organizationAddress(url = TOKENS_PAGE): OrganizationAddress {
  const address = readAddress(url);
  if (address.kind !== 'organization') throw new Error(`${url} is no page of an organization.`);
  return address;
}

export const revealed = (value = USER_TOKEN): RevealedToken => ({
  value,
  unusual: value === UNUSUAL_USER_TOKEN,
  description: 'StackOne integration',
  created: 'Apr 3, 2026',
});

export const pageReading = (
  values: readonly string[] = [USER_TOKEN],
  address = TOKENS_PAGE,
): PageReading => ({
  address,
  tokens: values.map(revealed),
  refused: [],
  otherUser: false,
  controls: [],
  organizationName: 'acme',
});

/** The answer of a Dagster+ tab that shows these tokens at this address. */
export const readTab = (tabId: number, values?: readonly string[], url = TOKENS_PAGE): ReadTab => ({
  kind: 'read',
  tabId,
  address: organizationAddress(url),
  reading: pageReading(values, url),
  container: null,
});

/** The three values of {@link readTab}. */
export const DETAILS: LinkDetails = { userToken: USER_TOKEN, organizationSlug: 'acme', deployment: 'prod' };

export const heldDetails = (changes: Partial<HeldDetails> = {}): HeldDetails => ({
  account: { address: organizationAddress(), token: revealed() },
  choices: {},
  until: Number.MAX_SAFE_INTEGER,
  ...changes,
});

/** What a person has pasted, as it is kept. */
export const pastedValues = (
  tokens: readonly string[] = [],
  address: OrganizationAddress | null = null,
): KeptPasted => ({
  tokens: tokens.map(pastedToken),
  address,
  choices: {},
  until: Number.MAX_SAFE_INTEGER,
});

export const linkingForm = (changes: Partial<LinkingForm> = {}): LinkingForm => ({
  index: 0,
  connector: { kind: 'dagster', name: 'Dagster' },
  label: '',
  fields: { userToken: 'ready', organizationSlug: 'ready', deployment: 'ready' },
  points: [{ x: 10, y: 20 }],
  translated: null,
  ...changes,
});

export const documentReport = (changes: Partial<DocumentReport> = {}): DocumentReport => ({
  look: 'look',
  document: 'document',
  origin: HUB_ORIGIN,
  fillable: true,
  path: [],
  ancestorOrigins: [],
  forms: [],
  choosing: false,
  frameOrigins: [],
  ...changes,
});

/** The one form of the page in front, as a search finds it. */
export const destination = (changes: Partial<Destination> = {}): Destination => ({
  tab: { tabId: 7, inFront: true, title: '', address: '' },
  page: { tabId: 7, document: 'document', origin: HUB_ORIGIN },
  frameId: 0,
  origin: HUB_ORIGIN,
  pages: [],
  look: 'look',
  count: 1,
  form: linkingForm(),
  ...changes,
});

/** A document of a tab, all of whose forms are seen. */
export function lookedAt(changes: Partial<LookedAtFrame> = {}): LookedAtFrame {
  const report = documentReport(changes);
  return { frameId: 0, pages: [], seen: report.forms.map(({ index }) => index), ...report, ...changes };
}

export const fillRequest = (changes: Partial<FillRequest> = {}): FillRequest => ({
  details: DETAILS,
  origin: HUB_ORIGIN,
  form: {
    look: 'look',
    index: 0,
    label: '',
    connector: { kind: 'dagster', name: 'Dagster' },
    count: 1,
    translated: null,
  },
  allowUnknownConnector: false,
  allowTranslated: false,
  startBefore: Number.MAX_SAFE_INTEGER,
  ...changes,
});

export const FILLED: FillOutcome = {
  kind: 'written',
  fields: {
    userToken: { result: 'filled' },
    organizationSlug: { result: 'kept' },
    deployment: { result: 'filled' },
  },
  editPressed: [],
};

export const PARTLY_FILLED: FillOutcome = {
  kind: 'written',
  fields: { ...FILLED.fields, deployment: { result: 'refused', error: 'Unknown deployment' } },
  editPressed: [],
};

export const REFUSED: FillOutcome = {
  kind: 'written',
  fields: {
    userToken: { result: 'refused', error: '' },
    organizationSlug: { result: 'refused', error: '' },
    deployment: { result: 'refused', error: '' },
  },
  editPressed: [],
};

export const FORM_GONE: FillOutcome = { kind: 'not-filled', reason: 'form-changed' };
