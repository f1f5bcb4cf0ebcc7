/** The outcome of a fill that happened without an open popup, kept for the next popup on that page. */
import type { FillOutcome } from '../hub/report';
import type { Queue } from './queue';
import { type Privacy, type SessionArea, sessionValue } from './session-area';

/** A page that was looked at: a tab alone says nothing, as it goes from page to page. */
export interface SeenPage {
  readonly tabId: number;
  /** Names the document for as long as it lives. */
  readonly document: string;
  readonly origin: string;
}

interface ToldOutcome {
  readonly page: SeenPage;
  readonly outcome: FillOutcome;
  /** Milliseconds since 1970. */
  readonly until: number;
}

export interface ToldOutcomes {
  keep(page: SeenPage, outcome: FillOutcome): Promise<void>;
  /** @returns the outcome that was kept for this very document, once; any other of the same tab is dropped. */
  take(page: SeenPage): Promise<FillOutcome | null>;
  /** It was told elsewhere. */
  drop(tabId: number): Promise<void>;
}

/** As many as tabs that somebody fills in a quarter of an hour. */
const MOST_KEPT = 20;

/** @param keepMs how long an outcome is kept, in milliseconds */
export function createToldOutcomes(
  place: { session: SessionArea; queue: Queue; now(): number; keepMs: number },
  privacy: Privacy,
): ToldOutcomes {
  const { session, queue, now, keepMs } = place;
  const told = sessionValue<readonly ToldOutcome[]>(session, 'told-outcomes', privacy);

  const read = async (): Promise<ToldOutcome[]> =>
    ((await told.read()) ?? []).filter(({ until }) => until > now() && until <= now() + keepMs);

  const others = async (tabId: number): Promise<ToldOutcome[]> =>
    (await read()).filter(({ page }) => page.tabId !== tabId);

  async function keep(page: SeenPage, outcome: FillOutcome): Promise<void> {
    const kept = { page, outcome, until: now() + keepMs };
    await told.write([kept, ...(await others(page.tabId))].slice(0, MOST_KEPT));
  }

  async function drop(tabId: number): Promise<void> {
    const rest = await others(tabId);
    await (rest.length > 0 ? told.write(rest) : told.remove());
  }

  async function take(page: SeenPage): Promise<FillOutcome | null> {
    const kept = (await read()).find(({ page: { tabId } }) => tabId === page.tabId);
    await drop(page.tabId);
    const same = kept?.page.document === page.document && kept.page.origin === page.origin;
    return kept && same ? kept.outcome : null;
  }

  return {
    keep: (page, outcome) => queue(() => keep(page, outcome)),
    take: (page) => queue(() => take(page)),
    drop: (tabId) => queue(() => drop(tabId)),
  };
}
