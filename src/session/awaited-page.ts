/**
 * The Tokens page that a press of "Open Tokens page" has opened, until the person has come there. One for the whole
 * browser: they wait for one page at a time. No secret.
 */
import type { Region } from '../dagster/regions';
import type { Queue } from './queue';
import { type SessionArea, sessionValue } from './session-area';

/** After this time, in milliseconds, nobody waits for a page any more. */
export const PAGE_WAIT_MS = 2 * 60_000;

export interface OpenedPage {
  readonly tabId: number;
  readonly organization: string;
  readonly region: Region;
}

interface Awaited extends OpenedPage {
  /** Milliseconds since 1970. */
  readonly until: number;
}

export interface AwaitedPage {
  expect(page: OpenedPage): Promise<void>;
  /** What is waited for in this tab; null for nothing. */
  read(tabId: number): Promise<OpenedPage | null>;
  /** Whether anything is waited for. */
  any(): Promise<boolean>;
  /** Ends the waiting in this tab. @returns whether it was going on: true for one caller only */
  take(tabId: number): Promise<boolean>;
}

export function createAwaitedPage({
  session,
  queue,
  now,
}: {
  session: SessionArea;
  queue: Queue;
  now(): number;
}): AwaitedPage {
  const awaited = sessionValue<Awaited>(session, 'awaited-page', 'ordinary');

  async function current(): Promise<Awaited | null> {
    const page = await awaited.read();
    return page && page.until > now() && page.until <= now() + PAGE_WAIT_MS ? page : null;
  }

  async function read(tabId: number): Promise<OpenedPage | null> {
    const page = await current();
    return page?.tabId === tabId ? page : null;
  }

  async function take(tabId: number): Promise<boolean> {
    const page = await read(tabId);
    if (page) await awaited.remove();
    return page !== null;
  }

  return {
    expect: ({ tabId, organization, region }) =>
      queue(() => awaited.write({ tabId, organization, region, until: now() + PAGE_WAIT_MS })),
    read,
    any: async () => (await current()) !== null,
    take: (tabId) => queue(() => take(tabId)),
  };
}
