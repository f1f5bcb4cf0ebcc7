/**
 * Which documents something is being pressed in: written down before the press, so that a second one is not begun beside
 * it, also when the popup was closed meanwhile or the background was stopped and started again.
 */
import type { Queue } from './queue';
import { type Privacy, type SessionArea, sessionValue } from './session-area';

/**
 * How long a press that nobody has seen end may still be on its way to the page, in milliseconds: more than
 * `READY_LIMIT_MS` and `START_LIMIT_MS` together, after which the page does not begin it. What goes on in the page
 * longer than that, the page itself knows.
 */
export const TICKET_MS = 5_000;

/** A document of a tab. */
interface PressedDocument {
  readonly tabId: number;
  /** Names the document for as long as it lives. */
  readonly document: string;
}

interface Ticket extends PressedDocument {
  /** Milliseconds since 1970. */
  readonly until: number;
}

export interface PressTickets {
  /** @returns whether a press may begin there; then it counts as begun */
  begin(page: PressedDocument): Promise<boolean>;
  /** The press that was begun there has ended. */
  end(page: PressedDocument): Promise<void>;
}

export function createPressTickets(
  { session, queue, now }: { session: SessionArea; queue: Queue; now(): number },
  privacy: Privacy,
): PressTickets {
  const tickets = sessionValue<readonly Ticket[]>(session, 'press-tickets', privacy);
  const isOf = (page: PressedDocument) => (ticket: Ticket) =>
    ticket.tabId === page.tabId && ticket.document === page.document;

  /** A clock that was set back makes the time no longer than it can be. */
  const read = async (): Promise<Ticket[]> =>
    ((await tickets.read()) ?? []).filter(({ until }) => until > now() && until <= now() + TICKET_MS);

  async function begin({ tabId, document }: PressedDocument): Promise<boolean> {
    const open = await read();
    if (open.some(isOf({ tabId, document }))) return false;
    await tickets.write([...open, { tabId, document, until: now() + TICKET_MS }]);
    return true;
  }

  async function end(page: PressedDocument): Promise<void> {
    const others = (await read()).filter((ticket) => !isOf(page)(ticket));
    await (others.length > 0 ? tickets.write(others) : tickets.remove());
  }

  return { begin: (page) => queue(() => begin(page)), end: (page) => queue(() => end(page)) };
}
