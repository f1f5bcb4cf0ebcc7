/** A tab of Firefox, or a frame in it. */
import { writeFile } from 'node:fs/promises';
import { describeTarget, plainTarget, TESTING_LIBRARY } from './accessible';
import type { PageDocument, Tab, Target } from './browser';
import { pressKeys } from './firefox-keys';
import type { FirefoxSession, Place } from './firefox-session';
import { POPUP_BROWSER, TABS } from './firefox-window';
import { IN_PAGE } from './in-page';
import { EvaluatedDocument } from './page-document';
import { bringIntoView, elementsFor } from './page-elements';
import { waitUntil } from './wait-until';

/** Marionette's key for a reference to an element, from the WebDriver standard. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
type ElementReference = { readonly [ELEMENT]: string };

class FirefoxDocument extends EvaluatedDocument {
  constructor(
    protected readonly session: FirefoxSession,
    protected readonly place: Place,
    private readonly toFront: () => Promise<void>,
  ) {
    super();
  }

  protected evaluateExpression(expression: string): Promise<unknown> {
    return this.session.inPage(this.place, `return await (${expression});`);
  }

  async press(target: Target): Promise<void> {
    await this.toFront();
    await waitUntil(`${describeTarget(target)} to be ready for a press`, async () => {
      const found = await this.find(target);
      const [element] = found;
      if (!element || found.length > 1) throw new Error(`${found.length} such elements, visible and enabled`);
      // Fails before it presses when the element is covered or outside the page.
      await this.session.commandsInPage(this.place, (send) =>
        send('WebDriver:ElementClick', { id: element[ELEMENT] }),
      );
      return true;
    });
  }

  private find(target: Target): Promise<ElementReference[]> {
    const library = 'css' in target ? 'undefined' : TESTING_LIBRARY;
    const find = `(${elementsFor})(${JSON.stringify(plainTarget(target))}, ${library})`;
    return this.session.inPage(
      this.place,
      `${IN_PAGE} const found = ${find}; await (${bringIntoView})(found); return found;`,
    );
  }
}

export class FirefoxTab extends FirefoxDocument implements Tab {
  constructor(
    session: FirefoxSession,
    readonly handle: string,
  ) {
    super(session, { tab: handle }, () => this.bringToFront());
  }

  async goto(url: string): Promise<void> {
    await this.session.commandsInPage(this.place, (send) => send('WebDriver:Navigate', { url }));
  }

  url(): Promise<string> {
    return this.session.inWindow(`${TABS} return tabOf(args[0]).linkedBrowser.currentURI.spec;`, this.handle);
  }

  title(): Promise<string> {
    return this.evaluate(() => document.title);
  }

  /** Closes the popup, as the press of a person on the tab would. */
  async bringToFront(): Promise<void> {
    await this.session.inWindow(
      `${TABS} ${POPUP_BROWSER}?.closest('panel').hidePopup(); gBrowser.selectedTab = tabOf(args[0]);`,
      this.handle,
    );
    await waitUntil(`the tab ${this.handle} to be in front, without a popup`, () =>
      this.session.inWindow(`${TABS} return tabOf(args[0]).selected && !${POPUP_BROWSER};`, this.handle),
    );
  }

  isActive(): Promise<boolean> {
    return this.session.inWindow(`${TABS} return tabOf(args[0]).selected;`, this.handle);
  }

  async type(text: string): Promise<void> {
    for (const character of text) await this.pressKey(character);
  }

  async pressKey(key: string): Promise<void> {
    await this.bringToFront();
    await this.session.commandsInPage(this.place, (send) => pressKeys(send, key));
  }

  async frame(urlPart: string): Promise<PageDocument> {
    const find = () => this.session.inWindow<number | null>(FRAME_WITH_ADDRESS, this.handle, urlPart);
    const frameId = await waitUntil(`a frame whose address contains "${urlPart}"`, find);
    const frame = new FirefoxDocument(this.session, { ...this.place, frameId }, () => this.bringToFront());
    await frame.waitFor(() => document.readyState === 'complete');
    return frame;
  }

  async screenshot(path: string): Promise<void> {
    const { value } = await this.session.commandsInPage(this.place, (send) =>
      send<{ value: string }>('WebDriver:TakeScreenshot', { full: false }),
    );
    await writeFile(path, Buffer.from(value, 'base64'));
  }

  async close(): Promise<void> {
    await this.session.inWindow(
      `${TABS} gBrowser.removeTab(tabOf(args[0]), { animate: false });`,
      this.handle,
    );
  }
}

const FRAME_WITH_ADDRESS = `${TABS}
  const { browsingContext: top } = tabOf(args[0]).linkedBrowser;
  const frames = top.getAllBrowsingContextsInSubtree().filter((frame) => frame !== top);
  return frames.find((frame) => frame.currentWindowGlobal?.documentURI?.spec.includes(args[1]))?.id ?? null;`;
