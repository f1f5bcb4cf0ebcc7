/// <reference types="vite/client" />
/**
 * The real StackOne Hub in the document of a DOM test, in front of the fake API.
 *
 * A page can register `<stackone-hub>` only once, so each release is registered under a name of its own
 * (`<stackone-hub-1-11-4>`): one test file can loop over all releases.
 */
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { SCENARIOS, type Scenario, type ScenarioName } from './connectors';
import type { HubComponent, HubVersion } from './hub-releases';
import { type StackOneApi, stackOneApi } from './stackone-api';

const WEB_COMPONENTS: Record<HubVersion, () => Promise<{ default: string }>> = {
  '1.10.1': () => import('stackone-hub-1.10.1/webcomponent?raw'),
  '1.11.2': () => import('stackone-hub-1.11.2/webcomponent?raw'),
  '1.11.4': () => import('stackone-hub-1.11.4/webcomponent?raw'),
};

const REACT_COMPONENTS = {
  '1.10.1': () => import('stackone-hub-1.10.1'),
  '1.11.2': () => import('stackone-hub-1.11.2'),
  '1.11.4': () => import('stackone-hub-1.11.4'),
};

/** A picture without a request; what follows the `#` stands in its address as on StackOne's logo host. */
const LOGO_ORIGIN = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>#";

const LIMIT_MS = 10_000;

export interface MountedHub {
  /** The custom element, or the `<div>` that React renders into; the open shadow root is below it. */
  readonly host: HTMLElement;
  readonly api: StackOneApi;
  /** The Hub's open shadow root. */
  readonly root: ShadowRoot;
  /** Removes the Hub and gives the page its own `fetch` back. */
  unmount(): void;
}

export interface HubChoice {
  readonly version: HubVersion;
  readonly component: HubComponent;
  readonly scenario: ScenarioName;
  readonly theme?: 'light' | 'dark';
  /** Where to put it; `document.body` when left out. May be in a shadow root. */
  readonly parent?: ParentNode & Node;
}

/**
 * Mounts a Hub and waits until it shows its form (or, where a scenario has several connectors, its list).
 * Rejects when that takes more than ten seconds.
 */
export async function mountHub(choice: HubChoice): Promise<MountedHub> {
  const api = stackOneApi(LOGO_ORIGIN);
  const server = answerInPage(api);
  const hub = await (choice.component === 'webcomponent' ? mountElement : mountReact)(choice, server.baseUrl);
  (choice.parent ?? document.body).append(hub.host);
  const unmount = () => {
    hub.remove();
    server.close();
  };
  try {
    return { host: hub.host, api, root: await shownHub(hub.host, SCENARIOS[choice.scenario]), unmount };
  } catch (error) {
    unmount();
    throw error;
  }
}

/** The APIs that answer in this page, by the base address of their Hub. */
const answering = new Map<string, StackOneApi>();
const networkFetch = window.fetch;
let servers = 0;

/** Lets requests to a base address of its own reach `api` instead of the network. */
function answerInPage(api: StackOneApi): { baseUrl: string; close(): void } {
  servers += 1;
  const baseUrl = `https://api-${servers}.stackone.example`;
  answering.set(baseUrl, api);
  window.fetch = fetchFromApis;
  return {
    baseUrl,
    close() {
      answering.delete(baseUrl);
      if (answering.size === 0) window.fetch = networkFetch;
    },
  };
}

async function fetchFromApis(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const { origin } = new URL(request.url);
  const api = answering.get(origin);
  if (!api) return networkFetch(input, init);
  const text = await request.text();
  const { status, body } = api.handle({
    method: request.method,
    path: request.url.slice(origin.length),
    headers: Object.fromEntries(request.headers),
    body: text ? JSON.parse(text) : undefined,
  });
  return Response.json(body, { status });
}

interface Mounted {
  readonly host: HTMLElement;
  remove(): void;
}

async function mountElement({ version, scenario, theme }: HubChoice, baseUrl: string): Promise<Mounted> {
  const name = `stackone-hub-${version.replaceAll('.', '-')}`;
  if (!customElements.get(name)) {
    const source = await WEB_COMPONENTS[version]();
    const script = document.createElement('script');
    script.textContent = source.default.replaceAll('"stackone-hub"', `"${name}"`);
    document.head.append(script);
    script.remove();
  }
  const host = document.createElement(name);
  host.setAttribute('token', scenario);
  host.setAttribute('base-url', baseUrl);
  host.setAttribute('theme', theme ?? 'light');
  return { host, remove: () => host.remove() };
}

async function mountReact({ version, scenario, theme }: HubChoice, baseUrl: string): Promise<Mounted> {
  const { StackOneHub } = await REACT_COMPONENTS[version]();
  const host = document.createElement('div');
  const root = createRoot(host);
  root.render(createElement(StackOneHub, { token: scenario, baseUrl, theme: theme ?? 'light' }));
  return {
    host,
    remove() {
      root.unmount();
      host.remove();
    },
  };
}

/**
 * Presses Connect as a person would: when the Hub has taken in what was typed and the button is enabled. Resolves when
 * the API has answered and the Hub shows it (the form with an error, or "Connection Successful").
 */
export async function pressConnect({ root, api }: MountedHub): Promise<void> {
  await new Promise((done) => requestIdleCallback(done));
  const enabled = await inSomeFrame('enabled Connect button', () => {
    const button = connectButton(root);
    return button?.disabled ? undefined : button;
  });
  const before = api.received.length;
  enabled.click();
  await inSomeFrame('answer to Connect', () => api.received.length > before || undefined);
  await inSomeFrame('outcome of Connect', () => !root.textContent?.includes('Connecting to') || undefined);
}

const connectButton = (root: ParentNode): HTMLButtonElement | undefined =>
  [...root.querySelectorAll('button')].find((button) => button.textContent === 'Connect');

/**
 * The shadow root below `host`, once it shows what the scenario leads to. A list is drawn for a moment even where there
 * is one connector only, and Connect is enabled for a moment before the Hub has looked at its fields for the first time.
 */
function shownHub(host: HTMLElement, scenario: Scenario): Promise<ShadowRoot> {
  const [connector, ...others] = scenario.connectors;
  const incomplete =
    !scenario.existing && connector?.fields.some(({ required, value }) => required && !value);
  return inSomeFrame('Hub', () => {
    const root = shadowRootBelow(host);
    const shown =
      others.length > 0
        ? root?.querySelector('input[name=search]')
        : root?.querySelector('form') && connectButton(root)?.disabled === incomplete;
    return shown ? root : undefined;
  });
}

async function inSomeFrame<T>(what: string, find: () => T | undefined): Promise<T> {
  const limit = performance.now() + LIMIT_MS;
  while (performance.now() < limit) {
    const found = find();
    if (found !== undefined) return found;
    await new Promise((done) => requestAnimationFrame(done));
  }
  throw new Error(`No ${what} within ${LIMIT_MS} ms`);
}

function shadowRootBelow(host: HTMLElement): ShadowRoot | undefined {
  const holder = [host, ...host.querySelectorAll('*')].find((element) => element.shadowRoot);
  return holder?.shadowRoot ?? undefined;
}
