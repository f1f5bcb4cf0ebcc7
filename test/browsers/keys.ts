/** Keys by the names that the DOM gives them (`KeyboardEvent.key`), and what each protocol wants to be told. */

interface Key {
  readonly key: string;
  readonly code: string;
  /** The Windows virtual key code, which Chrome's protocol needs. */
  readonly keyCode: number;
  /** What the key writes; empty when nothing. */
  readonly text: string;
  /** The code point that stands for the key in the WebDriver protocol. */
  readonly webdriver: string;
}

const NAMED_KEYS: readonly Key[] = [
  { key: 'Backspace', code: 'Backspace', keyCode: 8, text: '', webdriver: '\uE003' },
  { key: 'Tab', code: 'Tab', keyCode: 9, text: '', webdriver: '\uE004' },
  { key: 'Enter', code: 'Enter', keyCode: 13, text: '\r', webdriver: '\uE007' },
  { key: 'Shift', code: 'ShiftLeft', keyCode: 16, text: '', webdriver: '\uE008' },
  { key: 'Control', code: 'ControlLeft', keyCode: 17, text: '', webdriver: '\uE009' },
  { key: 'Alt', code: 'AltLeft', keyCode: 18, text: '', webdriver: '\uE00A' },
  { key: 'Escape', code: 'Escape', keyCode: 27, text: '', webdriver: '\uE00C' },
  { key: ' ', code: 'Space', keyCode: 32, text: ' ', webdriver: ' ' },
  { key: 'End', code: 'End', keyCode: 35, text: '', webdriver: '\uE010' },
  { key: 'Home', code: 'Home', keyCode: 36, text: '', webdriver: '\uE011' },
  { key: 'ArrowLeft', code: 'ArrowLeft', keyCode: 37, text: '', webdriver: '\uE012' },
  { key: 'ArrowUp', code: 'ArrowUp', keyCode: 38, text: '', webdriver: '\uE013' },
  { key: 'ArrowRight', code: 'ArrowRight', keyCode: 39, text: '', webdriver: '\uE014' },
  { key: 'ArrowDown', code: 'ArrowDown', keyCode: 40, text: '', webdriver: '\uE015' },
  { key: 'Delete', code: 'Delete', keyCode: 46, text: '', webdriver: '\uE017' },
];

/** Bits of the modifiers in Chrome's protocol. */
const MODIFIER_BITS: Readonly<Record<string, number>> = { Alt: 1, Control: 2, Shift: 8 };

export interface KeyStroke {
  /** Held down around the key, in this order. */
  readonly modifiers: readonly Key[];
  readonly modifierBits: number;
  readonly key: Key;
}

/** Reads `Enter`, `Space`, `a`, `Shift+Tab`, `Control+a`; throws on a key that is not in the table. */
export function keyStroke(stroke: string): KeyStroke {
  const names = stroke === '+' ? ['+'] : stroke.split('+');
  const keys = names.map(keyNamed);
  const modifiers = keys.slice(0, -1);
  const bits = modifiers.reduce((sum, { key }) => sum + (MODIFIER_BITS[key] ?? 0), 0);
  return { modifiers, modifierBits: bits, key: keys[keys.length - 1] as Key };
}

function keyNamed(name: string): Key {
  const known = NAMED_KEYS.find(({ key, code }) => key === name || code === name);
  if (known) return known;
  if ([...name].length !== 1) throw new Error(`Unknown key: ${name}`);
  const upper = name.toUpperCase();
  const code = /[A-Z]/.test(upper) ? `Key${upper}` : /[0-9]/.test(upper) ? `Digit${upper}` : '';
  return { key: name, code, keyCode: code ? upper.charCodeAt(0) : 0, text: name, webdriver: name };
}
