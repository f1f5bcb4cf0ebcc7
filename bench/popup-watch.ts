/** Takes the times of a popup while it opens, from another page of the same extension: nothing is attached to it. */
import type { Tab, TestBrowser } from '../test/browsers/browser';

/** Milliseconds since the press of the toolbar button. */
export interface PopupTimes {
  readonly firstPaint: number;
  /** The values and the button that fills are drawn. */
  readonly shown: number;
  /** …and a press of it counts. */
  readonly counts: number;
}

type Epochs = Record<keyof PopupTimes, number>;

/** Where the page that looks keeps what it has seen. */
interface WatchingWindow extends Window {
  popupTimes?: Promise<Epochs>;
}

/** Runs in a page of the extension; the one-line popup has nothing to fill, so its paint is all there is. */
function watch(fills: boolean): void {
  const epoch = (view: Window, time: number): number => view.performance.timeOrigin + time;
  /** Firefox lets timers of a tab in the back run once in a second only; an answer of the browser comes at once. */
  const moment = () => chrome.runtime.getPlatformInfo();
  async function opened(): Promise<Window> {
    for (;;) {
      const [view] = chrome.extension.getViews({ type: 'popup' });
      if (view?.document.body && view.location.protocol !== 'about:') return view;
      await moment();
    }
  }
  async function painted(view: Window): Promise<number> {
    for (;;) {
      const [entry] = view.performance.getEntriesByName('first-contentful-paint');
      if (entry) return epoch(view, entry.startTime);
      await moment();
    }
  }
  const button = (view: Window): Element | undefined =>
    [...view.document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Fill linking form',
    );
  /** At the drawing of the next frame after the condition came true. */
  const drawn = (view: Window, isTrue: () => boolean): Promise<number> =>
    new Promise((resolve) => {
      const look = () => {
        if (!isTrue()) return false;
        observer.disconnect();
        view.requestAnimationFrame((time) => resolve(epoch(view, time)));
        return true;
      };
      const observer = new MutationObserver(look);
      if (!look())
        observer.observe(view.document, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        });
    });
  (window as WatchingWindow).popupTimes = opened().then(async (view) => {
    const paint = painted(view);
    if (!fills) return { firstPaint: await paint, shown: await paint, counts: await paint };
    const shown = drawn(view, () => Boolean(button(view)));
    const counts = drawn(view, () => button(view)?.hasAttribute('aria-disabled') === false);
    return { firstPaint: await paint, shown: await shown, counts: await counts };
  });
}

/** Presses the toolbar button over a tab and closes the popup again. @param fills whether it will offer to fill */
export async function timePopup(browser: TestBrowser, tab: Tab, fills: boolean): Promise<PopupTimes> {
  await tab.bringToFront();
  await browser.inExtension(watch, fills);
  const pressed = performance.timeOrigin + performance.now();
  await browser.pressToolbarButtonOnly(tab);
  const seen = await browser.inExtension(() => (window as WatchingWindow).popupTimes as Promise<Epochs>);
  const popup = await browser.popupThatOpens();
  await popup.close();
  return {
    firstPaint: seen.firstPaint - pressed,
    shown: seen.shown - pressed,
    counts: seen.counts - pressed,
  };
}
