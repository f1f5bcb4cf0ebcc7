import { afterEach, describe, expect, test } from 'vitest';
import { createReadable } from '../../src/dagster/readable';
import { isReadable, READABLE, secretIn, styled, UNREADABLE } from './readable-texts';

afterEach(() => {
  document.documentElement.removeAttribute('style');
  document.body.removeAttribute('style');
  document.body.replaceChildren();
  scrollTo(0, 0);
});

describe('a text cannot be read that', () => {
  test.each(UNREADABLE)('%s', (_, html) => expect(isReadable(html)).toBe(false));

  test('is behind the opaque backdrop of a dialog', () => {
    document.body.innerHTML =
      '<style>dialog::backdrop { background: #eee }</style><p>secret</p><dialog>Sure?</dialog>';
    document.querySelector('dialog')?.showModal();
    expect(createReadable()(secretIn(document.body) as Text)).toBe(false);
  });

  test('is nested deeper than any page is', () => {
    document.body.innerHTML = '<p>secret</p>';
    const text = secretIn(document.body) as Text;
    let inner = document.body.firstElementChild as Element;
    for (let level = 0; level < 2_000; level++) inner = inner.appendChild(document.createElement('b'));
    inner.append(text);
    expect(createReadable()(text)).toBe(false);
  });
});

describe('a text can be read that', () => {
  test.each(READABLE)('%s', (_, html) => expect(isReadable(html)).toBe(true));

  test('is behind the usual backdrop of a dialog', () => {
    document.body.innerHTML = '<p>secret</p><dialog>Sure?</dialog>';
    document.querySelector('dialog')?.showModal();
    expect(createReadable()(secretIn(document.body) as Text)).toBe(true);
  });

  test('is white on the canvas of a dark page', () => {
    document.documentElement.style.colorScheme = 'dark';
    expect(isReadable(styled('color: white'))).toBe(true);
    expect(isReadable(styled('color: rgb(20 20 20)'))).toBe(false);
  });
});

test.each([
  ['', true],
  ['opacity: 0', false],
  ['position: fixed; left: -9999px', false],
  ['color: transparent', false],
  ['-webkit-text-security: disc', false],
])('what stands in a field with the style “%s” can be read: %s', (css, readable) => {
  document.body.innerHTML = `<input style="${css}" value="secret">`;
  expect(createReadable()(document.querySelector('input') as Element)).toBe(readable);
});

test('of very many texts each is answered, and what covers one of them far away in the list does not count', () => {
  document.body.innerHTML = `<ul>${'<li>secret</li>'.repeat(5_000)}</ul>`;
  const readable = createReadable();
  const texts = Array.from(document.querySelectorAll('li'), (item) => item.firstChild as Text);
  expect(texts.filter((_, at) => at % 100 === 0).every(readable)).toBe(true);
});
