/** Everything that a press or a key in the popup can ask for. */
import type { PageControl } from '../dagster/page-reading';
import type { DetailName } from '../link-details';
import type { Decision, PopupChoices } from './facts';
import type { PasteInto } from './pasting';

/** A control of the page in front, by its name or as the one that the last press in a Tokens page was about. */
export type ShownControl = PageControl | 'pressed';

/** What a fill needs beside the values: the values are the selection's, at the press. */
export type Action =
  | { readonly type: 'choose'; readonly choices: Omit<PopupChoices, 'account'> }
  /** Something about the account that is offered now. */
  | { readonly type: 'decide'; readonly decision: Decision }
  /** What the person pasted, dropped or typed. */
  | { readonly type: 'paste'; readonly into: PasteInto; readonly text: string }
  /** What was pasted is not meant: what was read is offered again. */
  | { readonly type: 'take-back' }
  | { readonly type: 'copy'; readonly name: DetailName }
  | { readonly type: 'copy-description' }
  | { readonly type: 'clear-clipboard' }
  | { readonly type: 'fill' }
  | { readonly type: 'check' }
  | { readonly type: 'forget' }
  | { readonly type: 'open-dagster' }
  | { readonly type: 'open-tokens-page' }
  | { readonly type: 'create-token' }
  | { readonly type: 'reveal-token' }
  | { readonly type: 'show'; readonly control: ShownControl }
  | { readonly type: 'allow-frame'; readonly origin: string }
  | { readonly type: 'allow-dagster' };

export type Dispatch = (action: Action) => void;
