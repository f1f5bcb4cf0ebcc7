/** Looks into closed shadow roots, which browsers let content scripts do, each in its own way. */

/** Which package this is: a constant of the build (`vite.config.ts`), so each has the way of its browser only. */
declare const BUILT_FOR: 'chrome' | 'firefox';

/** Firefox gives content scripts a property instead of Chrome's function. Over that of a form lies a field of the same name. */
type FirefoxElement = Element & { readonly openOrClosedShadowRoot?: unknown };

/**
 * The shadow root of an element, open or closed, or null.
 *
 * Chrome: https://developer.chrome.com/docs/extensions/reference/api/dom. Firefox:
 * https://developer.mozilla.org/docs/Web/API/Element/openOrClosedShadowRoot.
 */
export function closedRoot(element: Element): ShadowRoot | null {
  if (!(element instanceof HTMLElement)) return null;
  if (BUILT_FOR === 'firefox') {
    const root = (element as FirefoxElement).openOrClosedShadowRoot;
    return root instanceof ShadowRoot ? root : null;
  }
  return chrome.dom.openOrClosedShadowRoot(element);
}
