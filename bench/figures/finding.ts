/**
 * Prints what the injected script costs a page, in milliseconds, in worlds of its own as the browser makes them:
 *
 *   npm run bench
 *
 * - finding the form in a page of 90,000 elements, beside a bare TreeWalker over the same page: each in a fresh world,
 *   taking turns, because a world pays most for the first sight of an element;
 * - filling: from the start of the injected function until React has the three values (each `blur` comes after React's
 *   own handler for `input` has run), and until the fill is verified.
 */
import { readFile } from 'node:fs/promises';
import { type CDPSession, chromium, type Page } from 'playwright';
import type { FillOutcome } from '../../src/hub/report';
import { findOrInstall } from '../browsers/installed';
import { builtExtension } from '../e2e/built-extension';
import { DETAILS } from '../hub/cases';
import { startSites } from '../sites/server';
import { printMillis } from './print';

const ROUNDS = 25;

const SCRIPT = await readFile(`${builtExtension('chrome')}/src/content/linking-form.js`, 'utf8');

/** Evaluates in a fresh isolated world of the page in which the injected script has run. */
async function inFreshWorld<T>(page: Page, session: CDPSession, expression: string): Promise<T> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: `world ${performance.now()}`,
  });
  const run = (source: string) =>
    session.send('Runtime.evaluate', {
      contextId: executionContextId,
      expression: source,
      awaitPromise: true,
      returnByValue: true,
    });
  await run(SCRIPT);
  const { result, exceptionDetails } = await run(expression);
  if (exceptionDetails) throw new Error(`${page.url()}: ${exceptionDetails.exception?.description}`);
  return result.value as T;
}

const timed = (call: string) =>
  `(() => { const start = performance.now(); ${call}; return performance.now() - start; })()`;

const BARE_WALK = timed(`
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode());`);
const REPORT = timed('if (linkingForm.report().forms.length !== 1) throw new Error("no form")');

const fill = (deployment: string) => `(async () => {
  const hosts = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT);
  while (hosts.nextNode() && !hosts.currentNode.shadowRoot);
  let left = 3, written = 0;
  const stop = new AbortController();
  hosts.currentNode.shadowRoot.addEventListener('blur', () => { if (--left === 0) written = performance.now(); },
    { capture: true, signal: stop.signal });
  const start = performance.now();
  const outcome = await linkingForm.fill(${JSON.stringify({
    details: { ...DETAILS, deployment },
    origin: 'https://portal.customer.example',
    form: { index: 0, connectorName: 'Dagster' },
    allowUnknownConnector: false,
  })});
  stop.abort();
  return { written: written - start, verified: performance.now() - start, outcome };
})()`;

interface TimedFill {
  readonly written: number;
  readonly verified: number;
  readonly outcome: FillOutcome;
}

const sites = await startSites();
const browser = await chromium.launch({
  executablePath: await findOrInstall('chrome'),
  args: [`--host-resolver-rules=MAP * 127.0.0.1:${sites.port}`, '--no-sandbox'],
});
try {
  const page = await browser.newPage({ ignoreHTTPSErrors: true });
  const session = await page.context().newCDPSession(page);
  const open = async (address: string) => {
    await page.goto(address);
    await page.getByRole('textbox', { name: 'Deployment' }).waitFor();
  };

  await open(sites.hubPage({ place: 'customer', layout: 'large-page' }));
  const bare: number[] = [];
  const found: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await inFreshWorld(page, session, BARE_WALK));
    found.push(await inFreshWorld(page, session, REPORT));
  }
  printMillis('bare TreeWalker over the large page', bare);
  printMillis('finding the form in the large page', found);
  const median = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
  console.log(`ratio of the medians: ${(median(found) / median(bare)).toFixed(2)}`);

  await open(sites.hubPage());
  const fills: TimedFill[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const result: TimedFill = await inFreshWorld(page, session, fill(`deployment-${round}`));
    if (result.outcome.kind !== 'written') throw new Error(JSON.stringify(result.outcome));
    fills.push(result);
  }
  printMillis(
    'start of the fill until React has the three values',
    fills.map(({ written }) => written),
  );
  printMillis(
    'start of the fill until it is verified',
    fills.map(({ verified }) => verified),
  );
} finally {
  await browser.close();
  await sites.close();
}
