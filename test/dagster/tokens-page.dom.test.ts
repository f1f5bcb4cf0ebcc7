import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { cleanText } from '../../src/dagster/token';
import { findOnPage } from '../../src/dagster/tokens-page';
import { cases } from '../fuzz';

const ADDRESS = 'https://acme.dagster.cloud/prod/org-settings/tokens';
const HEX = '0afb128e57084fce8fd15c62d75e4bd6';

afterEach(() => document.body.replaceChildren());

/** Pieces from which a careless reader would join a token. */
const piece = fc.oneof(
  fc.constantFrom(
    'user:',
    'user',
    ':',
    HEX,
    HEX.slice(0, 16),
    HEX.slice(16),
    `user:${HEX.slice(0, 31)}`,
    '6',
    'Apr 3, 2026',
    'cafe',
    `user:${HEX}`,
    `user:${HEX} `,
    `user:${HEX}Apr`,
  ),
  fc.stringMatching(/^[0-9a-f]{1,32}$/),
);
const page = fc.array(
  fc.record({
    element: fc.constantFrom('span', 'td', 'div', 'button', 'input', 'textarea'),
    place: fc.constantFrom('text', 'two texts', 'title', 'data-value', 'value', 'shadow'),
    pieces: fc.tuple(piece, piece),
    nested: fc.boolean(),
  }),
  { maxLength: 12 },
);

it('no token is ever made up by joining pieces: each one taken stands whole in one node', () => {
  fc.assert(
    fc.property(page, (parts) => {
      const whole = new Set<string>();
      const root = document.createElement('div');
      let parent: Element = root;
      for (const { element: name, place, pieces, nested } of parts) {
        const element = document.createElement(name);
        const texts = place === 'two texts' ? pieces : [pieces[0]];
        for (const text of texts) whole.add(cleanText(text));
        if (place === 'title' || place === 'data-value') element.setAttribute(place, pieces[0]);
        else if (place === 'value' && 'value' in element) element.value = pieces[0];
        else if (place === 'shadow' && (name === 'span' || name === 'div'))
          element.attachShadow({ mode: 'open' }).append(...texts);
        else element.append(...texts);
        // What a text area shows is its value, however many text nodes it was made from.
        if (element instanceof HTMLTextAreaElement) whole.add(cleanText(element.value));
        parent.append(element);
        parent = nested ? element : root;
      }
      document.body.replaceChildren(root);
      for (const { value } of findOnPage(document, ADDRESS).reading.tokens) expect(whole).toContain(value);
    }),
    cases(500),
  );
});

it('a token that stands whole is found wherever it stands', () => {
  document.body.innerHTML = `<main><p>user:${HEX}</p></main>`;
  expect(findOnPage(document, ADDRESS).reading.tokens.map(({ value }) => value)).toEqual([`user:${HEX}`]);
});

it('a token in the description of another one is told masked, and so is one in the organization’s name', () => {
  const [other, third] = [`user:${'1'.repeat(32)}`, `user:${'2'.repeat(32)}`];
  document.body.innerHTML = `<main><p>Organization: ${third}</p><table>
    <tr><td>Successor of ${other}</td><td>Apr 3, 2026</td><td>user:${HEX}</td></tr></table></main>`;
  const { tokens, organizationName } = findOnPage(document, ADDRESS).reading;
  expect(tokens.map(({ value, description }) => [value, description])).toEqual([
    [`user:${HEX}`, 'Successor of …'],
  ]);
  expect(organizationName).not.toContain('2222');
});

it('no token is taken when the address is not that of a Tokens page', () => {
  document.body.innerHTML = `<main><p>user:${HEX}</p><p>agent:acme:${HEX}</p></main>`;
  for (const path of ['/prod/overview', '/prod/org-settings/users', '/prod/org-settings/tokens/x']) {
    const reading = findOnPage(document, `https://acme.dagster.cloud${path}`).reading;
    expect(reading, path).toMatchObject({ tokens: [], refused: [] });
  }
});

it('what somebody searches for is not the user whose tokens are listed', () => {
  document.body.innerHTML = `<h2>Manage tokens for your account</h2><input value="laptop"><p>user:${HEX}</p>`;
  expect(findOnPage(document, ADDRESS).reading).toMatchObject({
    otherUser: false,
    tokens: [{ unusual: false }],
  });
});

it('the elements of the controls are those to press', () => {
  document.body.innerHTML = `<section><h2>Tokens</h2><button id="create"><svg></svg> Create user token</button>
    <button hidden>Reveal token</button><div id="reveal" role="button"><span>Reveal token</span></div></section>`;
  const { elements } = findOnPage(document, ADDRESS);
  expect([...elements].map(([name, { id }]) => [name, id])).toEqual([
    ['create-user-token', 'create'],
    ['reveal-token', 'reveal'],
  ]);
});
