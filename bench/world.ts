/** Worlds of their own in a page of Chromium, as the browser makes one for the scripts of each extension. */
import { readFile } from 'node:fs/promises';
import { type CDPSession, chromium, type Page } from 'playwright';
import { findOrInstall } from '../test/browsers/installed';
import { builtExtension } from '../test/e2e/built-extension';
import { type Sites, startSites } from '../test/sites/server';

/** Only extensions have it. It is stood in for by the part of it that needs no right: no page here has a closed root. */
const CHROME_DOM =
  'globalThis.chrome = { dom: { openOrClosedShadowRoot: (element) => element.shadowRoot } };';

export interface WorldsOfPage {
  readonly page: Page;
  readonly sites: Sites;
  /** Frees what is no longer needed: otherwise it is collected while something else is measured. */
  collectGarbage(): Promise<void>;
  /**
   * Runs scripts in a world in which nothing has run, and evaluates an expression there: a world pays most for the first
   * sight of an element.
   */
  inFreshWorld<T>(scripts: readonly string[], expression: string): Promise<T>;
}

/** @returns the text of a script of the built extension, such as `page` */
export const builtScript = (name: string): Promise<string> =>
  readFile(`${builtExtension('chrome')}/src/content/${name}.js`, 'utf8');

/** Opens an empty tab of Chromium for which the local server stands for every host, and closes it after `use`. */
export async function withWorlds<T>(use: (worlds: WorldsOfPage) => Promise<T>): Promise<T> {
  const sites = await startSites();
  const browser = await chromium.launch({
    executablePath: await findOrInstall('chrome'),
    args: [`--host-resolver-rules=MAP * 127.0.0.1:${sites.port}`, '--no-sandbox'],
  });
  try {
    const page = await browser.newPage({ ignoreHTTPSErrors: true });
    const session = await page.context().newCDPSession(page);
    return await use({
      page,
      sites,
      collectGarbage: async () => {
        await session.send('HeapProfiler.collectGarbage');
      },
      inFreshWorld: (scripts, expression) => inFreshWorld(session, scripts, expression),
    });
  } finally {
    await browser.close();
    await sites.close();
  }
}

let worlds = 0;

async function inFreshWorld<T>(
  session: CDPSession,
  scripts: readonly string[],
  expression: string,
): Promise<T> {
  const { frameTree } = await session.send('Page.getFrameTree');
  worlds += 1;
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: `world ${worlds}`,
  });
  const run = async (expression: string) => {
    const answer = await session.send('Runtime.evaluate', {
      contextId,
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description);
    return answer.result.value;
  };
  for (const script of [CHROME_DOM, ...scripts]) await run(script);
  return (await run(expression)) as T;
}

/** An expression: how long a statement takes, in milliseconds. */
export const timed = (statement: string): string =>
  `(() => { const start = performance.now(); ${statement}; return performance.now() - start; })()`;

/** A statement that does something at each element, in open shadow roots too. */
const walk = (visit: string): string => `(function walk(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const element = walker.currentNode;
    ${visit}
    if (element.shadowRoot) walk(element.shadowRoot);
  }
})(document)`;

export const BARE_WALK = walk('');

/** What it takes to know of each element whether it lets presses through. */
export const STYLE_WALK = walk('if (getComputedStyle(element).pointerEvents === "never") throw new Error();');
