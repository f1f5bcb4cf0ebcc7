import { expect, test } from 'vitest';
import { keyStroke } from './keys';

test('a stroke is a key with the modifiers that are held around it', () => {
  const { modifiers, modifierBits, key } = keyStroke('Control+Shift+a');
  expect(modifiers.map(({ key }) => key)).toEqual(['Control', 'Shift']);
  expect(modifierBits).toBe(2 + 8);
  expect(key).toMatchObject({ key: 'a', code: 'KeyA', keyCode: 65, text: 'a' });
});

test('keys can be named by what they write or by what they do', () => {
  expect(keyStroke('+').key.text).toBe('+');
  expect(keyStroke('Space').key).toMatchObject({ key: ' ', text: ' ' });
  expect(keyStroke('Escape').key).toMatchObject({ text: '', webdriver: '\uE00C' });
  expect(keyStroke('9').key).toMatchObject({ code: 'Digit9', keyCode: 57 });
});

test('a key that is not known is refused', () => {
  expect(() => keyStroke('Shift+Escpae')).toThrow('Unknown key: Escpae');
});
