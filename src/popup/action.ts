/** Everything that a press or a key in the popup can ask for. */
import type { PageControl } from '../dagster/page-reading';
import type { DetailName } from '../link-details';
import type { FillJob } from '../messages';
import type { Choices } from './facts';

export type Action =
  | { readonly type: 'choose'; readonly choices: Partial<Choices> }
  | { readonly type: 'copy'; readonly name: DetailName; readonly value: string }
  | { readonly type: 'copy-description' }
  | { readonly type: 'fill'; readonly job: FillJob }
  | { readonly type: 'check' }
  | { readonly type: 'forget' }
  | { readonly type: 'open-dagster' }
  | { readonly type: 'open-tokens-page' }
  | { readonly type: 'show'; readonly control: PageControl }
  | { readonly type: 'allow-frame'; readonly tabId: number; readonly origin: string }
  | { readonly type: 'allow-dagster' };

export type Dispatch = (action: Action) => void;
