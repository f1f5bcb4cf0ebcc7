/** Firefox, driven by its own Marionette protocol. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DriverOptions, LookAtProfile, Popup, Recording, Tab, TestBrowser } from './browser';
import { pressKeys } from './firefox-keys';
import { firefoxPopupDriver, POPUP_ID, popupHasLoaded } from './firefox-popup';
import { type FirefoxProcess, startFirefox } from './firefox-process';
import { recordProcess } from './firefox-recording';
import { FirefoxSession } from './firefox-session';
import { FirefoxTab } from './firefox-tab';
import { besideDocument, EXTENSION, ownWorld, TABS } from './firefox-window';
import { callExpression, type InPage } from './in-page';
import { openedPopup } from './popup';
import { waitUntil } from './wait-until';

/** The key that the driver assigns to a command: none of Firefox's own uses it. */
const COMMAND_KEY = { shortcut: 'Alt+Shift+9', stroke: 'Alt+Shift+9' };

/** Starts Firefox with the extension as a temporary add-on; see `launchBrowser`. */
export async function launchFirefox(options: DriverOptions): Promise<TestBrowser> {
  const manifest = JSON.parse(await readFile(join(options.extension, 'manifest.json'), 'utf8')) as Manifest;
  const process = await startFirefox(options);
  try {
    const session = new FirefoxSession(process.marionette);
    const { value: id } = await session.commands((send) =>
      send<{ value: string }>('Addon:Install', { path: options.extension, temporary: true }),
    );
    const firefox = new Firefox(process, session, id, manifest);
    await firefox.prepare();
    return firefox;
  } catch (error) {
    await process.close();
    throw error;
  }
}

interface Manifest {
  readonly host_permissions?: readonly string[];
  readonly content_scripts?: readonly { readonly matches: readonly string[] }[];
  readonly icons: Readonly<Record<string, string>>;
}

/** What Firefox keeps of the permissions of extensions, in the window. */
const PERMISSIONS = `const { ExtensionPermissions } = ChromeUtils.importESModule(
  'resource://gre/modules/ExtensionPermissions.sys.mjs');`;

class Firefox implements TestBrowser {
  readonly name = 'firefox';
  readonly version: string;
  private origin = '';
  private inertTab: string | undefined;
  /** An idle tab that the next new tab takes the place of; the browser starts with one. */
  private spare: string | undefined;
  private readonly known = new Map<string, FirefoxTab>();

  constructor(
    private readonly process: FirefoxProcess,
    private readonly session: FirefoxSession,
    private readonly id: string,
    private readonly manifest: Manifest,
  ) {
    this.version = process.version;
  }

  /** Puts the button into the toolbar, where Firefox would otherwise keep it behind the puzzle piece. */
  async prepare(): Promise<void> {
    this.origin = await this.session.inWindow(
      `return 'moz-extension://' + WebExtensionPolicy.getByID(args[0]).mozExtensionHostname;`,
      this.id,
    );
    await this.session.inWindow(
      `CustomizableUI.addWidgetToArea(args[0] + '-browser-action', CustomizableUI.AREA_NAVBAR);`,
      this.widgetId,
    );
    // The selected one may be what the extension has opened.
    this.spare = await this.session.inWindow(`${TABS} return handleOf(gBrowser.tabs[0]);`);
  }

  extensionOrigin(): string {
    return this.origin;
  }

  async newTab(url: string): Promise<Tab> {
    const { spare } = this;
    this.spare = undefined;
    const tab = this.tabOf(spare ?? (await this.openTab('about:blank', true)));
    await tab.bringToFront();
    await tab.goto(url);
    return tab;
  }

  async inSecondWindow<R>(
    kind: 'ordinary' | 'private',
    url: string,
    work: (tab: Tab) => Promise<R>,
  ): Promise<R> {
    const ordinary = await this.session.inWindow(`${TABS} return handleOf(gBrowser.selectedTab);`);
    const handle = await this.session.commands(async (send) => {
      const wanted = { type: 'window', private: kind === 'private' };
      const opened = await send<{ handle: string }>('WebDriver:NewWindow', wanted);
      // From here on what is done in the browser's own window is done in this one.
      await send('WebDriver:SwitchToWindow', { handle: opened.handle });
      return opened.handle;
    });
    try {
      const tab = this.tabOf(handle);
      await tab.goto(url);
      return await work(tab);
    } finally {
      await this.session.commands(async (send) => {
        await send('WebDriver:CloseWindow');
        await send('WebDriver:SwitchToWindow', { handle: ordinary });
      });
    }
  }

  async closeTabs(url: string): Promise<void> {
    const [spare, ...others] = (await this.tabs()) as FirefoxTab[];
    for (const tab of others) await tab.close();
    await spare?.goto(url);
    this.spare = spare?.handle;
  }

  async tabs(): Promise<Tab[]> {
    const handles = await this.session.inWindow<string[]>(`${TABS} return gBrowser.tabs.map(handleOf);`);
    return handles.filter((handle) => handle !== this.inertTab).map((handle) => this.tabOf(handle));
  }

  async pressToolbarButton(tab: Tab): Promise<Popup> {
    await this.pressToolbarButtonOnly(tab);
    return this.popupThatOpens();
  }

  async pressToolbarButtonOnly(tab: Tab): Promise<void> {
    await tab.bringToFront();
    await this.session.commandsInWindow(async (send) => {
      const button = { using: 'css selector', value: `#${this.widgetId}-BAP` };
      const { value } = await send<{ value: Record<string, string> }>('WebDriver:FindElement', button);
      await send('WebDriver:ElementClick', { id: Object.values(value)[0] });
    });
  }

  async popupThatOpens(): Promise<Popup> {
    await waitUntil('the popup to load', () => popupHasLoaded(this.session));
    return openedPopup(await firefoxPopupDriver(this.session));
  }

  async popupOpen(): Promise<boolean> {
    return (await this.session.inWindow(POPUP_ID)) !== undefined;
  }

  async pressCommand(name: string): Promise<void> {
    const { shortcut, stroke } = COMMAND_KEY;
    await this.inExtension((command) => (chrome.commands as unknown as FirefoxCommands).update(command), {
      name,
      shortcut,
    });
    await this.session.commandsInWindow((send) => pressKeys(send, stroke));
  }

  async inExtension<R, A = undefined>(fn: InPage<A, R>, arg?: A): Promise<Awaited<R>> {
    const handle = await this.openInertTab();
    const document = besideDocument(
      `(() => { ${TABS} return tabOf(args[0])?.linkedBrowser; })()`,
      ownWorld(callExpression(fn, arg)),
    );
    return this.session.inWindow<Awaited<R>>(document, handle);
  }

  async badge(tab: Tab): Promise<string> {
    const tabId = await this.tabId(tab);
    return this.inExtension((tabId) => chrome.action.getBadgeText({ tabId }), tabId);
  }

  async actionTitle(tab: Tab): Promise<string> {
    const tabId = await this.tabId(tab);
    return this.inExtension((tabId) => chrome.action.getTitle({ tabId }), tabId);
  }

  grantHostAccess(origin: string): Promise<void> {
    return this.changeAccess('add', [`${origin}/*`]);
  }

  withholdHostAccess(): Promise<void> {
    return this.changeAccess('remove', this.declaredOrigins());
  }

  restoreHostAccess(): Promise<void> {
    return this.changeAccess('add', this.declaredOrigins());
  }

  async answerPermissionPrompt(
    _popup: Popup | null,
    answer: 'accept' | 'refuse',
    ask: () => Promise<void>,
  ): Promise<void> {
    await ask();
    const button = answer === 'accept' ? 'button' : 'secondaryButton';
    await waitUntil('the permission prompt', () => this.session.inWindow(PRESS_IN_PROMPT, button));
    await waitUntil('the permission prompt to close', () =>
      this.session.inWindow(`return PopupNotifications.panel.state === 'closed';`),
    );
  }

  async leavePasswordPrompt(): Promise<void> {
    await waitUntil('the prompt for a password', () => this.session.inWindow(CANCEL_DIALOG));
  }

  recordPage(tab: Tab, during: () => Promise<void>): Promise<Recording> {
    return recordProcess(this.session, handleOf(tab), this.origin, during);
  }

  readClipboard(): Promise<string> {
    return this.session.inWindow(`return navigator.clipboard.readText();`);
  }

  reloadExtension(): Promise<void> {
    return this.restart('await addon.reload();');
  }

  switchExtensionOffAndOn(): Promise<void> {
    return this.restart('await addon.disable(); await addon.enable();');
  }

  allowPrivateWindows(): Promise<void> {
    return this.restart(
      `${PERMISSIONS}
      await ExtensionPermissions.add(args[0], { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
      await addon.reload();`,
    );
  }

  async crash(tab: Tab): Promise<void> {
    const pid = await this.session.inWindow<number>(
      `${TABS} return tabOf(args[0]).linkedBrowser.frameLoader.remoteTab.osPid;`,
      handleOf(tab),
    );
    process.kill(pid, 'SIGKILL');
    await waitUntil('the browser to notice the crash', () =>
      this.session.inWindow(
        `${TABS} return !tabOf(args[0])?.linkedBrowser.frameLoader?.remoteTab?.osPid;`,
        handleOf(tab),
      ),
    );
  }

  /** @param how with `addon`, in the window */
  private async restart(how: string): Promise<void> {
    await this.closeInertTab();
    await this.session.inWindow(
      `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const addon = await AddonManager.getAddonByID(args[0]);
      ${how}`,
      this.id,
    );
    await waitUntil('the extension to start anew', () =>
      this.session.inWindow(
        `return Boolean(WebExtensionPolicy.getByID(args[0])?.extension?.backgroundState === 'running');`,
        this.id,
      ),
    );
  }

  async stopBackground(): Promise<void> {
    await waitUntil('the event page to stop', () =>
      // A request that was on its way may have started it again.
      this.session.inWindow(
        `${EXTENSION} await extension.terminateBackground(); return extension.backgroundState === 'stopped';`,
        this.id,
      ),
    );
  }

  errors(): Promise<string[]> {
    return this.session.inWindow(ERRORS, this.origin);
  }

  close(look?: LookAtProfile): Promise<void> {
    return this.process.close(look);
  }

  kill(look: LookAtProfile): Promise<void> {
    return this.process.kill(look);
  }

  /** The id of the toolbar button's widget, made from the extension's id in Firefox's own way. */
  private get widgetId(): string {
    return this.id.toLowerCase().replace(/[^a-z0-9_-]/g, '_');
  }

  private declaredOrigins(): readonly string[] {
    const { host_permissions = [], content_scripts = [] } = this.manifest;
    return [...new Set([...host_permissions, ...content_scripts.flatMap(({ matches }) => matches)])];
  }

  /** What a person does on the page about:addons, or in the menu of the toolbar button. */
  private async changeAccess(change: 'add' | 'remove', origins: readonly string[]): Promise<void> {
    await this.session.inWindow(
      `${EXTENSION}
      ${PERMISSIONS}
      await ExtensionPermissions[args[1]](args[0], { permissions: [], origins: args[2] }, extension);`,
      this.id,
      change,
      origins,
    );
  }

  private tabOf(handle: string): FirefoxTab {
    const tab = this.known.get(handle) ?? new FirefoxTab(this.session, handle);
    this.known.set(handle, tab);
    return tab;
  }

  private tabId(tab: Tab): Promise<number> {
    return this.session.inWindow(
      `${TABS}
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      return ExtensionParent.apiManager.global.tabTracker.getId(tabOf(args[0]));`,
      handleOf(tab),
    );
  }

  private openTab(url: string, inFront: boolean): Promise<string> {
    return this.session.inWindow(
      `${TABS}
      const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
      return handleOf(gBrowser.addTab(args[0], { triggeringPrincipal, inBackground: !args[1] }));`,
      url,
      inFront,
    );
  }

  /** An image of the extension is a document of its origin in which none of its code runs. */
  private async openInertTab(): Promise<string> {
    if (this.inertTab) return this.inertTab;
    const handle = await this.openTab(`${this.origin}/${Object.values(this.manifest.icons)[0]}`, false);
    this.inertTab = handle;
    const loaded = besideDocument(
      `(() => { ${TABS} return tabOf(args[0])?.linkedBrowser; })()`,
      `return content.location.protocol === 'moz-extension:' && content.document.readyState === 'complete';`,
      1_000,
    );
    await waitUntil('an inert document of the extension', () => this.session.inWindow(loaded, handle));
    return handle;
  }

  private async closeInertTab(): Promise<void> {
    if (this.inertTab) await this.tabOf(this.inertTab).close();
    this.inertTab = undefined;
  }
}

function handleOf(tab: Tab): string {
  if (tab instanceof FirefoxTab) return tab.handle;
  throw new Error('This tab belongs to another browser.');
}

/** The part of Firefox's `commands` API that Chrome lacks. */
interface FirefoxCommands {
  update(command: { name: string; shortcut: string }): Promise<void>;
}

const PRESS_IN_PROMPT = `
  const { panel } = PopupNotifications;
  const prompt = panel.firstElementChild;
  if (panel.state !== 'open' || !prompt) return false;
  prompt[args[0]].click();
  return true;`;

const CANCEL_DIALOG = `
  const dialogs = Array.from(document.querySelectorAll('.dialogFrame'), (frame) =>
    frame.contentDocument?.getElementById('commonDialog'));
  const dialog = dialogs.find((found) => found?.getButton('cancel'));
  dialog?.cancelDialog();
  return Boolean(dialog);`;

const ERRORS = `
  const fromExtension = (address) => String(address).startsWith(args[0]);
  const scriptErrors = Services.console.getMessageArray()
    .filter((message) => message instanceof Ci.nsIScriptError)
    .filter((error) => !(error.flags & Ci.nsIScriptError.warningFlag) && fromExtension(error.sourceName))
    .map((error) => error.errorMessage + ' (' + error.sourceName + ')');
  const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
  const consoleErrors = storage.getEvents()
    .filter((event) => event.level === 'error' && fromExtension(event.filename))
    .map((event) => event.arguments.join(' ') + ' (' + event.filename + ')');
  return [...scriptErrors, ...consoleErrors];`;
