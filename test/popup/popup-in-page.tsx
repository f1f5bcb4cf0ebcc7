/** The popup in the page of a DOM test, and what a person would find there. */
import { render } from 'preact';
import type { Action } from '../../src/popup/action';
import type { PopupState } from '../../src/popup/state';
import { Popup } from '../../src/popup/view';
import type { Translate } from '../../src/words';
import { translate } from '../translate';
import '../../src/popup/popup.css';

export interface DrawnPopup {
  readonly root: HTMLElement;
  /** What the presses asked for, in order. */
  readonly actions: readonly Action[];
  redraw(state: PopupState | null): void;
}

/** Where the popup of an earlier test is drawn. */
let last: HTMLElement | null = null;

/**
 * Draws a state in place of what an earlier test drew.
 *
 * @param t speaks the language of the state
 */
export function drawPopup(state: PopupState | null, t: Translate = translate): DrawnPopup {
  if (last) render(null, last);
  const root = document.createElement('div');
  last = root;
  document.body.replaceChildren(root);
  const actions: Action[] = [];
  const redraw = (next: PopupState | null) =>
    render(<Popup state={next} dispatch={(action) => actions.push(action)} t={t} />, root);
  redraw(state);
  return { root, actions, redraw };
}

/** The popup follows the person's system; a test cannot change that, but can say which scheme counts. */
export function setTheme(theme: 'light' | 'dark'): void {
  document.documentElement.style.colorScheme = theme;
}
