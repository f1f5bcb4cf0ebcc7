/** What Chrome's own pages and the browser's target list can do for a test. */
import type { BrowserContext, CDPSession, Page } from 'playwright';
import { attachToTarget } from './cdp-target';
import { callExpression, type InPage } from './in-page';
import { waitUntil } from './wait-until';

/** The part of `chrome.developerPrivate` (the API of chrome://extensions) that the tests use. */
export interface DeveloperPrivate {
  addHostPermission(id: string, pattern: string): Promise<void>;
  updateExtensionConfiguration(update: {
    extensionId: string;
    hostAccess?: 'ON_CLICK' | 'ON_ALL_SITES';
    incognitoAccess?: boolean;
    errorCollection?: boolean;
  }): Promise<void>;
  updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
  getExtensionInfo(id: string): Promise<{
    manifestErrors: { message: string }[];
    runtimeErrors: { message: string; source: string }[];
  }>;
  reload(id: string, options: { failQuietly: boolean }): Promise<unknown>;
}

/** A page behind the others that is opened when it is first needed and again when it was closed. */
export class BackgroundPage {
  private page: Page | undefined;

  constructor(
    private readonly context: BrowserContext,
    private readonly browser: CDPSession,
    private readonly url: string,
  ) {}

  is(page: Page): boolean {
    return page === this.page;
  }

  async evaluate<R, A = undefined>(fn: InPage<A, R>, arg?: A): Promise<Awaited<R>> {
    const page = await this.open();
    return (await page.evaluate(callExpression(fn, arg))) as Awaited<R>;
  }

  async open(): Promise<Page> {
    if (this.page && !this.page.isClosed()) return this.page;
    const opened = this.context.waitForEvent('page', (page) => page.url() === this.url || page.url() === '');
    // Playwright's newPage() would bring the new tab to the front.
    await this.browser.send('Target.createTarget', { url: this.url, background: true });
    const page = await opened;
    this.page = page;
    // Playwright's waitForLoadState() now and then never hears of the load of a page that another session opens.
    await waitUntil(`${this.url} to be loaded`, () => page.evaluate(isLoaded, this.url));
    return page;
  }
}

/** Runs in the page. */
const isLoaded = (url: string): boolean => location.href === url && document.readyState === 'complete';

export interface TabTarget {
  readonly targetId: string;
  readonly active: boolean;
  readonly index: number;
}

interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
  readonly embedderData?: { readonly tabActive?: boolean; readonly tabStripIndex?: number };
}

export async function targets(browser: CDPSession, type?: string): Promise<TargetInfo[]> {
  const filter = type ? { filter: [{ type }] } : {};
  const { targetInfos } = await browser.send('Target.getTargets', filter);
  return targetInfos as TargetInfo[];
}

/** The tab of each page: it stays the same wherever the page goes, and a page that is busy cannot be asked for it. */
const tabsOfPages = new WeakMap<Page, string>();

/** The tab strip's entry for a page. */
export async function tabTargetOf(
  context: BrowserContext,
  browser: CDPSession,
  page: Page,
): Promise<TabTarget> {
  const targetId = tabsOfPages.get(page) ?? (await findTab(context, browser, page));
  tabsOfPages.set(page, targetId);
  const tab = (await targets(browser, 'tab')).find((target) => target.targetId === targetId);
  if (!tab) throw new Error(`The tab of ${page.url()} is gone.`);
  const { tabActive = false, tabStripIndex = -1 } = tab.embedderData ?? {};
  return { targetId, active: tabActive, index: tabStripIndex };
}

/** The browser links page and tab only by letting one attach to the other. */
async function findTab(context: BrowserContext, browser: CDPSession, page: Page): Promise<string> {
  const session = await context.newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.detach();
  for (const { targetId, url } of await targets(browser, 'tab'))
    if (url === targetInfo.url && (await holdsPage(browser, targetId, targetInfo.targetId))) return targetId;
  throw new Error(`No tab shows ${page.url()}`);
}

async function holdsPage(browser: CDPSession, tabTargetId: string, pageTargetId: string): Promise<boolean> {
  const tab = await attachToTarget(browser, tabTargetId);
  let holds = false;
  tab.on('Target.attachedToTarget', (params) => {
    const { targetInfo } = params as { targetInfo: TargetInfo };
    if (targetInfo.targetId === pageTargetId) holds = true;
  });
  await tab.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
  await tab.detach();
  return holds;
}
