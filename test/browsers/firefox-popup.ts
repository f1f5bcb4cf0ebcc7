/** The popup's document, in the panel that hangs on Firefox's toolbar button. */
import { pressKeys } from './firefox-keys';
import type { FirefoxSession } from './firefox-session';
import { besideDocument, ownWorld, POPUP_BROWSER } from './firefox-window';
import { keyStroke } from './keys';
import type { PopupDriver } from './popup';

/** While the popup opens, a question may get lost: ask again soon. */
const OPENING_ANSWER_LIMIT_MS = 1_000;

/** The id of the open popup's document; null while no popup is open. */
export const POPUP_ID = `return ${POPUP_BROWSER}?.browsingContext?.id ?? null;`;

export async function firefoxPopupDriver(session: FirefoxSession): Promise<PopupDriver> {
  const id = await session.inWindow(POPUP_ID);
  return {
    evaluate: (expression) => session.inWindow(besideDocument(POPUP_BROWSER, ownWorld(expression))),
    isOpen: async () => (await session.inWindow(POPUP_ID)) === id,
    pressMouse: async ({ x, y }) => {
      await session.inWindow(besideDocument(POPUP_BROWSER, pressAt(x, y)));
    },
    pressKey: async (stroke) => {
      // Escape closes the panel, which is the window's business; all other keys are the document's.
      if (stroke === 'Escape') await session.commandsInWindow((send) => pressKeys(send, stroke));
      else await session.inWindow(besideDocument(POPUP_BROWSER, pressInDocument(stroke)));
    },
    setColorScheme: async (scheme) => {
      await session.inWindow(
        `${POPUP_BROWSER}.browsingContext.prefersColorSchemeOverride = args[0];`,
        scheme,
      );
    },
    screenshot: async () => Buffer.from(await session.inWindow<string>(SNAPSHOT), 'base64'),
  };
}

/** Whether the popup's document has loaded in the process where it will stay. */
export const popupHasLoaded = (session: FirefoxSession): Promise<boolean> =>
  session.inWindow(
    besideDocument(
      POPUP_BROWSER,
      `return content.location.protocol === 'moz-extension:' && content.document.readyState === 'complete';`,
      OPENING_ANSWER_LIMIT_MS,
    ),
  );

/**
 * The events of a mouse press, handled by the popup's process as if they came from the system: trusted. Firefox 140 has
 * the same function under another name.
 */
const pressAt = (x: number, y: number): string => `
  const inputSource = content.MouseEvent.MOZ_SOURCE_MOUSE;
  const asFromSystem = { isDOMEventSynthesized: false, isWidgetEventSynthesized: false };
  const send = content.synthesizeMouseEvent
    ? (type, clickCount, buttons) => content.synthesizeMouseEvent(
        type, ${x}, ${y}, { button: 0, clickCount, buttons, inputSource }, asFromSystem)
    : (type, clickCount, buttons) => content.windowUtils.sendMouseEvent(
        type, ${x}, ${y}, 0, clickCount, 0, false, 0, inputSource, false, false, buttons);
  send('mousemove', 0, 0);
  send('mousedown', 1, 1);
  send('mouseup', 1, 0);`;

/** The events of a key press, handled before the answer comes back; sent through the window they would come later. */
function pressInDocument(stroke: string): string {
  const { modifiers, key } = keyStroke(stroke);
  const keys = [...modifiers, key].map(({ key, code, keyCode }) => ({ key, code, keyCode }));
  return `
    const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
    if (!keyboard.beginInputTransactionForTests(content)) throw new Error('Another input is going on.');
    const keys = ${JSON.stringify(keys)}.map((key) => new content.KeyboardEvent('', key));
    for (const key of keys) keyboard.keydown(key);
    for (const key of keys.reverse()) keyboard.keyup(key);`;
}

const SNAPSHOT = `
  const browser = ${POPUP_BROWSER};
  const image = await browser.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  return bytes.toBase64();`;
