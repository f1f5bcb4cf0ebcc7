/** What becomes of what a person pastes, drops or types into the popup: it never stands in the document. */
import { getByRole, queryByRole } from '@testing-library/dom';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import type { Action } from '../../src/popup/action';
import { drawPopup } from './popup-in-page';
import { type CaseName, stateOf } from './states';

const PASTED = 'user:c4ca4238a0b923820dcc509a6f75849b';
const ADDRESS = 'https://initech.dagster.cloud/prod';
const TOKEN_FIELD = 'Paste User Token';
const ADDRESS_FIELD = 'Paste Dagster+ address';

const field = (name: string) => getByRole<HTMLInputElement>(document.body, 'textbox', { name });
const deployment = () => getByRole<HTMLInputElement>(document.body, 'combobox', { name: 'Deployment' });

/** Where the text of a paste came to stand, if only for a moment. */
const seen: string[] = [];
let watching: MutationObserver;

/** Draws a case and watches the document from then on. */
function draw(name: CaseName): readonly Action[] {
  const { actions } = drawPopup(stateOf(name));
  watching.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  return actions;
}

function look(): void {
  if (new XMLSerializer().serializeToString(document).includes(PASTED.slice(5))) seen.push('document');
  for (const { value, id } of document.querySelectorAll('input')) if (value.includes(PASTED)) seen.push(id);
}

beforeAll(() => page.viewport(376, 1200));
beforeEach(() => {
  seen.length = 0;
  watching = new MutationObserver(look);
  document.addEventListener('input', look);
  document.addEventListener('selectionchange', look);
});
afterEach(() => {
  watching.disconnect();
  document.removeEventListener('input', look);
  document.removeEventListener('selectionchange', look);
});

/** Puts a text on the clipboard as a person does: out of a field, which is gone before the popup is drawn. */
async function copy(text: string): Promise<void> {
  const source = document.createElement('textarea');
  document.body.replaceChildren(source);
  source.value = text;
  source.select();
  await userEvent.copy();
  document.body.replaceChildren();
}

/** Drops a text, as the browser tells of it: with events of its own. */
async function drop(text: string, target: Element): Promise<void> {
  const { x, y } = target.getBoundingClientRect();
  const frame = window.frameElement?.getBoundingClientRect() ?? { x: 0, y: 0, width: innerWidth };
  const scale = frame.width / innerWidth;
  const at = { x: frame.x + (x + 5) * scale, y: frame.y + (y + 5) * scale };
  const items = [{ mimeType: 'text/plain', data: text }];
  const send = cdp().send.bind(cdp()) as (method: string, params: object) => Promise<unknown>;
  for (const type of ['dragEnter', 'dragOver', 'drop'])
    await send('Input.dispatchDragEvent', { type, ...at, data: { items, dragOperationsMask: 1 } });
}

/** The popup got the text, and the document never held it. */
function expectTaken(actions: readonly Action[], into: 'token' | 'address', text = PASTED): void {
  look();
  expect(actions).toEqual([{ type: 'paste', into, text }]);
  expect(seen).toEqual([]);
  for (const { type, value } of document.querySelectorAll('input'))
    if (type === 'text') expect(value).not.toContain(text);
}

describe('A real paste', () => {
  test('into the field for the token is taken before the field gets it', async () => {
    await copy(PASTED);
    const actions = draw('form-but-nothing-known');
    await userEvent.click(field(TOKEN_FIELD));
    await userEvent.paste();
    expectTaken(actions, 'token');
    expect(field(TOKEN_FIELD).value).toBe('');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(field(TOKEN_FIELD).value).toBe('');
  });

  test('into the field for the address is taken as an address', async () => {
    await copy(ADDRESS);
    const actions = draw('form-but-nothing-known');
    await userEvent.click(field(ADDRESS_FIELD));
    await userEvent.paste();
    expectTaken(actions, 'address', ADDRESS);
  });

  test.each(['held-and-form', 'form-but-nothing-known'] as const)(
    '%s: outside of a field is taken as a token',
    async (name) => {
      await copy(PASTED);
      const actions = draw(name);
      await userEvent.click(getByRole(document.body, 'heading', { level: 1 }));
      await userEvent.paste();
      expectTaken(actions, 'token');
    },
  );

  test('with a radio or a button in focus is taken as a token', async () => {
    await copy(PASTED);
    const actions = draw('several-tokens');
    getByRole(document.body, 'radio', { name: /Local CLI/ }).focus();
    await userEvent.paste();
    expectTaken(actions, 'token');
  });

  test('of a token into the field for the deployment is taken as a token', async () => {
    await copy(PASTED);
    const actions = draw('one-token');
    await userEvent.click(deployment());
    await userEvent.paste();
    expectTaken(actions, 'token');
    expect(deployment().value).toBe('prod');
  });

  test('of anything else into the field for the deployment is that field’s', async () => {
    await copy('staging');
    const actions = draw('deployment-emptied');
    await userEvent.click(deployment());
    await userEvent.paste();
    expect(actions).toEqual([{ type: 'decide', decision: { deploymentText: 'staging' } }]);
  });

  test('in the popup’s first moment is told, so that nothing is lost in silence', async () => {
    await copy(PASTED);
    const { actions } = drawPopup(stateOf('form-but-nothing-known', { activity: { armed: false } }));
    await userEvent.click(field(TOKEN_FIELD));
    await userEvent.paste();
    expectTaken(actions, 'token');
  });
});

describe('A real drop', () => {
  test.each([
    ['the field for the token', TOKEN_FIELD, 'token'],
    ['the field for the address', ADDRESS_FIELD, 'address'],
  ] as const)('on %s is taken before the field gets it', async (_, name, into) => {
    const actions = draw('form-but-nothing-known');
    await drop(PASTED, field(name));
    expectTaken(actions, into);
  });

  test('beside all fields is taken as a token', async () => {
    const actions = draw('held-and-form');
    await drop(PASTED, getByRole(document.body, 'heading', { level: 1 }));
    expectTaken(actions, 'token');
  });
});

describe('What is typed', () => {
  test('is taken when the token is whole, and the field is empty then', async () => {
    const actions = draw('form-but-nothing-known');
    await userEvent.click(field(TOKEN_FIELD));
    await userEvent.keyboard(PASTED.slice(0, -1));
    expect(actions).toEqual([]);
    await userEvent.keyboard(PASTED.slice(-1));
    expect(actions).toEqual([{ type: 'paste', into: 'token', text: PASTED }]);
    expect(field(TOKEN_FIELD).value).toBe('');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(field(TOKEN_FIELD).value).toBe('');
    expect(document.documentElement.outerHTML).not.toContain(PASTED.slice(5));
  });

  test('into the field for the token is hidden from eyes', () => {
    draw('form-but-nothing-known');
    const hidden = () => getComputedStyle(field(TOKEN_FIELD)).getPropertyValue('-webkit-text-security');
    field(TOKEN_FIELD).value = 'x';
    expect(hidden()).toBe('disc');
  });

  test.each([
    ['Enter', '{Enter}'],
    ['leaving the field', '{Tab}'],
  ])('and no whole token is taken with %s, and the field is empty then', async (_, key) => {
    const actions = draw('form-but-nothing-known');
    await userEvent.click(field(TOKEN_FIELD));
    await userEvent.keyboard(`hunter2${key}`);
    expect(actions).toEqual([{ type: 'paste', into: 'token', text: 'hunter2' }]);
    expect(field(TOKEN_FIELD).value).toBe('');
  });

  test('as an address is taken with Enter, as nobody knows before when it is whole', async () => {
    const actions = draw('form-but-nothing-known');
    await userEvent.click(field(ADDRESS_FIELD));
    await userEvent.keyboard('acme.eu');
    expect([actions, field(ADDRESS_FIELD).value]).toEqual([[], 'acme.eu']);
    await userEvent.keyboard('{Enter}');
    expect(actions).toEqual([{ type: 'paste', into: 'address', text: 'acme.eu' }]);
    expect(field(ADDRESS_FIELD).value).toBe('');
  });

  test('as a token into the field for the address does not stay there', async () => {
    const actions = draw('form-but-nothing-known');
    await userEvent.click(field(ADDRESS_FIELD));
    await userEvent.keyboard(PASTED);
    expect(actions).toEqual([{ type: 'paste', into: 'address', text: PASTED }]);
    expect(field(ADDRESS_FIELD).value).toBe('');
  });

  test('is nothing when the field is left empty', async () => {
    const actions = draw('form-but-nothing-known');
    await userEvent.click(field(TOKEN_FIELD));
    await userEvent.keyboard('{Enter} {Tab}');
    expect(actions).toEqual([]);
  });
});

test('What a script does is no paste', () => {
  const actions = draw('form-but-nothing-known');
  const given = new DataTransfer();
  given.setData('text/plain', PASTED);
  for (const target of [field(TOKEN_FIELD), field(ADDRESS_FIELD), document.body]) {
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: given, bubbles: true }));
    target.dispatchEvent(new DragEvent('drop', { dataTransfer: given, bubbles: true }));
  }
  field(TOKEN_FIELD).value = PASTED;
  field(TOKEN_FIELD).dispatchEvent(new InputEvent('input', { bubbles: true }));
  field(TOKEN_FIELD).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  field(TOKEN_FIELD).dispatchEvent(new Event('change', { bubbles: true }));
  expect(actions).toEqual([]);
});

describe('The fields', () => {
  test('ask a browser to remember, to correct and to look up nothing', () => {
    draw('form-but-nothing-known');
    for (const name of [TOKEN_FIELD, ADDRESS_FIELD]) {
      const { type, autocomplete, spellcheck, autocapitalize, form } = field(name);
      expect({ type, autocomplete, spellcheck, autocapitalize, form, name: field(name).name }).toEqual({
        type: 'text',
        autocomplete: 'off',
        spellcheck: false,
        autocapitalize: 'none',
        form: null,
        name: '',
      });
    }
  });

  test('are described by the way to a token on the page', () => {
    draw('tokens-page-empty');
    const { ariaDescribedByElements: by } = field(TOKEN_FIELD);
    expect(by?.map(({ textContent }) => textContent)).toEqual([
      'Is it on the screen? Click it to copy, then paste it here.',
    ]);
  });

  test('come and go with a quiet link where there is a token', async () => {
    const actions = draw('one-token');
    expect(queryByRole(document.body, 'textbox', { name: TOKEN_FIELD })).toBeNull();
    const link = () => getByRole(document.body, 'button', { name: 'Paste instead' });
    expect(link().ariaExpanded).toBe('false');
    await userEvent.click(link());
    drawPopup(stateOf('paste-instead'));
    expect([link().ariaExpanded, field(TOKEN_FIELD).checkVisibility()]).toEqual(['true', true]);
    expect(actions).toEqual([{ type: 'choose', choices: { byHand: true } }]);
  });
});

test('A press says of which organization a pasted token is', async () => {
  const actions = draw('pasted-token-on-dagster');
  expect(document.body.textContent).toContain('Is this a token of acme?');
  await userEvent.click(getByRole(document.body, 'button', { name: 'Yes, use it for acme' }));
  expect(actions).toMatchObject([{ type: 'decide', decision: { address: { organization: 'acme' } } }]);
});

test('A press goes back to what was read', async () => {
  const actions = draw('pasted-over-what-was-read');
  await userEvent.click(getByRole(document.body, 'button', { name: 'Use what was read' }));
  expect(actions).toEqual([{ type: 'take-back' }]);
});
