/** A tab, or a frame in it, driven by Playwright. */
import type { Frame, Locator, Page } from 'playwright';
import { describeTarget } from './accessible';
import type { PageDocument, Tab, Target } from './browser';
import { EvaluatedDocument } from './page-document';
import { WAIT_LIMIT_MS, waitUntil } from './wait-until';

class ChromeDocument extends EvaluatedDocument {
  constructor(
    protected readonly page: Page,
    private readonly frameOfDocument: () => Frame,
  ) {
    super();
  }

  protected evaluateExpression(expression: string): Promise<unknown> {
    return this.frameOfDocument().evaluate(expression);
  }

  async press(target: Target): Promise<void> {
    await this.page.bringToFront();
    await locate(this.frameOfDocument(), target)
      .click({ timeout: WAIT_LIMIT_MS })
      .catch((error: Error) => {
        throw new Error(`Could not press ${describeTarget(target)}: ${error.message}`);
      });
  }
}

function locate(frame: Frame, target: Target): Locator {
  if ('css' in target) return frame.locator(target.css);
  if ('text' in target) return frame.getByText(target.text, { exact: true });
  if ('label' in target) return frame.getByLabel(target.label, { exact: true });
  const name = target.name === undefined ? {} : { name: target.name, exact: true };
  return frame.getByRole(target.role as Parameters<Frame['getByRole']>[0], name);
}

export class ChromeTab extends ChromeDocument implements Tab {
  constructor(
    page: Page,
    private readonly isInFront: (page: Page) => Promise<boolean>,
  ) {
    super(page, () => page.mainFrame());
  }

  /** Playwright's page, for the driver. */
  get playwrightPage(): Page {
    return this.page;
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url);
  }

  async url(): Promise<string> {
    return this.page.url();
  }

  title(): Promise<string> {
    return this.page.title();
  }

  /** A tab that is in front already is not asked: it may be too busy to answer. */
  async bringToFront(): Promise<void> {
    if (await this.isActive()) return;
    await this.page.bringToFront();
    await waitUntil(`the tab ${this.page.url()} to be in front`, () => this.isActive());
  }

  isActive(): Promise<boolean> {
    return this.isInFront(this.page);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  pressKey(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  async frame(urlPart: string): Promise<PageDocument> {
    const find = () =>
      this.page.frames().find((frame) => frame !== this.page.mainFrame() && frame.url().includes(urlPart));
    const frame = await waitUntil(`a frame whose address contains "${urlPart}"`, find);
    await frame.waitForLoadState();
    return new ChromeDocument(this.page, () => find() ?? frame);
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path });
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
