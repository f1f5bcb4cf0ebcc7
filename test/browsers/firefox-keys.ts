import { keyStroke } from './keys';
import type { Marionette } from './marionette';

/** Presses and releases a key with its modifiers, as WebDriver actions in the current context. */
export async function pressKeys(send: Marionette['send'], stroke: string): Promise<void> {
  const { modifiers, key } = keyStroke(stroke);
  const values = [...modifiers, key].map(({ webdriver }) => webdriver);
  const down = values.map((value) => ({ type: 'keyDown', value }));
  const up = values.reverse().map((value) => ({ type: 'keyUp', value }));
  await send('WebDriver:PerformActions', {
    actions: [{ type: 'key', id: 'keys', actions: [...down, ...up] }],
  });
}
