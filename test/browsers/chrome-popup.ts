/** The popup's document, which Chrome shows as a target of its own. */
import type { CDPSession } from 'playwright';
import { attachToTarget, type TargetSession } from './cdp-target';
import { keyStroke } from './keys';
import type { PopupDriver } from './popup';

export async function chromePopupDriver(
  browser: CDPSession,
  targetId: string,
  isOpen: () => Promise<boolean>,
): Promise<PopupDriver> {
  const target = await attachToTarget(browser, targetId);
  return {
    evaluate: target.evaluate,
    isOpen,
    pressMouse: (point) => pressMouse(target, point),
    pressKey: (stroke) => pressKey(target, stroke),
    setColorScheme: async (scheme) => {
      const features = [{ name: 'prefers-color-scheme', value: scheme }];
      await target.send('Emulation.setEmulatedMedia', { features });
    },
    screenshot: async () => {
      const { data } = await target.send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
      return Buffer.from(data, 'base64');
    },
  };
}

async function pressMouse(target: TargetSession, point: { x: number; y: number }): Promise<void> {
  const left = { ...point, button: 'left', clickCount: 1 };
  await target.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...point });
  await target.send('Input.dispatchMouseEvent', { type: 'mousePressed', buttons: 1, ...left });
  await target.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...left });
}

const COMMANDS: Readonly<Record<string, string>> = { 'Control+a': 'selectAll', 'Control+v': 'paste' };

async function pressKey(target: TargetSession, stroke: string): Promise<void> {
  const { key, modifierBits: modifiers } = keyStroke(stroke);
  // With Control or Alt held, a key writes nothing.
  const writes = key.text !== '' && (modifiers === 0 || modifiers === 8);
  const event = {
    key: key.key,
    code: key.code,
    windowsVirtualKeyCode: key.keyCode,
    // Without it Chrome does not see Escape as the key that closes a popup.
    nativeVirtualKeyCode: key.keyCode,
    modifiers,
    // Editing shortcuts come from the platform, which a key event of the protocol does not pass.
    ...(COMMANDS[stroke] && { commands: [COMMANDS[stroke]] }),
  };
  const down = writes ? { type: 'keyDown', text: key.text } : { type: 'rawKeyDown' };
  await target.send('Input.dispatchKeyEvent', { ...event, ...down });
  await target.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp', commands: [] });
}
