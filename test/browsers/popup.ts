/** The popup as tests use it, on top of the few things that each browser does in its own way. */
import { writeFile } from 'node:fs/promises';
import { matches, plainName, TESTING_LIBRARY } from './accessible';
import type { Name, Popup } from './browser';
import { callExpression, type InPage } from './in-page';
import { type ElementFacts, elementsOfRole, focusedElement, pressPoint } from './popup-elements';
import { waitForValue, waitUntil } from './wait-until';

/** What a browser must be able to do with the document of its open popup. */
export interface PopupDriver {
  /** Evaluates an expression in the popup's own world; its awaited value must be JSON. */
  evaluate(expression: string): Promise<unknown>;
  /** A trusted press of the left mouse button, in CSS pixels of the popup. */
  pressMouse(point: { x: number; y: number }): Promise<void>;
  pressKey(stroke: string): Promise<void>;
  setColorScheme(scheme: 'light' | 'dark'): Promise<void>;
  /** A PNG. */
  screenshot(): Promise<Buffer>;
  isOpen(): Promise<boolean>;
}

/** Waits until the popup's document has something to show, and makes it searchable. */
export async function openedPopup(driver: PopupDriver): Promise<Popup> {
  const look = `({ address: location.href, readyState: document.readyState, text: document.body?.innerText.trim() })`;
  await waitForValue(
    'the popup to draw its content',
    () => driver.evaluate(look) as Promise<{ address: string; readyState: string; text?: string }>,
    ({ address, readyState, text }) =>
      address.includes('.html') && readyState === 'complete' && Boolean(text),
  );
  await driver.evaluate(`void (window.testingLibrary = ${TESTING_LIBRARY})`);
  return new OpenPopup(driver);
}

class OpenPopup implements Popup {
  constructor(private readonly driver: PopupDriver) {}

  async evaluate<R, A = undefined>(fn: InPage<A, R>, arg?: A): Promise<Awaited<R>> {
    return (await this.driver.evaluate(callExpression(fn, arg))) as Awaited<R>;
  }

  async press(role: string, name: Name): Promise<void> {
    const point = await this.pointAtRest(role, name);
    await this.orClosed(this.driver.pressMouse(point));
  }

  choose(name: Name): Promise<void> {
    return this.press('radio', name);
  }

  async setValue(role: string, name: Name, text: string): Promise<void> {
    await this.press(role, name);
    await this.pressKey('Control+a');
    await this.pressKey('Backspace');
    await this.type(text);
    await waitForValue(
      `${role} "${name}" to hold "${text}"`,
      () => this.valueOf(role, name),
      (value) => value === text,
    );
  }

  async type(text: string): Promise<void> {
    for (const character of text) await this.pressKey(character);
  }

  pressKey(key: string): Promise<void> {
    return this.orClosed(this.driver.pressKey(key));
  }

  async has(role: string, name?: Name): Promise<boolean> {
    return (await this.all(role)).some((element) => name === undefined || matches(name, element.name));
  }

  async waitForRole(role: string, name?: Name): Promise<void> {
    await waitForValue(
      `${role} "${name ?? ''}" in the popup`,
      () => this.namesOf(role),
      (names) => names.some((found) => name === undefined || matches(name, found)),
    );
  }

  async isDisabled(role: string, name: Name): Promise<boolean> {
    return (await this.one(role, name)).disabled;
  }

  async isChecked(role: string, name: Name): Promise<boolean> {
    return (await this.one(role, name)).checked;
  }

  async textOf(role: string, name?: Name): Promise<string> {
    return (await this.one(role, name)).text;
  }

  async valueOf(role: string, name: Name): Promise<string> {
    return (await this.one(role, name)).value;
  }

  async namesOf(role: string): Promise<string[]> {
    return (await this.all(role)).map(({ name }) => name);
  }

  status(): Promise<string> {
    return this.textOf('status');
  }

  waitForStatus(text: Name): Promise<string> {
    return waitForValue(
      `the popup's status to be ${text}`,
      () => this.status(),
      (status) => matches(text, status),
    );
  }

  text(): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: what a person can read, without hidden text
    return this.evaluate(() => document.body.innerText);
  }

  waitForText(text: Name): Promise<string> {
    return waitForValue(
      `the popup to say ${text}`,
      () => this.text(),
      (all) => (typeof text === 'string' ? all.includes(text) : text.test(all)),
    );
  }

  async focused(): Promise<{ role: string; name: string } | undefined> {
    return (await this.evaluate(focusedElement)) ?? undefined;
  }

  setColorScheme(scheme: 'light' | 'dark'): Promise<void> {
    return this.driver.setColorScheme(scheme);
  }

  async screenshot(path: string): Promise<void> {
    await writeFile(path, await this.driver.screenshot());
  }

  async close(): Promise<void> {
    await this.pressKey('Escape');
    await waitUntil('the popup to close', () => this.closed());
  }

  async closed(): Promise<boolean> {
    return !(await this.driver.isOpen());
  }

  /** A press may close the popup, which then answers no more. */
  private async orClosed(press: Promise<void>): Promise<void> {
    await press.catch(async (error) => {
      if (!(await this.closed())) throw error;
    });
  }

  private all(role: string): Promise<ElementFacts[]> {
    return this.evaluate(elementsOfRole, role);
  }

  /** The one element with this role and name; throws, with what there is, when there is none or several. */
  private async one(role: string, name?: Name): Promise<ElementFacts> {
    const all = await this.all(role);
    const found = all.filter((element) => name === undefined || matches(name, element.name));
    const [element] = found;
    if (element && found.length === 1) return element;
    const names = JSON.stringify(all.map((each) => each.name));
    throw new Error(
      `Expected one ${role} "${name ?? ''}" in the popup, found ${found.length}. There are: ${names}`,
    );
  }

  /** The middle of an element that has stopped moving. */
  private async pointAtRest(role: string, name: Name): Promise<{ x: number; y: number }> {
    let before = '';
    const read = async () => {
      const point = await this.evaluate(pressPoint, { role, name: plainName(name) });
      const now = JSON.stringify(point);
      const atRest = now === before;
      before = now;
      return { point, atRest };
    };
    const { point } = await waitForValue(
      `${role} "${name}" to be ready for a press`,
      read,
      (seen) => seen.atRest && 'x' in seen.point,
    ).catch(async (error: Error) => {
      throw new Error(`${error.message} The popup says: ${await this.text().catch(() => 'nothing')}`);
    });
    return point as { x: number; y: number };
  }
}
