/** The few messages between the extension's contexts, and the gate that each receiver puts before them. */
import type { AccountChoices } from './dagster/account';
import type { TokenPress, TokenPressOutcome } from './dagster/token-press';
import type { FillOutcome, FillRequest } from './hub/report';
import type { HeldDetails } from './session/held-details';
import type { KeptPasted, PastedValues } from './session/pasted-values';
import type { Privacy } from './session/session-area';
import type { SeenPage } from './session/told-outcome';

/** Popup or background → Dagster+ page. Answered with a `PageReading`. */
export interface PageQuestion {
  readonly type: 'what-do-you-show';
}
export const WHAT_DO_YOU_SHOW: PageQuestion = { type: 'what-do-you-show' };

/** One fill: which form of which frame of which tab, and what goes in. */
export interface FillJob {
  readonly tabId: number;
  /** The page in which the form stands; null where that could not be looked at. */
  readonly page: SeenPage | null;
  readonly frameId: number;
  /** Origins of the pages around the form other than its own, as the person was shown them. */
  readonly pages: readonly string[];
  /** The person pressed "Fill inside this page": from now on that is agreed to. */
  readonly confirmsPages: boolean;
  readonly request: Omit<FillRequest, 'startBefore'>;
  /** The form is in another tab than the one in front: bring that tab to the front after a fill. */
  readonly bringToFront: boolean;
  /** Milliseconds since 1970, after which the values are no longer the popup's to give. */
  readonly until: number;
}

/** What is to happen once the person has allowed access. What goes into a form is what is held by then. */
export type PermissionPurpose =
  /** The popup, which Chrome's prompt has closed, is shown again. */
  | { readonly kind: 'popup' }
  | {
      readonly kind: 'fill';
      readonly tabId: number;
      readonly privacy: Privacy;
      /** `https://frame.example`: the origin that was asked for, and the only one that may be filled. */
      readonly origin: string;
      /** The page in which that frame stands, as the person was shown it. */
      readonly page: string;
    };

/** Popup → background. */
export type BackgroundRequest =
  /**
   * A popup has opened over this tab: no prompt is open any more. Answered with what became of a fill on this very page
   * since.
   */
  | {
      readonly type: 'opened';
      readonly privacy: Privacy;
      readonly tabId: number | null;
      readonly page: SeenPage | null;
    }
  /** Answered with what is held then. */
  | {
      readonly type: 'hold';
      readonly privacy: Privacy;
      readonly account: HeldDetails['account'];
      readonly choices: AccountChoices;
      readonly anew: boolean;
    }
  | { readonly type: 'choose'; readonly privacy: Privacy; readonly choices: AccountChoices }
  /** Answered with what is kept then; null for what was pasted before and is forgotten by now. */
  | {
      readonly type: 'keep-pasted';
      readonly privacy: Privacy;
      readonly pasted: PastedValues;
      /** It was pasted just now. */
      readonly anew: boolean;
    }
  | { readonly type: 'forget-pasted'; readonly privacy: Privacy }
  | { readonly type: 'forget'; readonly privacy: Privacy }
  /** It is in the clipboard now. */
  | { readonly type: 'token-copied'; readonly token: string }
  /** Answered with a `FillOutcome`. */
  | { readonly type: 'fill'; readonly privacy: Privacy; readonly job: FillJob }
  /** Answered with a `TokenPressOutcome`. */
  | {
      readonly type: 'press-token';
      readonly privacy: Privacy;
      readonly tabId: number;
      readonly wanted: TokenPress;
    }
  /** The popup comes back when the page is ready. */
  | {
      readonly type: 'open-tokens-page';
      readonly url: string;
      /** The tab in front; null where that is not known. */
      readonly tabId: number | null;
      /** In that tab itself, and not in a new one. */
      readonly inTab: boolean;
    }
  /** Sent before the prompt: in Chrome the prompt closes the popup, so the background must know what to do. */
  | {
      readonly type: 'asking-permission';
      readonly patterns: readonly string[];
      readonly purpose: PermissionPurpose;
    }
  /** The popup outlived the prompt. Answered with a `FillOutcome` where the grant was for a fill. */
  | {
      readonly type: 'permission-answered';
      readonly patterns: readonly string[];
      readonly granted: boolean;
    };

/** What each request is answered with. */
export interface BackgroundAnswers {
  opened: FillOutcome | null;
  hold: HeldDetails | null;
  choose: HeldDetails | null;
  'keep-pasted': KeptPasted | null;
  'forget-pasted': null;
  forget: null;
  'token-copied': null;
  fill: FillOutcome;
  'press-token': TokenPressOutcome;
  'open-tokens-page': null;
  'asking-permission': null;
  'permission-answered': FillOutcome | null;
}

export type Ask = <Type extends BackgroundRequest['type']>(
  request: Extract<BackgroundRequest, { type: Type }>,
) => Promise<BackgroundAnswers[Type]>;

/** How permissions name an origin (`https://frame.example`): as a match pattern for all of its pages. */
export const originPattern = (origin: string): string => `${origin}/*`;

const REQUEST_TYPES: Readonly<Record<BackgroundRequest['type'], true>> = {
  opened: true,
  hold: true,
  choose: true,
  'keep-pasted': true,
  'forget-pasted': true,
  forget: true,
  'token-copied': true,
  fill: true,
  'press-token': true,
  'open-tokens-page': true,
  'asking-permission': true,
  'permission-answered': true,
};

/** What a receiver is told about a sender, as far as the gate looks at it. */
interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
}

/**
 * The gate of the background: only the extension's own pages may ask.
 *
 * @returns the request, or null for anything else (another extension, a content script, an unknown message).
 */
export function acceptRequest(
  message: unknown,
  sender: Sender,
  own: { id: string; origin: string },
): BackgroundRequest | null {
  if (sender.id !== own.id || !sender.url?.startsWith(`${own.origin}/`)) return null;
  const type = (message as { type?: unknown } | null)?.type;
  return typeof type === 'string' && Object.hasOwn(REQUEST_TYPES, type)
    ? (message as BackgroundRequest)
    : null;
}
