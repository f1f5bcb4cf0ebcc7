/** All that the popup knows: what the browser told it, what the person decided, what is going on. */
import type { AccountChoices } from '../dagster/account';
import type { DagsterAddress, OrganizationAddress } from '../dagster/address';
import type { CheckOutcome } from '../dagster/check';
import type { TokenLook } from '../dagster/token-press';
import { NO_POLICY, type Policy } from '../policy';
import type { Choices, Showing } from '../selection';
import type { Embedding } from '../session/confirmed-pages';
import type { HeldDetails } from '../session/held-details';
import type { KeptPasted } from '../session/pasted-values';
import type { Privacy } from '../session/session-area';
import type { SeenPage } from '../session/told-outcome';
import type { FormSearch } from '../tabs/choose-form';
import type { TabAnswer } from '../tabs/dagster-tabs';

/** The tab in front when the popup opened. */
export type FrontTab =
  | {
      readonly kind: 'dagster';
      readonly tabId: number;
      readonly address: Exclude<DagsterAddress, { kind: 'not-dagster' }>;
      /** Null until it has answered. */
      readonly answer: TabAnswer | null;
    }
  | { readonly kind: 'web'; readonly tabId: number; readonly origin: string }
  /** A page of the browser, of its add-on store, or one that it keeps to itself. */
  | { readonly kind: 'closed' };

/** The name of a deployment that another open tab shows, and the organization it belongs to. */
export interface OpenDeployment {
  readonly base: string;
  readonly name: string;
}

export interface Facts {
  readonly front: FrontTab;
  readonly privacy: Privacy;
  /** What the other Dagster+ tabs show that could show a token; asked only where the one in front is none of them. */
  readonly others: readonly TabAnswer[];
  /** Tabs that could change what is offered have not answered yet. */
  readonly asking: boolean;
  /** What was held when the popup looked: what it offers does not change by what it comes to hold itself. */
  readonly held: HeldDetails | null;
  /** What the person pasted into an earlier popup, when this one looked. */
  readonly pasted: KeptPasted | null;
  /** What can be made or revealed on the page in front; null where that is no Tokens page, or shows a token. */
  readonly tokenLook: TokenLook | null;
  /** What was found in the tab in front, or in the tabs where a form may wait; null while it is looked for, or is not. */
  readonly search: FormSearch | null;
  /** The page in front as it was looked at; null where it could not be. */
  readonly page: SeenPage | null;
  /** Pages in which the person has agreed to a form of another origin. */
  readonly confirmed: readonly Embedding[];
  /** Whether the browser lets the extension reach Dagster+ without a press. */
  readonly dagsterAllowed: boolean;
  readonly openDeployments: readonly OpenDeployment[];
  /** An organization that the person has open; null when no open Dagster+ tab shows one. */
  readonly openOrganization: OrganizationAddress | null;
  /** What an administrator has set. */
  readonly policy: Policy;
}

/** What goes on when the popup opens. */
export const AT_FIRST: Activity = {
  armed: false,
  gathering: true,
  busy: null,
  status: '',
  checked: null,
  holds: null,
  linked: null,
  expired: false,
};

/** What is left to draw when even the facts could not be gathered. */
export const NOTHING_KNOWN: Facts = {
  front: { kind: 'closed' },
  privacy: 'ordinary',
  others: [],
  asking: false,
  held: null,
  pasted: null,
  tokenLook: null,
  search: null,
  page: null,
  confirmed: [],
  dagsterAllowed: true,
  openDeployments: [],
  openOrganization: null,
  policy: NO_POLICY,
};

/** What selection asks for. */
export const showingOf = (facts: Facts, activity: Activity): Showing => ({
  front: answerOf(facts.front),
  others: facts.others,
  held: facts.held,
  pasted: pastedValues(facts, activity),
  policy: facts.policy,
});

const answerOf = (front: FrontTab): TabAnswer | null =>
  front.kind === 'dagster' ? (front.answer ?? { kind: 'unreachable', tabId: front.tabId }) : null;

/** What the person has given by hand, in this popup or in an earlier one. */
export const pastedValues = (facts: Facts, { pasted }: Pick<Activity, 'pasted'>): KeptPasted | null =>
  pasted === undefined ? facts.pasted : pasted;

/** What the person set in the popup; undefined means: nothing chosen. */
export interface PopupChoices extends Choices {
  /** The fields for pasting are shown although there is a token. */
  readonly byHand?: boolean;
  /** `formKey` of the chosen form. */
  readonly form?: string;
  /** The chosen row with a hidden token. */
  readonly hiddenRow?: string;
  /** The value of the token that is shown whole. */
  readonly shownToken?: string | null;
  /** Origins whose access was refused: asked once per popup. */
  readonly refusedOrigins?: readonly string[];
}

/** What can be decided about an account, without saying about which. */
export type Decision = AccountChoices;

export type StatusTone = 'plain' | 'good' | 'bad';

/** What goes on beside the choices. */
export interface Activity {
  /** Presses count only a moment after the popup appeared. */
  readonly armed: boolean;
  /** Tabs and pages are still being asked, so more may come. */
  readonly gathering: boolean;
  readonly busy: 'fill' | 'check' | 'token' | null;
  /** Content of the status; empty at first. */
  readonly status: string;
  /** How the status looks; plain when it is missing. The words say it too. */
  readonly statusTone?: StatusTone;
  readonly checked: CheckOutcome | null;
  /** This popup has put the token into the clipboard, and nothing else since. */
  readonly tokenCopied?: boolean;
  /** What is held now. */
  readonly holds: HeldDetails | null;
  /** What the person has pasted by now; undefined while that is still what it was when the popup looked. */
  readonly pasted?: KeptPasted | null;
  /**
   * The organization whose details were put into a form, now or before this popup, and verified: `unknown` where no open
   * tab tells it; null before that.
   */
  readonly linked: OrganizationAddress | 'unknown' | null;
  /** The time is over for which the popup may show what it has read. */
  readonly expired: boolean;
}
