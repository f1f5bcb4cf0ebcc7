/** Has the two controls of a Tokens page pressed for the popup: one press there is one here at most. */
import { readAddress } from '../dagster/address';
import type { TokenPress, TokenPressOutcome } from '../dagster/token-press';
import type { PressTickets } from '../session/press-tickets';
import type { Privacy } from '../session/session-area';
import type { Scripting } from '../tabs/linking-page';
import { pressInTokensPage } from '../tabs/token-page';

export interface TokenPressParts {
  readonly scripting: Scripting;
  tickets(privacy: Privacy): PressTickets;
  /** The kind of window in which a tab is; null when it is gone. */
  privacyOf(tabId: number): Promise<Privacy | null>;
  /** Milliseconds since 1970. */
  now(): number;
}

export interface TokenPresses {
  press(tabId: number, wanted: TokenPress, privacy: Privacy): Promise<TokenPressOutcome>;
}

export const createTokenPresses = (parts: TokenPressParts): TokenPresses => ({
  async press(tabId, wanted, privacy) {
    const address = readAddress(wanted.address);
    const isTokensPage = address.kind === 'organization' && address.page === 'tokens';
    // A tab of the other kind of window is as good as none.
    if (!isTokensPage || (await parts.privacyOf(tabId)) !== privacy)
      return { kind: 'refused', why: 'changed' };
    const page = { tabId, document: wanted.document };
    const tickets = parts.tickets(privacy);
    if (!(await tickets.begin(page))) return { kind: 'running' };
    const outcome = await pressInTokensPage(parts.scripting, tabId, wanted, parts.now);
    // It may still go on where the page has not said how it ended.
    if (outcome.kind !== 'unanswered') await tickets.end(page);
    return outcome;
  },
});
