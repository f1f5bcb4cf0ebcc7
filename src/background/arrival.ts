/**
 * "Open Tokens page": opens it, and brings the popup back when the page is ready, once; where the browser does not show
 * a popup by itself, the toolbar button says that it is time to press it.
 */
import { type OrganizationAddress, readAddress } from '../dagster/address';
import type { AwaitedPage, OpenedPage } from '../session/awaited-page';
import type { Badge } from './badge';

/** How long a page that has loaded may take to draw its lists, in milliseconds. */
export const DRAW_LIMIT_MS = 10_000;

/** What the browser says about a tab. */
export interface ArrivingTab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly status?: string | undefined;
}

export interface ArrivalParts {
  readonly awaited: AwaitedPage;
  readonly badge: Pick<Badge, 'invite' | 'clear'>;
  /** Opens an address in a tab, or in a new one beside it. */
  openIn(tabId: number, url: string): Promise<ArrivingTab | undefined>;
  openBeside(tabId: number | null, url: string): Promise<ArrivingTab>;
  tab(tabId: number): Promise<ArrivingTab>;
  /** Whether the page has drawn its lists within so many milliseconds; rejects when the tab goes elsewhere. */
  isReady(tabId: number, limitMs: number): Promise<boolean>;
  /** Shows the popup over a tab that is in front. @returns whether it is there */
  showPopup(tabId: number): Promise<boolean>;
  /** From now on {@link Arrival.updated} is to be told of tabs, or need not be any more. */
  listen(on: boolean): void;
}

export interface Arrival {
  /** @param inTab opens it in `tabId` itself */
  open(url: string, tabId: number | null, inTab: boolean): Promise<void>;
  /** A tab has changed. */
  updated(tabId: number, change: ArrivingTab, tab: ArrivingTab): Promise<void>;
  /** The person has opened the popup there by themselves. */
  seen(tabId: number): Promise<void>;
  /** The background has started: perhaps nothing is waited for. */
  started(): Promise<void>;
}

export function createArrival(parts: ArrivalParts): Arrival {
  const { awaited, badge } = parts;

  async function open(url: string, tabId: number | null, inTab: boolean): Promise<void> {
    const address = tokensPage(url);
    if (!address) return;
    const tab = inTab && tabId !== null ? await parts.openIn(tabId, url) : await parts.openBeside(tabId, url);
    if (tab?.id === undefined) return;
    const { organization, region } = address;
    parts.listen(true);
    await awaited.expect({ tabId: tab.id, organization, region });
    // It may have loaded before anybody listened.
    const now = await parts.tab(tab.id);
    if (now.status === 'complete' && isPage(now.url, address)) await arrive(tab.id);
  }

  async function updated(tabId: number, change: ArrivingTab, tab: ArrivingTab): Promise<void> {
    const page = await awaited.read(tabId);
    const isLoaded = change.status === 'complete';
    const url = change.url ?? (isLoaded ? (tab.url ?? '') : EMPTY_PAGE);
    if (!page) return stopIfNothing();
    if (url === EMPTY_PAGE) return;
    if (!isPage(url, page)) await end(tabId);
    else if (isLoaded) await arrive(tabId);
  }

  async function stopIfNothing(): Promise<void> {
    if (!(await awaited.any())) parts.listen(false);
  }

  async function end(tabId: number): Promise<boolean> {
    const wasAwaited = await awaited.take(tabId);
    if (wasAwaited) parts.listen(false);
    return wasAwaited;
  }

  async function arrive(tabId: number): Promise<void> {
    try {
      const isReady = await parts.isReady(tabId, DRAW_LIMIT_MS);
      if (!(await end(tabId))) return;
      // A page that shows something else may be asking for a password: nothing is put over it.
      if (isReady && (await parts.showPopup(tabId))) return;
      await badge.invite(tabId);
    } catch {
      // The tab went elsewhere, of which it is heard in its own way.
    }
  }

  return {
    open,
    updated,
    async seen(tabId) {
      await end(tabId);
      await badge.clear(tabId);
    },
    started: stopIfNothing,
  };
}

/** What a new tab shows first. */
const EMPTY_PAGE = 'about:blank';

function tokensPage(url: string): OrganizationAddress | null {
  const address = readAddress(url);
  return address.kind === 'organization' && address.page === 'tokens' ? address : null;
}

function isPage(url: string | undefined, { organization, region }: Omit<OpenedPage, 'tabId'>): boolean {
  const address = tokensPage(url ?? '');
  return address?.organization === organization && address.region === region;
}
