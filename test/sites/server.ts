/**
 * All sites of the tests behind one local port: Dagster+, StackOne, and a customer's pages with the real Hub in them.
 *
 * The port speaks https and http, and answers by the request's host. A browser gets there when the port is its proxy (it
 * answers CONNECT too) and it takes certificates that nobody has signed.
 */
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { certificate } from './certificate';
import { type DagsterPlus, dagsterPlus } from './dagster-plus/dagster-plus';
import { json, type SiteAnswer, type SiteRequest, text } from './dagster-plus/exchange';
import { type HubPage, hubPage, hubPageAnswer, QUIET_PAGE } from './hub-page';
import { pageScript } from './page-scripts';
import { type StackOneApi, stackOneApi } from './stackone-api';

export interface Sites {
  /** On 127.0.0.1, for https and http. */
  readonly port: number;
  readonly stackone: StackOneApi;
  readonly dagster: DagsterPlus;
  /** Every request since they were last forgotten, oldest first, but those that a browser sends to its own makers. */
  readonly requests: readonly SiteRequest[];
  /** Requests that no site knows (`GET https://host/path`), also those that `stackone` does not know. */
  readonly unexpected: readonly string[];
  /** The address of a customer's page on which nothing happens. */
  readonly quietPage: string;
  /** The address of a page with the Hub; see `hubPage`. */
  hubPage(page?: HubPage): string;
  /** Breaks all connections, and treats new ones so while `during` goes on. */
  interfere(interference: Interference, during: () => Promise<void>): Promise<void>;
  /** Forgets the requests and what was linked by them. */
  forgetRequests(): void;
  /** Forgets all that happened, what is in Dagster+ too. */
  startAfresh(): void;
  close(): Promise<void>;
}

/** What somebody on the way does to connections: cuts them off, speaks no TLS where it is expected, wants a password. */
type Interference = 'cut' | 'no-tls' | 'proxy-password';

/** Starts all sites, with a state of their own. Nothing they serve asks for anything outside. */
export async function startSites(): Promise<Sites> {
  const stackone = stackOneApi();
  let dagster = dagsterPlus();
  let unexpected: string[] = [];
  let requests: SiteRequest[] = [];

  async function answer(request: SiteRequest, url: URL): Promise<SiteAnswer> {
    if (!isBrowsersOwn(url)) requests.push(request);
    const known = stackOneAnswer(stackone, request) ?? (await pageAnswer(url)) ?? staticAnswer(url);
    if (known) return known;
    if (dagster.serves(request.host)) return dagster.handle(request);
    if (!isBrowsersOwn(url)) unexpected.push(`${request.method} ${url.href}`);
    return text('Not Found', 404);
  }

  function forgetRequests(): void {
    unexpected = [];
    requests = [];
    stackone.reset();
  }

  const listener = await listen(await certificate(), answer);
  return {
    port: listener.port,
    stackone,
    get dagster() {
      return dagster;
    },
    get requests() {
      return requests;
    },
    interfere: listener.interfere,
    get unexpected() {
      return [...unexpected, ...stackone.unexpected];
    },
    quietPage: QUIET_PAGE,
    hubPage: (page) => hubPage(page, listener.port),
    forgetRequests,
    startAfresh() {
      forgetRequests();
      dagster = dagsterPlus();
    },
    close: listener.close,
  };
}

const CORS_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
};

function stackOneAnswer(api: StackOneApi, request: SiteRequest): SiteAnswer | undefined {
  if (request.host !== 'api.stackone.com') return undefined;
  if (request.method === 'OPTIONS') return { ...text('', 204), headers: CORS_HEADERS };
  const body = request.body ? JSON.parse(request.body) : undefined;
  const { status, body: value } = api.handle({ ...request, body });
  const answer = json(value, status);
  return { ...answer, headers: { ...answer.headers, ...CORS_HEADERS } };
}

async function pageAnswer(url: URL): Promise<SiteAnswer | undefined> {
  const page = hubPageAnswer(url);
  if (page) return page;
  const script = await pageScript(url.pathname);
  if (script === undefined) return undefined;
  // A sandboxed frame has no origin, so to it every script is somebody else's.
  const headers = {
    'content-type': 'text/javascript; charset=utf-8',
    'access-control-allow-origin': '*',
    // Otherwise a browser would compile the megabytes of the Hub anew for each page.
    'cache-control': 'max-age=3600',
  };
  return { status: 200, headers, body: script };
}

/** Connector logos, and the guides that the Hub links to. */
function staticAnswer({ hostname, pathname }: URL): SiteAnswer | undefined {
  if (hostname === 'stackone-logos.com' && pathname.endsWith('/filled/png')) {
    return { status: 200, headers: { 'content-type': 'image/svg+xml' }, body: LOGO };
  }
  if (hostname === 'docs.stackone.com') return text('The connection guide.', 200);
  return undefined;
}

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><circle cx="12" cy="12" r="10"/></svg>';

/** Browsers ask their makers for updates and the like; no page does that. */
const BROWSER_MAKERS = [
  'google.com',
  'googleapis.com',
  'gvt1.com',
  'mozilla.com',
  'mozilla.net',
  'mozilla.org',
  'firefox.com',
  'gstatic.com',
];

const isBrowsersOwn = ({ hostname }: URL): boolean =>
  BROWSER_MAKERS.some((maker) => hostname === maker || hostname.endsWith(`.${maker}`));

type Answer = (request: SiteRequest, url: URL) => Promise<SiteAnswer>;

const TLS_HANDSHAKE = 0x16;

const PASSWORD_WANTED = [
  'HTTP/1.1 407 Proxy Authentication Required',
  'Proxy-Authenticate: Basic realm="Office"',
  'Content-Length: 0',
  '\r\n',
].join('\r\n');

async function listen(tls: { key: string; cert: string }, answer: Answer) {
  const respond = (scheme: string) => (message: IncomingMessage, response: ServerResponse) =>
    void exchange(scheme, message, response, answer);
  const https = createHttpsServer(tls, respond('https'));
  const http = createHttpServer(respond('http'));
  let interference: Interference | null = null;
  http.on('connect', (_request: IncomingMessage, socket: Duplex) => {
    if (interference === 'proxy-password') return socket.end(PASSWORD_WANTED);
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    bySchemeOf(socket);
  });

  /** Hands a connection to the server whose language it speaks, which its first byte tells. */
  function bySchemeOf(socket: Duplex): void {
    socket.once('readable', () => {
      const start: Buffer | null = socket.read();
      if (start === null) return;
      socket.unshift(start);
      (start[0] === TLS_HANDSHAKE ? https : http).emit('connection', socket);
    });
  }

  const open = new Set<Socket>();
  const listener = createTcpServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    // A browser that goes away in the middle of a request is no error of the test.
    socket.on('error', () => socket.destroy());
    if (interference === 'cut') socket.destroy();
    else if (interference === 'no-tls') socket.once('data', () => socket.end('Who are you?\r\n'));
    else bySchemeOf(socket);
  });
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  return {
    port: (listener.address() as AddressInfo).port,
    async interfere(wanted: Interference, during: () => Promise<void>) {
      interference = wanted;
      for (const socket of open) socket.destroy();
      try {
        await during();
      } finally {
        interference = null;
      }
    },
    close: () =>
      new Promise<void>((done) => {
        listener.close(() => done());
        for (const socket of open) socket.destroy();
      }),
  };
}

async function exchange(scheme: string, message: IncomingMessage, response: ServerResponse, answer: Answer) {
  // A proxy gets the whole address instead of the path.
  const url = new URL(message.url ?? '/', `${scheme}://${message.headers.host}`);
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  const request: SiteRequest = {
    method: message.method ?? 'GET',
    host: url.hostname,
    path: url.pathname + url.search,
    headers: message.headers as Record<string, string>,
    body: Buffer.concat(chunks).toString(),
  };
  const { status, headers, body } = await answer(request, url).catch((error) => text(String(error), 500));
  response.writeHead(status, headers).end(body);
}
