/** A look at a document and a fill of what it showed, as the popup and the background do it one after the other. */
import { fillForm } from '../../src/hub/fill';
import { reportDocument } from '../../src/hub/linking-form';
import { createLooks } from '../../src/hub/looks';
import type { DocumentReport, FillOutcome, FillRequest } from '../../src/hub/report';
import type { ClosedRoot } from '../../src/page/trees';
import { DETAILS } from './cases';

const looks = createLooks();

export const look = (page = document, closedRoot?: ClosedRoot): DocumentReport =>
  reportDocument(page, { looks, closedRoot });

/** The request for the form at a position of a report; for the Dagster form where it lists none. */
export function requestFor({ look, forms, origin }: DocumentReport, index = 0): FillRequest {
  const { label = '', connector = { kind: 'dagster', name: 'Dagster' } } = forms[index] ?? {};
  return {
    details: DETAILS,
    origin,
    form: { look, index, label, connector, count: Math.max(forms.length, 1) },
    allowUnknownConnector: false,
    startBefore: Date.now() + 60_000,
  };
}

export const fillAsShown = (
  request: FillRequest,
  page = document,
  closedRoot?: ClosedRoot,
): Promise<FillOutcome> => fillForm(page, request, { looks, closedRoot });

/** Looks, and fills the form at a position. */
export const lookAndFill = (changes: Partial<FillRequest> = {}, index = 0): Promise<FillOutcome> =>
  fillAsShown({ ...requestFor(look(), index), ...changes });
