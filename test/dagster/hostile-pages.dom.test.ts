/** Pages that name their fields, nest their elements and write their code so that whoever looks at them fails or hangs. */
import { afterEach, describe, expect, test } from 'vitest';
import { findOnPage } from '../../src/dagster/tokens-page';
import { DOM_NAMES } from '../page/dom-names';
import { nested, nestedRoots } from '../page/nested';
import { openPage } from './open-page';

const ADDRESS = 'https://acme.dagster.cloud/prod/org-settings/tokens';
const TOKEN = 'user:0afb128e57084fce8fd15c62d75e4bd6';
const OTHER = 'user:7c31e0d94b2f4a6e9d0815fb62aa3c47';

const LIST = `<h2>Manage tokens for your account</h2><button>Create user token</button>
  <table><tr><td>Laptop</td><td><span>${TOKEN}</span></td><td>Apr 3, 2026</td></tr></table>
  <h3>Revoked tokens</h3><table><tr><td>Old</td><td>${OTHER}</td><td>Feb 1, 2026</td></tr></table>`;

const READ = {
  tokens: [{ value: TOKEN, unusual: false, description: 'Laptop', created: 'Apr 3, 2026' }],
  refused: ['revoked'],
  otherUser: false,
  controls: ['create-user-token'],
};

afterEach(() => document.body.replaceChildren());

describe('A page is read as it is', () => {
  test('in a form whose fields have the names of everything that a form has', async () => {
    const fields = DOM_NAMES.map((name) => `<input type="hidden" name="${name}">`).join('');
    const page = await openPage(`<form id="f">${fields}${LIST}</form>`);
    expect(findOnPage(page, ADDRESS).reading).toMatchObject(READ);
  });

  test('in a form that outputs elsewhere on the page have named', async () => {
    const outputs = DOM_NAMES.map((name) => `<output name="${name}" form="f"></output>`).join('');
    const page = await openPage(`<form id="f"><div>${LIST}</div></form>${outputs}`);
    expect(findOnPage(page, ADDRESS).reading).toMatchObject(READ);
  });

  test('in a document whose pictures have the names of everything that a document has', async () => {
    const pictures = DOM_NAMES.map((name) => `<img name="${name}" hidden>`).join('');
    const page = await openPage(`<main>${LIST}</main>${pictures}`);
    expect(findOnPage(page, ADDRESS).reading).toMatchObject(READ);
  });

  test('in elements whose properties throw', async () => {
    const script = `
      class Throwing extends HTMLElement {}
      for (const name of ${JSON.stringify(DOM_NAMES)})
        Object.defineProperty(Throwing.prototype, name, { get() { throw new Error(name + ' was read.'); } });
      customElements.define('throwing-element', Throwing);`;
    const page = await openPage(`<script>${script}</script><throwing-element>${LIST}</throwing-element>`);
    expect(() => page.querySelector('throwing-element')?.localName).toThrow('localName was read.');
    expect(findOnPage(page, ADDRESS).reading).toMatchObject(READ);
  });
});

const list = (): Element => {
  const main = document.createElement('main');
  main.innerHTML = LIST;
  return main;
};

describe('A reading ends', () => {
  test('where 100,000 elements are nested, and takes nothing from there', () => {
    const deep = nested(100_000, document.createTextNode(OTHER));
    deep.hidden = true;
    document.body.append(list(), deep);
    expect(findOnPage(document, ADDRESS).reading).toMatchObject(READ);
    deep.remove();
  });

  test('where labels stand in 20,000 elements that are nested', () => {
    const outer = document.createElement('div');
    outer.hidden = true;
    let at: HTMLElement = outer;
    for (let level = 0; level < 20_000; level++) {
      const inner = document.createElement('div');
      inner.title = 'Reveal token';
      at.append('Reveal token', inner);
      at = inner;
    }
    document.body.append(outer, list());
    expect(findOnPage(document, ADDRESS).reading).toMatchObject(READ);
    outer.remove();
  });

  test('where 5,000 shadow roots are nested', () => {
    const outer = nestedRoots(5_000, OTHER);
    outer.hidden = true;
    document.body.append(list(), outer);
    expect(findOnPage(document, ADDRESS).reading).toMatchObject(READ);
  });

  test('where 20,000 labels each say something else', () => {
    const labels = Array.from(
      { length: 20_000 },
      (_, at) =>
        `<p>Manage tokens for Bob ${at}</p><h4>Revoked tokens ${at}</h4><i>Organization: Acme ${at}</i><b title="Tokens ${at}">Agent tokens ${at}</b>`,
    );
    document.body.innerHTML = `<div>${labels.join('')}</div>`;
    expect(findOnPage(document, ADDRESS).reading.tokens).toEqual([]);
  });

  test('where 20,000 tokens are revealed, and names no more than 50', () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, at) => `<li>Job ${at} <b>user:${at.toString(16).padStart(32, '0')}</b> <i>Apr 3, 2026</i></li>`,
    );
    document.body.innerHTML = `<ul>${rows.join('')}</ul>`;
    const { tokens } = findOnPage(document, ADDRESS).reading;
    expect(tokens).toHaveLength(50);
    expect(tokens[49]?.description).toBe('Job 49');
  });

  test('where 20,000 tokens are shortened, each beside its whole', () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => {
      const token = `user:${at.toString(16).padStart(8, '0').repeat(4)}`;
      return `<li>Job ${at} <b title="${token}">${token.slice(0, 13)}…${token.slice(-4)}</b></li>`;
    });
    document.body.innerHTML = `<ul>${rows.join('')}</ul>`;
    expect(findOnPage(document, ADDRESS).reading.tokens).toHaveLength(50);
  });
});

describe('What is told of a page', () => {
  test('is short, shows no token and turns no text around, wherever it stands', async () => {
    const page = await openPage(`<div>Organization: Acme\u202e${'x'.repeat(30)} ${'word '.repeat(3)}</div>
      <table><tr><td>key of CI \u202e${OTHER} \u0007${'and more '.repeat(40)}</td><td>${TOKEN}</td><td>Apr\u202e 3, 2026</td></tr></table>`);
    const { tokens, organizationName } = findOnPage(page, ADDRESS).reading;
    expect(tokens.map(({ value }) => value)).toEqual([TOKEN]);
    const told = [organizationName, ...tokens.flatMap(({ description, created }) => [description, created])];
    for (const text of told) {
      expect(text).not.toMatch(/\p{C}/u);
      expect(Array.from(text).length).toBeLessThanOrEqual(80);
      expect(text).not.toContain(OTHER.slice(5));
    }
    expect(tokens[0]?.description).toMatch(/^key of CI … and more/);
  });

  test('is an address without a path where that is longer than any of Dagster+', () => {
    const { address } = findOnPage(document, `https://acme.dagster.cloud/${'a/'.repeat(5_000)}`).reading;
    expect(address).toBe('https://acme.dagster.cloud/');
  });
});
