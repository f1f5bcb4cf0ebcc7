import { getByRole, queryAllByRole } from '@testing-library/dom';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Combobox } from '../../src/popup/combobox';
import { Armed } from '../../src/ui/button';
import { findings } from '../axe';
import '../../src/popup/popup.css';

const OPTIONS = ['prod', 'staging', 'data-eng-prod'];

function Field() {
  const [text, setText] = useState('prod');
  return (
    <>
      <label for="field">Deployment</label>
      <Combobox
        id="field"
        text={text}
        options={OPTIONS}
        listLabel="Known deployments"
        describedBy={undefined}
        onText={setText}
      />
    </>
  );
}

const field = () => getByRole<HTMLInputElement>(document.body, 'combobox', { name: 'Deployment' });
const opener = () => getByRole(document.body, 'button', { name: 'Known deployments' });
const options = () => queryAllByRole(document.body, 'option').map(({ textContent }) => textContent);
const active = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;

let root: HTMLElement;

function draw(armed: boolean): void {
  render(
    <Armed.Provider value={armed}>
      <Field />
    </Armed.Provider>,
    root,
  );
}

/** What the field holds, and what its list offers. */
const shown = () => [field().value, options()];

/** Whatever was set to be drawn is drawn by then. */
const drawn = () => new Promise(requestAnimationFrame);

beforeEach(() => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
  draw(true);
});

describe('The Deployment field', () => {
  test('offers all known deployments although it is filled in', async () => {
    expect(options()).toEqual([]);
    await userEvent.click(opener());
    expect(options()).toEqual(OPTIONS);
    expect(field().getAttribute('aria-expanded')).toBe('true');
  });

  test('takes what is pressed, closes the list and keeps the focus', async () => {
    await userEvent.click(opener());
    await userEvent.click(getByRole(document.body, 'option', { name: 'staging' }));
    expect([field().value, options(), document.activeElement]).toEqual(['staging', [], field()]);
  });

  test('is worked by the arrow keys and Enter', async () => {
    field().focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(active()).toBe('staging');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(active()).toBe('data-eng-prod');
    await userEvent.keyboard('{Enter}');
    expect([field().value, options()]).toEqual(['data-eng-prod', []]);
  });

  test('closes its list on Escape before the browser closes the popup', async () => {
    const obeyed: boolean[] = [];
    const watch = (event: KeyboardEvent) => obeyed.push(event.defaultPrevented);
    addEventListener('keydown', watch);
    try {
      await userEvent.click(opener());
      await userEvent.keyboard('{Escape}{Escape}');
      expect(options()).toEqual([]);
      expect(obeyed).toEqual([true, false]);
    } finally {
      removeEventListener('keydown', watch);
    }
  });

  test('takes free text, and offers what holds it', async () => {
    await userEvent.fill(field(), 'PROD');
    expect(options()).toEqual(['prod', 'data-eng-prod']);
    for (const text of ['something-new', 'prod', '']) {
      await userEvent.fill(field(), text);
      expect([field().value, options()]).toEqual([text, []]);
    }
  });

  test('obeys nothing that a script does', async () => {
    const key = (name: string) =>
      field().dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
    opener().click();
    key('ArrowDown');
    field().value = 'stag';
    field().dispatchEvent(new InputEvent('input', { bubbles: true }));
    await drawn();
    expect(options()).toEqual([]);

    await userEvent.click(opener());
    for (const option of queryAllByRole(document.body, 'option')) option.click();
    key('ArrowDown');
    key('Enter');
    await drawn();
    draw(true);
    expect(shown()).toEqual(['prod', OPTIONS]);
  });

  test('obeys nobody in the first moment of the popup', async () => {
    draw(false);
    for (const part of [field(), opener()]) expect(part.getAttribute('aria-disabled')).toBe('true');
    await userEvent.click(opener(), { force: true });
    field().focus();
    await userEvent.keyboard('{ArrowDown}{Enter}x');
    draw(true);
    expect(shown()).toEqual(['prod', []]);
  });

  test('axe finds nothing while the list is open', async () => {
    await userEvent.click(opener());
    await userEvent.keyboard('{ArrowDown}');
    expect(await findings(document.body)).toEqual([]);
  });

  test('closes its list when the person goes on', async () => {
    await userEvent.click(opener());
    await userEvent.tab();
    expect(options()).toEqual([]);
  });
});
