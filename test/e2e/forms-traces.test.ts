/** What a page that watches itself notices of a fill, and what stays behind in it. */
import { expect, it } from 'vitest';
import { WRITE_EVENTS } from '../../src/hub/write-value';
import type { Tab } from '../browsers/browser';
import { useStage } from './stage';
import { ALL_FILLED, holdDetails, openHub, pressFill } from './steps';

const stage = useStage();

declare global {
  interface Window {
    /** What the page has seen since it began to watch. */
    seen?: string[];
  }
  /** What has been set up in the extension's own world of the page. */
  var leftovers: string[] | undefined;
}

/**
 * Runs in the page: puts a form without a framework into an open shadow root, so that nothing but the fill itself can
 * change anything.
 */
function addPlainForm(): void {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const field = (id: string, label: string) =>
    `<p><label for="${id}">${label}</label><input id="${id}" name="${id}"></p>`;
  root.innerHTML = `<div class="card-header"><img alt="dagster"><span>Dagster</span></div><form>
    ${field('user_token', 'User Token')}${field('organization', 'Organization slug')}
    ${field('deployment', 'Deployment')}</form>`;
  document.body.append(host);
}

/**
 * Runs in the page: from now on `window.seen` gets every event, every change of any tree, and every call of the
 * functions through which a script could act on the page, post to it or come back later.
 */
function watchYourself(): void {
  const seen: string[] = [];
  window.seen = seen;
  const roots = openTrees();
  const types = new Set(['focusin', 'focusout', 'textInput', 'compositionstart', 'beforeinput', 'message']);
  for (const target of [window, document, HTMLElement.prototype])
    for (const name in target) if (name.startsWith('on')) types.add(name.slice(2));
  // The browser's own: that the Hub's styles change, and how the device lies, to each new listener.
  for (const own of [...types].filter((type) => /^(device|(webkit)?(transition|animation))/.test(type)))
    types.delete(own);
  const heard = new WeakSet<Event>();
  const hear = (event: Event) => {
    if (heard.has(event)) return;
    heard.add(event);
    const target = event.composedPath()[0];
    seen.push(`${target instanceof HTMLInputElement ? target.name : String(target)} ${event.type}`);
  };
  for (const target of [window, ...roots])
    for (const type of types) target.addEventListener(type, hear, { capture: true });

  const observer = new MutationObserver((records) => {
    for (const { type, target } of records)
      if (target.getRootNode() === document) seen.push(`${target.nodeName} changed: ${type}`);
  });
  const everything = { attributes: true, childList: true, characterData: true, subtree: true };
  for (const root of roots) observer.observe(root, everything);

  const patch = (owner: object, name: string): void => {
    const original = Reflect.get(owner, name);
    const spy = new Proxy(original, {
      apply(target, self, args) {
        // The Hub's own doings come from its own script; what comes from elsewhere is somebody else's.
        if (!new Error().stack?.includes('/page-scripts/')) seen.push(`called ${name}`);
        return Reflect.apply(target, self, args);
      },
    });
    Reflect.set(owner, name, spy);
  };
  for (const name of ['dispatchEvent', 'addEventListener', 'removeEventListener'])
    patch(EventTarget.prototype, name);
  for (const name of [
    'postMessage',
    'setTimeout',
    'setInterval',
    'requestAnimationFrame',
    'fetch',
    'getComputedStyle',
  ])
    patch(window, name);
  for (const name of [
    'setAttribute',
    'attachShadow',
    'getBoundingClientRect',
    'checkVisibility',
    'querySelectorAll',
  ])
    patch(Element.prototype, name);
  for (const name of ['focus', 'blur', 'click']) patch(HTMLElement.prototype, name);
  for (const name of ['appendChild', 'insertBefore', 'removeChild']) patch(Node.prototype, name);
  for (const name of ['createElement', 'createTreeWalker']) patch(Document.prototype, name);
  patch(MessagePort.prototype, 'postMessage');
}

const FOUR_EVENTS_EACH = ['user_token', 'organization', 'deployment'].flatMap((name) =>
  WRITE_EVENTS.map((type) => `${name} ${type}`),
);

/** Opens the popup on a tab, has the page watch itself, and fills. @returns what the page has seen */
async function fillWatched(tab: Tab): Promise<string[]> {
  const { browser } = stage;
  const popup = await browser.pressToolbarButton(tab);
  await popup.waitForRole('button', 'Fill linking form');
  await tab.evaluate(watchYourself);
  expect(await pressFill(popup)).toBe(ALL_FILLED);
  const seen = await tab.evaluate(() => window.seen ?? []);
  await popup.close();
  return seen;
}

it('a page without a framework sees four events of each field and nothing else', async () => {
  const { browser, sites } = stage;
  await holdDetails(browser);
  const tab = await browser.newTab(sites.hubPage({ layout: 'late' }));
  await tab.evaluate(addPlainForm);
  expect(await fillWatched(tab)).toEqual(FOUR_EVENTS_EACH);
});

it('a page that watches itself notices what is done to it', async () => {
  const tab = await stage.browser.newTab(stage.sites.hubPage({ layout: 'late' }));
  await tab.evaluate(watchYourself);
  await tab.evaluate(() => {
    document.body.setAttribute('data-changed', '');
    document.body.click();
    window.postMessage('hello', '*');
  });
  const expected = [
    'called setAttribute',
    'called click',
    '[object HTMLBodyElement] click',
    'called postMessage',
  ];
  await tab.waitFor(
    () =>
      window.seen?.includes('BODY changed: attributes') && window.seen.includes('[object Window] message'),
  );
  expect(await tab.evaluate(() => window.seen)).toEqual(expect.arrayContaining(expected));
});

/** Notes from now on what is set up in the extension's own world of StackOne's page and could outlive a fill. */
const noteLeftovers = (): Promise<unknown> =>
  stage.browser.inExtension(async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://app.stackone.com/*' });
    const note = () => {
      const noted: string[] = [];
      globalThis.leftovers = noted;
      const patch = (owner: object, name: string): void => {
        const original = Reflect.get(owner, name);
        const spy = function (this: unknown, ...args: unknown[]) {
          noted.push(name);
          return Reflect.apply(original, this ?? window, args);
        };
        Object.defineProperty(owner, name, { value: spy, configurable: true, writable: true });
      };
      patch(EventTarget.prototype, 'addEventListener');
      for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback'])
        patch(globalThis, name);
      for (const type of [MutationObserver, ResizeObserver, IntersectionObserver])
        patch(type.prototype, 'observe');
    };
    await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? -1 }, func: note });
  });

const notedLeftovers = (): Promise<string[]> =>
  stage.browser.inExtension(async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://app.stackone.com/*' });
    const target = { tabId: tab?.id ?? -1 };
    const [answer] = await chrome.scripting.executeScript({ target, func: () => globalThis.leftovers });
    return (answer?.result as string[]) ?? ['nothing was noted'];
  });

/** Sets up one of each, as a fill must not. */
const leaveSomething = (): Promise<unknown> =>
  stage.browser.inExtension(async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://app.stackone.com/*' });
    const leave = () => {
      document.addEventListener('click', () => undefined);
      setTimeout(() => undefined, 0);
      new MutationObserver(() => undefined).observe(document, { childList: true });
    };
    await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? -1 }, func: leave });
  });

it.each(['deployment-select', 'edit'] as const)(
  'no listener, timer or observer is set up in the page by a fill (%s)',
  async (scenario) => {
    await holdDetails(stage.browser);
    const hub = await openHub(stage, { place: 'auth-link', scenario });
    await noteLeftovers();
    expect(await pressFill(await stage.browser.pressToolbarButton(hub))).toMatch(/^Filled /);
    expect(await notedLeftovers()).toEqual([]);
    await leaveSomething();
    expect(await notedLeftovers()).toEqual(['addEventListener', 'setTimeout', 'observe']);
  },
);
