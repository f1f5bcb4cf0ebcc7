/** What the popup's rules need of the browser. */
import type { CheckOutcome, CheckQuestion } from '../dagster/check';
import type { Ask } from '../messages';
import type { Translate } from '../words';
import type { ShownControl } from './action';
import type { Facts } from './facts';
import type { PopupState } from './state';

export interface PopupParts {
  gather(tell: (facts: Facts) => void): Promise<Facts>;
  readonly ask: Ask;
  /** Must be called inside a press: a browser refuses it later. */
  requestAccess(patterns: readonly string[]): Promise<boolean>;
  check(question: CheckQuestion): Promise<CheckOutcome>;
  copy(text: string): Promise<void>;
  openTab(url: string): Promise<unknown>;
  /** @returns whether the page has the control */
  showControl(tabId: number, control: ShownControl): Promise<boolean>;
  closePopup(): void;
  /** Draws a state; null while nothing is known yet. */
  draw(state: PopupState | null): void;
  readonly t: Translate;
  /** Formats a moment (milliseconds since 1970) as the person's clock shows it. */
  clock(moment: number): string;
  /** Milliseconds since 1970. */
  now(): number;
}
