/** All that the popup knows: what the browser told it, what the person decided, what is going on. */
import type { AccountChoices } from '../dagster/account';
import type { DagsterAddress, OrganizationAddress } from '../dagster/address';
import type { CheckOutcome } from '../dagster/check';
import type { FormSearch } from '../hub/choose-form';
import type { Offer } from '../offer';
import type { HeldDetails } from '../session/held-details';
import type { TabAnswer } from '../tabs/dagster-tabs';

/** The tab in front when the popup opened. */
export type FrontTab =
  | {
      readonly kind: 'dagster';
      readonly tabId: number;
      readonly address: Exclude<DagsterAddress, { kind: 'not-dagster' }>;
      readonly answer: TabAnswer;
    }
  | { readonly kind: 'web'; readonly tabId: number; readonly origin: string }
  /** A page of the browser, of its add-on store, or one that it keeps to itself. */
  | { readonly kind: 'closed' };

/** The tab whose linking form would be filled: the one in front, or an open one of app.stackone.com. */
export interface Destination {
  readonly tabId: number;
  readonly inFront: boolean;
  readonly search: FormSearch;
}

/** The name of a deployment that another open tab shows, and the organization it belongs to. */
export interface OpenDeployment {
  readonly base: string;
  readonly name: string;
}

export interface Facts {
  readonly front: FrontTab;
  readonly offer: Offer;
  readonly held: HeldDetails | null;
  readonly destination: Destination | null;
  /** Whether the browser lets the extension reach Dagster+ without a press. */
  readonly dagsterAllowed: boolean;
  readonly openDeployments: readonly OpenDeployment[];
  /** An organization that the person has open; null when no open Dagster+ tab shows one. */
  readonly openOrganization: OrganizationAddress | null;
}

/** What the person set in the popup; undefined means: nothing chosen. */
export interface Choices extends AccountChoices {
  readonly tabId?: number;
  /** Value of the chosen token. */
  readonly token?: string;
  /** `formKey` of the chosen form. */
  readonly form?: string;
  readonly tokenShown?: boolean;
  /** Origins whose access was refused: asked once per popup. */
  readonly refusedOrigins?: readonly string[];
}

export type StatusTone = 'plain' | 'good' | 'bad';

/** What goes on beside the choices. */
export interface Activity {
  /** Presses count only a moment after the popup appeared. */
  readonly armed: boolean;
  readonly busy: 'fill' | 'check' | null;
  /** Content of the status; empty at first. */
  readonly status: string;
  /** How the status looks; plain when it is missing. The words say it too. */
  readonly statusTone?: StatusTone;
  readonly checked: CheckOutcome | null;
  /** The organization whose details were put into a form from this popup, and verified; null before that. */
  readonly linked: OrganizationAddress | null;
}
