/**
 * Where people meet the Hub: pages of StackOne's own app, and pages of a customer who embeds it. URL in, HTML out.
 *
 * No page has a script or style of its own in the markup, so each also works under the strict policy of `strict-csp`.
 */
import type { ScenarioName } from './connectors';
import { type SiteAnswer, text } from './dagster-plus/exchange';
import { HUB_COMPONENTS, HUB_VERSIONS, type HubComponent, type HubVersion } from './hub-releases';

/** Origin and path under which a Hub is shown; the layout is a further path segment on the customer's pages. */
const PLACES = {
  /** The page that StackOne's Auth Links open. */
  'auth-link': 'https://app.stackone.com/embedded/integrations',
  /** StackOne's own dashboard. */
  accounts: 'https://app.stackone.com/accounts',
  customer: 'https://portal.customer.example/settings/integrations',
  /** Somebody who hosts forms for others. */
  vendor: 'https://forms.vendor.example/embed',
  /** Somebody who shows other people's forms in a page of theirs. */
  embedder: 'https://embedder.example/win-a-prize',
  insecure: 'http://insecure.example/settings/integrations',
  localhost: 'http://localhost/settings/integrations',
} as const;
type Place = keyof typeof PLACES;

/** What is around the Hub. */
export const LAYOUTS = {
  plain: 'nothing else',
  'nested-shadow-roots': 'three open shadow roots, one in the other',
  'closed-shadow-root': 'a closed shadow root',
  'two-hubs': 'a second Hub under a heading of its own, see `second`',
  'own-inputs': 'a form of the page with labels like those of the linking form',
  'strict-csp': 'a strict Content-Security-Policy with Trusted Types',
  late: 'nothing until the button "Link an account" is pressed',
  'large-page': 'a page of 90,000 elements',
  'same-origin-frame': 'a frame of the same origin',
  'vendor-frame': 'a frame of https://forms.vendor.example',
  'stackone-frame': 'a frame of https://app.stackone.com, as the legacy Hub makes it',
  'frame-in-frame': 'a frame of https://forms.vendor.example with one of https://app.stackone.com in it',
  'frame-in-shadow-root': 'a frame of https://forms.vendor.example in an open shadow root',
  'late-frame': 'a frame of https://forms.vendor.example, once "Link an account" is pressed',
  'sandboxed-frame': 'a frame of the same origin with sandbox="allow-scripts"',
  'srcdoc-frame': 'a frame whose document is in its srcdoc attribute',
} as const;
type Layout = keyof typeof LAYOUTS;

/** What a page can do to a frame so that nobody sees it: the frame's style, and what is drawn over it. */
const HIDINGS = {
  shown: { frame: '', cover: '' },
  'off-screen': { frame: 'position: absolute; left: -3000px', cover: '' },
  'covered-for-eyes-only': { frame: '', cover: 'background: white; pointer-events: none' },
} as const;
export type Hiding = keyof typeof HIDINGS;

export interface HubPage {
  readonly place?: Place;
  readonly layout?: Layout;
  readonly version?: HubVersion;
  readonly component?: HubComponent;
  readonly scenario?: ScenarioName;
  /** The second Hub's scenario in the layout `two-hubs`. */
  readonly second?: ScenarioName;
  readonly theme?: 'light' | 'dark';
  /** What is done to the frame of a layout that has one. */
  readonly hiding?: Hiding;
}

const USUAL: Required<HubPage> = {
  place: 'customer',
  layout: 'plain',
  version: '1.11.4',
  component: 'webcomponent',
  scenario: 'dagster',
  second: 'astronomer',
  theme: 'light',
  hiding: 'shown',
};

/**
 * The address of a page with the Hub.
 * @param page what differs from the usual: 1.11.4's web component with the Dagster form on a plain customer's page
 * @param port of the test server; only `localhost` needs it
 */
export function hubPage(page: HubPage = {}, port?: number): string {
  const { place, layout, version, component, scenario, second, theme, hiding } = { ...USUAL, ...page };
  const url = new URL(PLACES[place]);
  if (place === 'localhost') url.port = String(port ?? '');
  if (layout !== 'plain') url.pathname += `/${layout}`;
  url.search = new URLSearchParams({ token: scenario, version, component, theme, second, hiding }).toString();
  return url.href;
}

/** What `hubPage` made the address from; `undefined` for any other address. */
function pageChoice(url: URL): Required<HubPage> | undefined {
  const places = Object.keys(PLACES) as Place[];
  const place = places.find((name) => {
    const { hostname, pathname } = new URL(PLACES[name]);
    return url.hostname === hostname && `${url.pathname}/`.startsWith(`${pathname}/`);
  });
  if (!place) return undefined;
  const layout = url.pathname.slice(new URL(PLACES[place]).pathname.length + 1) || 'plain';
  const version = url.searchParams.get('version') ?? USUAL.version;
  const component = url.searchParams.get('component') ?? USUAL.component;
  if (!isOneOf(Object.keys(LAYOUTS) as Layout[], layout)) return undefined;
  if (!isOneOf(HUB_VERSIONS, version) || !isOneOf(HUB_COMPONENTS, component)) return undefined;
  const scenario = (url.searchParams.get('token') ?? USUAL.scenario) as ScenarioName;
  const second = (url.searchParams.get('second') ?? USUAL.second) as ScenarioName;
  const theme = url.searchParams.get('theme') === 'dark' ? 'dark' : 'light';
  const hiding = (url.searchParams.get('hiding') ?? USUAL.hiding) as Hiding;
  return { place, layout, version, component, scenario, second, theme, hiding };
}

const isOneOf = <T extends string>(names: readonly T[], name: string): name is T =>
  (names as readonly string[]).includes(name);

/** A page without a Hub. */
export const QUIET_PAGE = 'https://portal.customer.example/welcome';

/** The page at {@link QUIET_PAGE} or at an address that `hubPage` made; `undefined` for any other. */
export function hubPageAnswer(url: URL): SiteAnswer | undefined {
  if (url.href === QUIET_PAGE) return page(`${head('Welcome')}\n<h1>Welcome</h1>`);
  const choice = pageChoice(url);
  if (!choice) return undefined;
  const policy = choice.layout === 'strict-csp' ? { 'content-security-policy': STRICT_POLICY } : {};
  return page(hubDocument(choice), policy);
}

const page = (html: string, headers = {}): SiteAnswer => ({
  ...text(html, 200),
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
});

const head = (title: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>${title}</title>`;

/** As strict as the Hub can bear: it puts `<style>` into its shadow root. */
const STRICT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'unsafe-inline'",
  'font-src data:',
  'img-src data: https://stackone-logos.com',
  'connect-src https://api.stackone.com',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

type Choice = Required<HubPage>;

function hubDocument(choice: Choice): string {
  const title = choice.place === 'auth-link' || choice.place === 'accounts' ? 'StackOne' : 'Integrations';
  return `${head(title)}
<script src="/page-scripts/storage.js" type="module"></script>
<script src="/page-scripts/late.js" type="module"></script>
<script src="/page-scripts/${choice.version}/${choice.component}.js" type="module"></script>
<body data-layout="${choice.layout}">
<h1>${title}</h1>
${BODIES[choice.layout](choice)}`;
}

const BODIES: Record<Layout, (choice: Choice) => string> = {
  plain: hub,
  'strict-csp': hub,
  'nested-shadow-roots': (choice) => inShadowRoot(inShadowRoot(inShadowRoot(hub(choice)))),
  'closed-shadow-root': (choice) => inShadowRoot(hub(choice), 'closed'),
  'two-hubs': (choice) => `<h2>First account</h2>
<section>${hub(choice)}</section>
<h2>Second account</h2>
<section>${hub({ ...choice, scenario: choice.second })}</section>`,
  'own-inputs': (choice) => `${OWN_FORM}${hub(choice)}`,
  late: (choice) => late(hub(choice)),
  // As large pages do, it has what is out of view drawn only when it comes into view.
  'large-page': (choice) =>
    `${hub(choice)}<div style="content-visibility: auto"><table>${'<tr><td>Dagster<td>prod'.repeat(30_000)}</table></div>`,
  'same-origin-frame': (choice) => frame({ ...choice, layout: 'plain' }),
  'vendor-frame': vendorFrame,
  'stackone-frame': (choice) => frame({ ...choice, place: 'auth-link', layout: 'plain' }),
  'frame-in-frame': (choice) => frameOf(hubPage({ ...choice, place: 'vendor', layout: 'stackone-frame' })),
  'frame-in-shadow-root': (choice) => inShadowRoot(vendorFrame(choice)),
  'late-frame': (choice) => late(vendorFrame(choice)),
  'sandboxed-frame': (choice) => frame({ ...choice, layout: 'plain' }, 'sandbox="allow-scripts"'),
  'srcdoc-frame': (choice) =>
    `<iframe title="Link an account" width="640" height="640" srcdoc="${escaped(hubDocument({ ...choice, layout: 'plain' }))}"></iframe>`,
};

function hub({ component, scenario, theme }: Choice): string {
  const settings = { token: scenario, 'base-url': 'https://api.stackone.com', theme, height: '560px' };
  const attributes = Object.entries(settings).map(([name, value]) => `${name}="${value}"`);
  const element = component === 'webcomponent' ? 'stackone-hub' : 'div data-react-hub';
  return `<${element} ${attributes.join(' ')}></${element.split(' ')[0]}>`;
}

const inShadowRoot = (html: string, mode: 'open' | 'closed' = 'open'): string =>
  `<div><template shadowrootmode="${mode}"><section>${html}</section></template></div>`;

const late = (html: string): string =>
  `<button type="button" id="late">Link an account</button><template id="late-content">${html}</template>`;

function frame(choice: Choice, attributes = ''): string {
  const { frame: style, cover } = HIDINGS[choice.hiding];
  const element = frameOf(hubPage({ ...choice, hiding: 'shown' }), `style="${style}" ${attributes}`);
  return cover ? `${element}<div style="position: fixed; inset: 0; ${cover}">You have won!</div>` : element;
}

const frameOf = (address: string, attributes = ''): string =>
  `<iframe title="Link an account" width="640" height="640" ${attributes} src="${escaped(address)}"></iframe>`;

function vendorFrame(choice: Choice): string {
  return frame({ ...choice, place: 'vendor', layout: 'plain' });
}

const OWN_FORM = `<form>
<h2>Dagster deploy hook</h2>
<p><label>Token <input name="token" type="password"></label>
<p><label>User Token <input name="own_user_token"></label>
<p><label>Deployment <input name="own_deployment"></label>
<p><label>Deployment notes <textarea name="notes"></textarea></label>
</form>`;

const escaped = (html: string): string => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
