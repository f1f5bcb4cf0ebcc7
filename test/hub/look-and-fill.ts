/** A look at a document and a fill of what it showed, as the popup and the background do it one after the other. */
import { fillForm } from '../../src/hub/fill';
import { createFinder } from '../../src/hub/find';
import type { LinkingFormFinder } from '../../src/hub/in-page';
import type { DocumentReport, FillOutcome, FillRequest } from '../../src/hub/report';
import { DETAILS } from './cases';

const finder = createFinder(document, {});

export const look = (): DocumentReport => finder.report();

/** The request for the form at a position of a report; for the Dagster form where it lists none. */
export function requestFor({ look, forms, origin }: DocumentReport, index = 0): FillRequest {
  const {
    label = '',
    connector = { kind: 'dagster', name: 'Dagster' },
    translated = null,
  } = forms[index] ?? {};
  return {
    details: DETAILS,
    origin,
    form: { look, index, label, connector, count: Math.max(forms.length, 1), translated },
    allowUnknownConnector: false,
    allowTranslated: false,
    startBefore: Date.now() + 60_000,
  };
}

export const fillAsShown = (request: FillRequest): Promise<FillOutcome> => fillForm(request, finder);

/** Looks, and fills the form at a position. */
export const lookAndFill = (
  changes: Partial<FillRequest> = {},
  index = 0,
  by: LinkingFormFinder = finder,
): Promise<FillOutcome> => fillForm({ ...requestFor(by.report(), index), ...changes }, by);
