/**
 * Runs in a page with a linking form, put there by `scripting.executeScript({ files })` at the press and not before.
 * It leaves two functions in the extension's own world and does nothing by itself: no listener, observer or timer.
 */
import { fillForm } from '../hub/fill';
import { reportDocument } from '../hub/linking-form';
import type { DocumentReport, FillOutcome, FillRequest } from '../hub/report';

declare global {
  /** Present in a page once this script was injected there. Injected again, it is replaced by its equal. */
  var linkingForm:
    | {
        report(): DocumentReport;
        fill(request: FillRequest): Promise<FillOutcome>;
      }
    | undefined;
}

/** Firefox gives content scripts a property instead of Chrome's function. */
type FirefoxElement = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

const closedRoot = (element: Element): ShadowRoot | null => {
  if (!(element instanceof HTMLElement)) return null;
  if (typeof chrome !== 'undefined' && chrome.dom) return chrome.dom.openOrClosedShadowRoot(element);
  return (element as FirefoxElement).openOrClosedShadowRoot ?? null;
};

globalThis.linkingForm = {
  report: () => reportDocument(document, closedRoot),
  fill: (request) => fillForm(document, request, closedRoot),
};
