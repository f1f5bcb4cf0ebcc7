/** What tests of several rooms start from: one person's account, and one form in front of them. */
import { type OrganizationAddress, readAddress } from '../src/dagster/address';
import type { PageReading, RevealedToken } from '../src/dagster/page-reading';
import type { FrameReport } from '../src/hub/choose-form';
import type { DocumentReport, FillOutcome, LinkingForm } from '../src/hub/report';
import type { ReadTab } from '../src/offer';

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
});

export const linkingForm = (changes: Partial<LinkingForm> = {}): LinkingForm => ({
  index: 0,
  connector: { kind: 'dagster', name: 'Dagster' },
  label: '',
  fields: { userToken: 'ready', organizationSlug: 'ready', deployment: 'ready' },
  ...changes,
});

export const documentReport = (changes: Partial<DocumentReport> = {}): DocumentReport => ({
  origin: HUB_ORIGIN,
  fillable: true,
  top: true,
  forms: [],
  choosing: false,
  frameOrigins: [],
  ...changes,
});

export const frameReport = (changes: Partial<FrameReport> = {}): FrameReport => ({
  frameId: 0,
  ...documentReport(changes),
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
