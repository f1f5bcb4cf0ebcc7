/**
 * Runs in a page with a linking form, put there by `scripting.executeScript({ files })` at the press and not before.
 * It leaves two functions in the extension's own world and does nothing by itself: no listener, observer or timer.
 */
import { fillForm } from '../hub/fill';
import { reportDocument } from '../hub/linking-form';
import type { DocumentReport, FillOutcome, FillRequest } from '../hub/report';
import { closedRoot } from './closed-root';

declare global {
  /** Present in a page once this script was injected there. Injected again, it is replaced by its equal. */
  var linkingForm:
    | {
        report(): DocumentReport;
        fill(request: FillRequest): Promise<FillOutcome>;
      }
    | undefined;
}

globalThis.linkingForm = {
  report: () => reportDocument(document, closedRoot),
  fill: (request) => fillForm(document, request, closedRoot),
};
