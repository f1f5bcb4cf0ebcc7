/** Where the keyboard is after the popup was drawn anew. */
import { getByRole } from '@testing-library/dom';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Action } from '../../src/popup/action';
import { keepingFocus } from '../../src/popup/focus';
import { Popup } from '../../src/popup/view';
import { translate } from '../translate';
import { type CaseName, stateOf } from './states';

let root: HTMLElement;
let actions: Action[];
/** The case that is drawn as soon as something is asked for. */
let then: CaseName;

beforeEach(() => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
  actions = [];
});
afterEach(() => render(null, root));

function draw(name: CaseName): void {
  const dispatch = (action: Action) => {
    actions.push(action);
    draw(then);
  };
  keepingFocus(root, () => render(<Popup state={stateOf(name)} dispatch={dispatch} t={translate} />, root));
}

const textbox = (name: string) => getByRole(document.body, 'textbox', { name });
const button = (name: string) => getByRole(document.body, 'button', { name });

test('a field that stands elsewhere now keeps it', () => {
  draw('pasted-address-alone');
  textbox('Paste User Token').focus();
  draw('pasted-token');
  expect(document.activeElement).toBe(textbox('Paste User Token'));
});

test('when the last thing asked for was given, it is on the main action', () => {
  draw('pasted-token');
  textbox('Paste Dagster+ address').focus();
  draw('pasted-token-and-address');
  expect(document.activeElement).toBe(button('Fill linking form'));
});

test('Enter gives what was typed, and presses nothing of what comes in place of the field', async () => {
  draw('pasted-token-on-dagster');
  then = 'one-token';
  textbox('Paste Dagster+ address').focus();
  await userEvent.keyboard('initech{Enter}');
  expect(actions).toEqual([{ type: 'paste', into: 'address', text: 'initech' }]);
  expect(document.activeElement).not.toBe(button('Forget'));
});
