/** Draws the case that the address names (`?case=one-token`), as the popup would. */
import { render } from 'preact';
import { Popup } from '../../../src/popup/view';
import { translate } from '../../translate';
import { CASE_NAMES, stateOf } from '../states';

const wanted = new URLSearchParams(location.search).get('case');
const name = CASE_NAMES.find((known) => known === wanted);
const state = name ? stateOf(name) : null;
const root = document.getElementById('popup') as HTMLElement;
render(<Popup state={state} dispatch={() => undefined} t={translate} />, root);
document.body.dataset.drawn = 'true';
