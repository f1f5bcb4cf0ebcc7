/// <reference types="chrome" />
/** The way into closed shadow roots, which browsers offer to content scripts only. */
import type { ClosedRoot } from '../page/trees';

/** Firefox gives content scripts a property instead of Chrome's function. */
type FirefoxElement = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

export const closedRoot: ClosedRoot = (element) => {
  if (!(element instanceof HTMLElement)) return null;
  if (typeof chrome !== 'undefined' && chrome.dom) return chrome.dom.openOrClosedShadowRoot(element);
  return (element as FirefoxElement).openOrClosedShadowRoot ?? null;
};
