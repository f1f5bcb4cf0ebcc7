/** What an extension costs pages that nobody uses it on: their loading, and their work afterwards. */
import type { BrowserName } from '../../test/browsers/browser';
import { builtExtension } from '../../test/e2e/built-extension';
import { TOKENS_PAGE } from '../../test/e2e/steps';
import { startSites } from '../../test/sites/server';
import { type BareBrowser, startBareBrowser } from '../bare-browser';
import { type Contender, type Figure, type SideKind, takeTurns } from '../figure';
import { writeOneLineExtension } from '../one-line-extension';
import { peerExtensions } from '../peers';

interface Competitor {
  readonly name: string;
  readonly kind: SideKind;
  readonly browser: BareBrowser;
}

/** Runs in the page: from the start of the navigation until all has loaded and its scripts have come to rest. */
const loadTime = () =>
  new Promise<number>((resolve) => requestIdleCallback(() => resolve(performance.now()), { timeout: 5_000 }));

/** Runs in the page: adds 4,000 rows with an input each, 100 in a turn of the event loop, and waits until it is idle. */
async function addRows(): Promise<number> {
  const start = performance.now();
  const table = document.body.appendChild(document.createElement('table'));
  for (let turn = 0; turn < 40; turn++) {
    const rows = Array.from({ length: 100 }, (_, at) => `<tr><td>Row ${turn}-${at}<td><input type="text">`);
    table.insertAdjacentHTML('beforeend', rows.join(''));
    await new Promise((resolve) => setTimeout(resolve));
  }
  await new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 20_000 }));
  return performance.now() - start;
}

const contender = (
  { name, kind, browser }: Competitor,
  measure: (browser: BareBrowser) => Promise<number>,
): Contender => ({ name, kind, measure: () => measure(browser) });

async function inBrowser(name: BrowserName): Promise<Figure[]> {
  const sites = await startSites();
  const oneLine = await writeOneLineExtension(name);
  const peers =
    name === 'firefox'
      ? await peerExtensions()
      : { found: [], skipped: ['The password managers: Chromium refuses extensions of manifest version 2.'] };
  const started: Competitor[] = [];
  try {
    for (const { kind, title, folder } of [
      { kind: 'floor', title: 'no extension', folder: undefined },
      { kind: 'floor', title: 'empty content script', folder: oneLine.folder },
      { kind: 'ours', title: 'this extension', folder: builtExtension(name) },
      ...peers.found.map((peer) => ({ kind: 'peer', title: peer.name, folder: peer.folder }) as const),
    ] as const)
      started.push({ name: title, kind, browser: await startBareBrowser(name, sites.port, folder) });
    const load = async (browser: BareBrowser) => {
      await browser.goto(TOKENS_PAGE);
      return browser.evaluate(loadTime);
    };
    const rows = async (browser: BareBrowser) => {
      await browser.goto(sites.quietPage);
      return browser.evaluate(addRows);
    };
    const version = started[0]?.browser.version;
    const common = { unit: 'ms', wanted: 'at most 1.02 times no extension', base: 'no extension' } as const;
    return [
      {
        ...common,
        id: `load-${name}`,
        title: `Loading a Dagster+ page in ${name} ${version}`,
        how: 'The Tokens page of the stand-in, from the start of the navigation until the page is idle.',
        sides: await takeTurns(started.map((each) => contender(each, load))),
        skipped: peers.skipped,
      },
      {
        ...common,
        id: `rows-${name}`,
        title: `A page that adds 4,000 rows with inputs, in ${name} ${version}`,
        how: 'A page of another site; from the first row until the page is idle again.',
        sides: await takeTurns(started.map((each) => contender(each, rows))),
        skipped: peers.skipped,
      },
    ];
  } finally {
    for (const { browser } of started) await browser.close();
    await oneLine.remove();
    await sites.close();
  }
}

export const pageLoad = async (): Promise<Figure[]> => [
  ...(await inBrowser('chrome')),
  ...(await inBrowser('firefox')),
];
