/** Chromium, driven by Playwright and the DevTools Protocol. */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright';
import type { DriverOptions, LookAtProfile, Popup, Recording, Tab, TestBrowser } from './browser';
import { attachToTarget } from './cdp-target';
import { BackgroundPage, type DeveloperPrivate, type TabTarget, tabTargetOf, targets } from './chrome-pages';
import { chromePopupDriver } from './chrome-popup';
import { recordCpu } from './chrome-recording';
import { ChromeTab } from './chrome-tab';
import { callExpression, type InPage } from './in-page';
import { findOrInstall } from './installed';
import { type PolicyOfChrome, setPolicyOfChrome } from './policies';
import { openedPopup } from './popup';
import { waitUntil } from './wait-until';

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  // Movements of its own windows; those of pages stay.
  '--animation-duration-scale=0',
];

/** Starts Chromium with the extension; see `launchBrowser`. */
export async function launchChrome(options: DriverOptions): Promise<TestBrowser> {
  const policy = options.policy && (await setPolicyOfChrome(options.extension, options.policy));
  const { port, headed = false, checksCertificates = false, windowSize } = options;
  const extension = policy ? policy.extension : options.extension;
  const executablePath = await findOrInstall('chrome');
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')) as Manifest;
  const profile = await mkdtemp(join(tmpdir(), 'link-helper-chrome-'));
  // Within the profile, so that it is looked through and removed with it.
  const temporary = join(profile, 'tmp');
  await mkdir(temporary);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    env: { ...process.env, TMPDIR: temporary },
    headless: !headed,
    ignoreHTTPSErrors: !checksCertificates,
    viewport: headed ? null : windowSize,
    // A page can make them as large as it likes, and people have them.
    ignoreDefaultArgs: ['--hide-scrollbars'],
    args: [
      ...QUIET,
      '--enable-unsafe-extension-debugging',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--proxy-server=127.0.0.1:${port}`,
      // Playwright's own way is for pages; the popup's requests go past it.
      ...(checksCertificates ? [] : ['--ignore-certificate-errors']),
      // Else 800 by 600, where no popup gets as high as on anybody's screen.
      '--screen-info={1600x1200}',
      `--window-size=${windowSize.width},${windowSize.height}`,
    ],
  });
  try {
    const browser = context.browser();
    if (!browser) throw new Error('Chromium ended while it was starting.');
    const cdp = await browser.newBrowserCDPSession();
    const worker = await waitUntil('the service worker of the extension', async () =>
      (await targets(cdp, 'service_worker')).find(({ url }) => url.startsWith('chrome-extension://')),
    );
    const id = new URL(worker.url).host;
    const chrome = new Chrome(browser.version(), context, cdp, id, manifest, profile, policy);
    await chrome.collectErrors();
    return chrome;
  } catch (error) {
    await closeAndRemove(context, profile, policy);
    throw error;
  }
}

async function closeAndRemove(
  context: BrowserContext,
  profile: string,
  policy: PolicyOfChrome | undefined,
  look?: LookAtProfile,
): Promise<void> {
  await context.close();
  await policy?.remove();
  await look?.(profile);
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

interface Manifest {
  readonly action: { readonly default_popup: string };
  readonly icons: Readonly<Record<string, string>>;
}

class Chrome implements TestBrowser {
  readonly name = 'chrome';
  private readonly inert: BackgroundPage;
  private readonly extensionsPage: BackgroundPage;
  private readonly known = new Map<Page, ChromeTab>();
  /** An idle tab that the next new tab takes the place of; the browser starts with one. */
  private spare: Page | undefined;

  constructor(
    readonly version: string,
    private readonly context: BrowserContext,
    private readonly cdp: CDPSession,
    private readonly id: string,
    private readonly manifest: Manifest,
    private readonly profile: string,
    private readonly policy: PolicyOfChrome | undefined,
  ) {
    // Each is a document of its origin with all of its APIs, in which nothing runs by itself.
    const image = Object.values(manifest.icons)[0];
    this.inert = new BackgroundPage(context, cdp, `${this.extensionOrigin()}/${image}`);
    this.extensionsPage = new BackgroundPage(context, cdp, 'chrome://extensions/strings.m.js');
    this.spare = context.pages()[0];
  }

  extensionOrigin(): string {
    return `chrome-extension://${this.id}`;
  }

  async newTab(url: string): Promise<Tab> {
    const { spare } = this;
    this.spare = undefined;
    const tab = this.tabOf(spare ?? (await this.context.newPage()));
    await tab.goto(url);
    await tab.bringToFront();
    return tab;
  }

  async inSecondWindow<R>(
    kind: 'ordinary' | 'private',
    url: string,
    work: (tab: Tab) => Promise<R>,
  ): Promise<R> {
    await this.inert.open();
    const opened = this.context.waitForEvent('page');
    await this.inExtension(
      (incognito) => chrome.windows.create({ incognito, url: 'about:blank' }),
      kind === 'private',
    );
    const tab = this.tabOf(await opened);
    try {
      await tab.goto(url);
      return await work(tab);
    } finally {
      await tab.close();
    }
  }

  async closeTabs(url: string): Promise<void> {
    const [spare, ...others] = this.ordinaryPages();
    for (const page of others) await page.close();
    await spare?.goto(url);
    this.spare = spare;
  }

  async tabs(): Promise<Tab[]> {
    const placed = await Promise.all(
      this.ordinaryPages().map(async (page) => ({ page, ...(await this.target(page)) })),
    );
    return placed.sort((a, b) => a.index - b.index).map(({ page }) => this.tabOf(page));
  }

  async pressToolbarButton(tab: Tab): Promise<Popup> {
    await this.pressToolbarButtonOnly(tab);
    return this.popupThatOpens();
  }

  async pressToolbarButtonOnly(tab: Tab): Promise<void> {
    await tab.bringToFront();
    await waitUntil('an earlier popup to close', () => this.popupClosed());
    const { targetId } = await this.target(pageOf(tab));
    await this.trigger(targetId);
  }

  async popupThatOpens(): Promise<Popup> {
    const target = await waitUntil('the popup to open', () => this.popupTarget());
    const isOpen = async () => (await this.popupTarget())?.targetId === target.targetId;
    return openedPopup(await chromePopupDriver(this.cdp, target.targetId, isOpen));
  }

  async popupOpen(): Promise<boolean> {
    return (await this.popupTarget()) !== undefined;
  }

  /**
   * A key press that comes through the DevTools Protocol never reaches Chrome's own shortcuts, so the two things that
   * such a shortcut does are done one by one: activeTab is granted to the tab in front (by a press of the toolbar
   * button while it has no popup), and the extension's listeners for the command get it with that tab.
   */
  async pressCommand(name: string): Promise<void> {
    const tabs = await targets(this.cdp, 'tab');
    const front = tabs.find(({ embedderData }) => embedderData?.tabActive);
    if (!front) throw new Error('No tab is in front.');
    await this.inExtension(() => chrome.action.setPopup({ popup: '' }));
    await this.trigger(front.targetId);
    const popup = this.manifest.action.default_popup;
    await this.inExtension((popup) => chrome.action.setPopup({ popup }), popup);
    await this.inBackground(async (name) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const event = chrome.commands.onCommand as unknown as { dispatch(...args: unknown[]): void };
      event.dispatch(name, tab);
    }, name);
  }

  inExtension<R, A = undefined>(fn: InPage<A, R>, arg?: A): Promise<Awaited<R>> {
    return this.inert.evaluate(fn, arg);
  }

  async badge(tab: Tab): Promise<string> {
    const tabId = await this.tabId(tab);
    return this.inExtension((tabId) => chrome.action.getBadgeText({ tabId }), tabId);
  }

  async actionTitle(tab: Tab): Promise<string> {
    const tabId = await this.tabId(tab);
    return this.inExtension((tabId) => chrome.action.getTitle({ tabId }), tabId);
  }

  /** The permission counts as given earlier, so the request that really grants it needs no prompt. */
  async grantHostAccess(origin: string): Promise<void> {
    const pattern = `${origin}/*`;
    await this.extensionsPage.evaluate(
      async ({ id, pattern }) => {
        const api = (chrome as unknown as { developerPrivate: DeveloperPrivate }).developerPrivate;
        await api.addHostPermission(id, pattern);
      },
      { id: this.id, pattern },
    );
    const granted = await this.inExtension(
      (pattern) => chrome.permissions.request({ origins: [pattern] }),
      pattern,
    );
    if (!granted) throw new Error(`Chrome did not grant ${pattern}.`);
  }

  withholdHostAccess(): Promise<void> {
    return this.setHostAccess('ON_CLICK');
  }

  restoreHostAccess(): Promise<void> {
    return this.setHostAccess('ON_ALL_SITES');
  }

  /**
   * Chrome's prompt is no page, and nothing can press its buttons. What the extension sees of it is played instead:
   * the request stays without an answer, the popup closes, and with `accept` the permission is then granted.
   */
  async answerPermissionPrompt(
    popup: Popup | null,
    answer: 'accept' | 'refuse',
    ask: () => Promise<void>,
  ): Promise<void> {
    if (!popup) throw new Error('Only what a popup asks for can be answered in Chrome.');
    await popup.evaluate(holdPermissionRequests);
    await ask();
    const origins = await waitUntil('the extension to ask for a permission', () =>
      popup.evaluate(() => (window as AskingWindow).originsAskedFor),
    );
    await popup.close();
    if (answer === 'refuse') return;
    for (const pattern of origins) await this.grantHostAccess(pattern.replace(/\/\*$/, ''));
  }

  async leavePasswordPrompt(): Promise<void> {}

  async recordPage(tab: Tab, during: () => Promise<void>): Promise<Recording> {
    const session = await this.context.newCDPSession(pageOf(tab));
    try {
      return await recordCpu(session, this.extensionOrigin(), during);
    } finally {
      await session.detach();
    }
  }

  async readClipboard(): Promise<string> {
    // What is not named is refused from then on, to pages too, which may write at a press as it is.
    await this.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    return this.inExtension(() => navigator.clipboard.readText());
  }

  reloadExtension(): Promise<void> {
    return this.restart(async (id) => {
      const api = (chrome as unknown as { developerPrivate: DeveloperPrivate }).developerPrivate;
      await api.reload(id, { failQuietly: true });
    });
  }

  switchExtensionOffAndOn(): Promise<void> {
    return this.restart(async (id) => {
      await chrome.management.setEnabled(id, false);
      await chrome.management.setEnabled(id, true);
    });
  }

  allowPrivateWindows(): Promise<void> {
    return this.restart(async (extensionId) => {
      const api = (chrome as unknown as { developerPrivate: DeveloperPrivate }).developerPrivate;
      await api.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
    });
  }

  /** @param how the browser's own page for extensions does it */
  private async restart(how: (id: string) => Promise<void>): Promise<void> {
    const before = (await this.worker())?.targetId;
    await (await this.inert.open()).close();
    await this.extensionsPage.evaluate(how, this.id);
    await waitUntil('the extension to start anew', async () => {
      const worker = await this.worker();
      return worker && worker.targetId !== before;
    });
  }

  async crash(tab: Tab): Promise<void> {
    const page = pageOf(tab);
    const crashed = page.waitForEvent('crash');
    const session = await this.context.newCDPSession(page);
    // Nobody is left to answer.
    session.send('Page.crash').catch(() => undefined);
    await crashed;
  }

  async stopBackground(): Promise<void> {
    const session = await this.context.newCDPSession(await this.inert.open());
    await session.send('ServiceWorker.enable');
    await waitUntil('the service worker to stop', async () => {
      // A request that was on its way may have started it again.
      await session.send('ServiceWorker.stopAllWorkers');
      return !(await this.worker());
    });
    await session.detach();
  }

  async collectErrors(): Promise<void> {
    await this.extensionsPage.evaluate(async (extensionId) => {
      const api = (chrome as unknown as { developerPrivate: DeveloperPrivate }).developerPrivate;
      await api.updateProfileConfiguration({ inDeveloperMode: true });
      await api.updateExtensionConfiguration({ extensionId, errorCollection: true });
    }, this.id);
  }

  errors(): Promise<string[]> {
    return this.extensionsPage.evaluate(async (id) => {
      const api = (chrome as unknown as { developerPrivate: DeveloperPrivate }).developerPrivate;
      const { manifestErrors, runtimeErrors } = await api.getExtensionInfo(id);
      return [
        ...manifestErrors.map(({ message }) => message),
        ...runtimeErrors
          // Chrome's own picture viewer breaks the extension's policy in the driver's inert document.
          .filter(({ source }) => !source.endsWith('.png'))
          .map(({ message, source }) => `${message} (${source})`),
      ];
    }, this.id);
  }

  close(look?: LookAtProfile): Promise<void> {
    return closeAndRemove(this.context, this.profile, this.policy, look);
  }

  async kill(look: LookAtProfile): Promise<void> {
    const { processInfo } = await this.cdp.send('SystemInfo.getProcessInfo');
    const itself = processInfo.find(({ type }) => type === 'browser');
    if (!itself) throw new Error('Chromium does not tell its own process.');
    process.kill(itself.id, 'SIGKILL');
    await this.close(look);
  }

  private async setHostAccess(hostAccess: 'ON_CLICK' | 'ON_ALL_SITES'): Promise<void> {
    await this.extensionsPage.evaluate(
      async ({ extensionId, hostAccess }) => {
        const api = (chrome as unknown as { developerPrivate: DeveloperPrivate }).developerPrivate;
        await api.updateExtensionConfiguration({ extensionId, hostAccess });
      },
      { extensionId: this.id, hostAccess },
    );
  }

  private async inBackground<A>(fn: InPage<A, Promise<void>>, arg: A): Promise<void> {
    const worker = await this.startedWorker();
    const session = await attachToTarget(this.cdp, worker.targetId);
    await session.evaluate(callExpression(fn, arg));
    await session.detach();
  }

  /** The service worker's target; started when it was stopped. */
  private async startedWorker() {
    const running = await this.worker();
    if (running) return running;
    const session = await this.context.newCDPSession(await this.inert.open());
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.startWorker', { scopeURL: `${this.extensionOrigin()}/` });
    await session.detach();
    return waitUntil('the service worker to start', () => this.worker());
  }

  private async worker() {
    const workers = await targets(this.cdp, 'service_worker');
    return workers.find(({ url }) => url.startsWith(this.extensionOrigin()));
  }

  /** Closes the popup that is open; Chromium 150 may leave it there when a tab comes to the front of no window. */
  private async popupClosed(): Promise<boolean> {
    const open = await this.popupTarget();
    if (open) await this.cdp.send('Target.closeTarget', { targetId: open.targetId }).catch(() => undefined);
    return open === undefined;
  }

  private async popupTarget() {
    const pages = await targets(this.cdp, 'page');
    const address = `${this.extensionOrigin()}/${this.manifest.action.default_popup}`;
    return pages.find(({ url }) => url.startsWith(address));
  }

  /** What a press of the toolbar button does; the command is not part of the protocol that Playwright has typed. */
  private async trigger(targetId: string): Promise<void> {
    const send = this.cdp.send.bind(this.cdp) as (method: string, params: object) => Promise<unknown>;
    await send('Extensions.triggerAction', { id: this.id, targetId });
  }

  private ordinaryPages(): Page[] {
    return this.context.pages().filter((page) => !this.inert.is(page) && !this.extensionsPage.is(page));
  }

  private tabOf(page: Page): ChromeTab {
    const tab = this.known.get(page) ?? new ChromeTab(page, async (page) => (await this.target(page)).active);
    this.known.set(page, tab);
    return tab;
  }

  private target(page: Page): Promise<TabTarget> {
    return tabTargetOf(this.context, this.cdp, page);
  }

  private async tabId(tab: Tab): Promise<number> {
    const { index } = await this.target(pageOf(tab));
    const id = await this.inExtension(async (index) => (await chrome.tabs.query({ index }))[0]?.id, index);
    if (id === undefined) throw new Error(`The extension knows no tab at ${index}.`);
    return id;
  }
}

type AskingWindow = Window & { originsAskedFor?: string[] };

/** Runs in the popup: from now on a request that would need a prompt is noted and stays without an answer. */
function holdPermissionRequests(): void {
  const original = chrome.permissions.request.bind(chrome.permissions);
  const request = async (wanted: chrome.permissions.Permissions) => {
    const needsPrompt = navigator.userActivation.isActive && !(await chrome.permissions.contains(wanted));
    if (!needsPrompt) return original(wanted);
    (window as AskingWindow).originsAskedFor = wanted.origins ?? [];
    return new Promise<boolean>(() => undefined);
  };
  chrome.permissions.request = request as typeof chrome.permissions.request;
}

function pageOf(tab: Tab): Page {
  if (tab instanceof ChromeTab) return tab.playwrightPage;
  throw new Error('This tab belongs to another browser.');
}
