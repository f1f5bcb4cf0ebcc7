/** The few messages between the extension's contexts, and the gate that each receiver puts before them. */
import type { FillOutcome, FillRequest } from './hub/report';

/** Popup or background → Dagster+ page. Answered with a `PageReading`. */
export interface PageQuestion {
  readonly type: 'what-do-you-show';
}
export const WHAT_DO_YOU_SHOW: PageQuestion = { type: 'what-do-you-show' };

/** One fill: which form of which frame of which tab, and what goes in. */
export interface FillJob {
  readonly tabId: number;
  readonly frameId: number;
  readonly request: FillRequest;
  /** The form is in another tab than the one in front: bring that tab to the front after a fill. */
  readonly bringToFront: boolean;
}

/** A fill that waits for the person's answer to a permission prompt. What goes in is what is held by then. */
export interface FillAfterGrant {
  readonly tabId: number;
  /** `https://frame.example`: the origin that was asked for, and the only one that may be filled. */
  readonly origin: string;
}

/** Popup → background. */
export type BackgroundRequest =
  /** Answered with a `FillOutcome`. */
  | { readonly type: 'fill'; readonly job: FillJob }
  /** Sent before the prompt: in Chrome the prompt closes the popup, so the background must know what to do. */
  | { readonly type: 'await-grant'; readonly fill: FillAfterGrant }
  /** The popup outlived the prompt. Answered with a `FillOutcome`, or null when another path took the fill. */
  | { readonly type: 'granted'; readonly origin: string }
  /** The popup outlived the prompt, and the person said no. */
  | { readonly type: 'refused' };

/** How permissions name an origin (`https://frame.example`): as a match pattern for all of its pages. */
export const originPattern = (origin: string): string => `${origin}/*`;

const REQUEST_TYPES: ReadonlySet<unknown> = new Set<BackgroundRequest['type']>([
  'fill',
  'await-grant',
  'granted',
  'refused',
]);

export type BackgroundAnswer = FillOutcome | null;

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
  return REQUEST_TYPES.has(type) ? (message as BackgroundRequest) : null;
}
