/** What the end-to-end tests can do with a real browser that has the extension; the same for Chrome and Firefox. */
/// <reference types="chrome" />
import { launchChrome } from './chrome';
import { launchFirefox } from './firefox';
import type { InPage } from './in-page';
import { waitUntil } from './wait-until';

export type BrowserName = 'chrome' | 'firefox';

export const isBrowserName = (name: string): name is BrowserName => name === 'chrome' || name === 'firefox';

export interface LaunchOptions {
  /** Absolute path of the built extension (a directory). */
  readonly extension: string;
  /**
   * A local server that stands for every host: on one port it speaks TLS and plain HTTP, and is a proxy (CONNECT and
   * whole addresses in the request line). Addresses on localhost and 127.0.0.1 are reached as they are written.
   */
  readonly port: number;
  /** Show the window; the default is headless. */
  readonly headed?: boolean;
  /** What an administrator has set for the extension. */
  readonly policy?: object;
  /** The browser refuses the server's certificate, which nobody has signed. */
  readonly checksCertificates?: boolean;
  /** In CSS pixels; what {@link launchBrowser} takes when it is left out costs little to draw. */
  readonly windowSize?: { readonly width: number; readonly height: number };
}

/** With all that `launchBrowser` decides. */
export type DriverOptions = LaunchOptions & Required<Pick<LaunchOptions, 'windowSize'>>;

export const SMALL_WINDOW = { width: 800, height: 600 };

/** A name as a person reads it: a string must match as a whole, spaces collapsed. */
export type Name = string | RegExp;

/** Something to press in a page; searched in open shadow roots too; must be one visible element. */
export type Target =
  | { readonly role: string; readonly name?: Name }
  | { readonly text: Name }
  | { readonly label: Name }
  | { readonly css: string };

/** A document: a tab's page, or a frame in it, of whatever origin. */
export interface PageDocument {
  /** Runs `fn` in the page's own world and returns its (awaited, JSON) result. */
  evaluate<R, A = undefined>(fn: InPage<A, R>, arg?: A): Promise<Awaited<R>>;
  /** Polls `fn` in the page's own world until its result is truthy. */
  waitFor<R, A = undefined>(fn: InPage<A, R>, arg?: A): Promise<Awaited<R>>;
  /** Brings the tab to the front, waits until the target is there and enabled, and presses it with the mouse. */
  press(target: Target): Promise<void>;
}

export interface Tab extends PageDocument {
  goto(url: string): Promise<void>;
  url(): Promise<string>;
  title(): Promise<string>;
  /** An open popup closes. */
  bringToFront(): Promise<void>;
  /** Whether it is the tab in front. */
  isActive(): Promise<boolean>;
  /** Types with real key presses into what has the focus. */
  type(text: string): Promise<void>;
  /** `Enter`, `Tab`, `Shift+Tab`, `Control+a`, … */
  pressKey(key: string): Promise<void>;
  /** Waits for a frame (at any depth, in shadow roots too) whose address contains `urlPart`. */
  frame(urlPart: string): Promise<PageDocument>;
  /** Writes a PNG of what is visible. */
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

/** The action popup, opened by the toolbar button. Everything is found by role and accessible name. */
export interface Popup {
  /** Waits until the element is there, enabled, at rest and not covered, and presses it with the mouse. */
  press(role: string, name: Name): Promise<void>;
  /** Presses a radio button. */
  choose(name: Name): Promise<void>;
  /** Replaces the content of a field with real key presses. */
  setValue(role: string, name: Name, text: string): Promise<void>;
  type(text: string): Promise<void>;
  pressKey(key: string): Promise<void>;
  has(role: string, name?: Name): Promise<boolean>;
  /** Waits until such an element is there. */
  waitForRole(role: string, name?: Name): Promise<void>;
  /** Whether it has nothing to do; one that only does not obey yet or now is not meant. */
  isDisabled(role: string, name: Name): Promise<boolean>;
  isChecked(role: string, name: Name): Promise<boolean>;
  textOf(role: string, name?: Name): Promise<string>;
  valueOf(role: string, name: Name): Promise<string>;
  /** The accessible names of all elements of a role, in document order. */
  namesOf(role: string): Promise<string[]>;
  /** The text of the element with the role `status`. */
  status(): Promise<string>;
  waitForStatus(text: Name): Promise<string>;
  /** What is written in the popup, as a person reads it. */
  text(): Promise<string>;
  /** Waits until the popup's text contains this. */
  waitForText(text: Name): Promise<string>;
  /** Role and accessible name of what has the focus; undefined when it is the page itself. */
  focused(): Promise<{ role: string; name: string } | undefined>;
  evaluate<R, A = undefined>(fn: InPage<A, R>, arg?: A): Promise<Awaited<R>>;
  setColorScheme(scheme: 'light' | 'dark'): Promise<void>;
  /** Writes a PNG of the popup itself. */
  screenshot(path: string): Promise<void>;
  /** Presses Escape and waits until it is closed. */
  close(): Promise<void>;
  closed(): Promise<boolean>;
}

/** Samples of a CPU profiler. */
export interface Recording {
  readonly samples: number;
  /** Those in which code from a file of the extension was running or had called what ran. */
  readonly ofExtension: number;
}

export interface TestBrowser {
  readonly name: BrowserName;
  readonly version: string;
  /** The base of the extension's own addresses, without a trailing slash. */
  extensionOrigin(): string;
  /** Opens a tab in front; a spare one that {@link closeTabs} or the launch has left becomes this tab. */
  newTab(url: string): Promise<Tab>;
  /** Lets the extension into private windows, as a person can in the browser's own pages; it starts anew by that. */
  allowPrivateWindows(): Promise<void>;
  /**
   * Opens a second window, in which everything happens until `work` is done, and closes it.
   *
   * @param work is given the window's tab; what {@link inExtension} does waits until after it
   */
  inSecondWindow<R>(kind: 'ordinary' | 'private', url: string, work: (tab: Tab) => Promise<R>): Promise<R>;
  /** Closes all tabs but a spare one, which goes to `url`: opening a tab takes as long as a third of a test. */
  closeTabs(url: string): Promise<void>;
  /** All tabs in the order of the tab strip, without those that the driver keeps for itself. */
  tabs(): Promise<Tab[]>;
  /** Brings the tab to the front and presses the extension's toolbar button; resolves when the popup has drawn something. */
  pressToolbarButton(tab: Tab): Promise<Popup>;
  /** A press that opens no popup, as the browser may have another use for it. */
  pressToolbarButtonOnly(tab: Tab): Promise<void>;
  popupOpen(): Promise<boolean>;
  /** Waits for a popup that the extension opens by itself, until it has drawn something. */
  popupThatOpens(): Promise<Popup>;
  /** Gives the keyboard command and has it come in for the tab in front. */
  pressCommand(name: string): Promise<void>;
  /** Runs `fn` in an inert document of the extension: with all extension APIs, and none of its code. */
  inExtension<R, A = undefined>(fn: InPage<A, R>, arg?: A): Promise<Awaited<R>>;
  /** The text on the toolbar button's badge for this tab. */
  badge(tab: Tab): Promise<string>;
  /** The toolbar button's tooltip for this tab. */
  actionTitle(tab: Tab): Promise<string>;
  /** Gives an optional host permission (`https://host.example`), as if the person had agreed earlier. */
  grantHostAccess(origin: string): Promise<void>;
  /** Takes away the access to the hosts that the manifest asks for, as a person can in the browser's own pages. */
  withholdHostAccess(): Promise<void>;
  restoreHostAccess(): Promise<void>;
  /**
   * Does `ask` (which presses something that asks for a permission) and answers the browser's prompt. As for a person,
   * Chrome's prompt closes the popup and Firefox's leaves it open.
   *
   * @param popup in which is pressed; null for a page in a tab, which only Firefox can do
   */
  answerPermissionPrompt(
    popup: Popup | null,
    answer: 'accept' | 'refuse',
    ask: () => Promise<void>,
  ): Promise<void>;
  /**
   * Leaves the prompt for a proxy's password without one. Firefox's is cancelled; Chrome's cannot be reached, and goes
   * with the request that it is for.
   */
  leavePasswordPrompt(): Promise<void>;
  /** Records what runs in the process of a tab's page while `during` goes on. */
  recordPage(tab: Tab, during: () => Promise<void>): Promise<Recording>;
  readClipboard(): Promise<string>;
  /** Reloads the extension, as an update does: scripts in open tabs lose their connection. */
  reloadExtension(): Promise<void>;
  /** Switches the extension off and on again, as a person can in the browser's own pages. */
  switchExtensionOffAndOn(): Promise<void>;
  /** Ends the process of a tab's page, as a crash does. */
  crash(tab: Tab): Promise<void>;
  /** Stops the service worker or event page, as the browser does after some idle time. */
  stopBackground(): Promise<void>;
  /** Uncaught errors and console errors of the extension's own contexts since the launch, as text. */
  errors(): Promise<string[]>;
  /**
   * Ends the browser and removes its profile.
   *
   * @param look is given the folder of the profile after the browser has ended and before it is removed
   */
  close(look?: LookAtProfile): Promise<void>;
  /** The same, but the browser gets no time for anything. */
  kill(look: LookAtProfile): Promise<void>;
}

/** Looks at the files that a browser leaves. */
export type LookAtProfile = (folder: string) => Promise<void>;

/** The page that the extension opens once after its installation. */
export const WELCOME_PAGE = '/extension/welcome.html';

/**
 * Starts a browser with a profile of its own, the extension loaded, and its button in the toolbar. The page that opens
 * after the installation has been waited for and is closed.
 */
export async function launchBrowser(name: BrowserName, options: LaunchOptions): Promise<TestBrowser> {
  const launch = name === 'chrome' ? launchChrome : launchFirefox;
  const browser = await launch({ windowSize: SMALL_WINDOW, ...options });
  try {
    const welcome = await waitUntil('the page after the installation', async () => {
      for (const tab of await browser.tabs()) if ((await tab.url()).endsWith(WELCOME_PAGE)) return tab;
      return undefined;
    });
    await welcome.close();
    return browser;
  } catch (error) {
    await browser.close();
    throw error;
  }
}
