/**
 * `npm run demo`: the whole journey in a real browser, from a new token on Dagster+ to a linked account.
 *
 *   npm run demo                        walks it, prints each step, writes numbered pictures to demo/
 *   npm run demo -- --browser firefox   the same in Firefox
 *   npm run demo -- --headed            opens the browser for you to play it by hand
 *   npm run demo:record                 walks it for the moving picture of the README
 *   npm run store-pictures              walks it for the pictures of the stores
 *
 * The window is shown where there is a display; `--headless` hides it. Ends with status 1 when a step fails.
 */
import { mkdir, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type BrowserName, isBrowserName, launchBrowser } from '../browsers/browser';
import { builtExtension } from '../e2e/built-extension';
import { startSites } from '../sites/server';
import { playByHand } from './by-hand';
import { hasDisplay } from './display';
import { record } from './record';
import { STORE_PICTURE, storePictures } from './store-pictures';
import { type Step, walk } from './walk';
import { pageIn } from './window-picture';

const PICTURES = new URL('../../demo/', import.meta.url).pathname;
const WINDOW = { width: 1280, height: 860 };
/** As small as the Tokens page allows, so that words can be read in a README. */
const RECORDED_WINDOW = { width: 1220, height: 680 };
const STORE_WINDOW = pageIn(STORE_PICTURE);

const { values: options } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chrome' },
    headed: { type: 'boolean', default: false },
    headless: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    store: { type: 'boolean', default: false },
  },
});

async function run(name: BrowserName): Promise<void> {
  if (options.headed && !hasDisplay)
    throw new Error('There is no display to open a window on. Run the demo without --headed.');
  const sites = await startSites();
  const browser = await launchBrowser(name, {
    extension: builtExtension(name),
    port: sites.port,
    headed: hasDisplay && !options.headless && !options.record && !options.store,
    windowSize: options.store ? STORE_WINDOW : options.record ? RECORDED_WINDOW : WINDOW,
  });
  try {
    console.log(`${name} ${browser.version} with the extension from dist/${name}\n`);
    if (options.headed) return await playByHand(browser, sites);
    if (options.store) return await storePictures((step) => walk(browser, sites, step));
    if (options.record) return await record((step) => walk(browser, sites, step));
    await rm(PICTURES, { recursive: true, force: true });
    await mkdir(PICTURES, { recursive: true });
    await walk(browser, sites, numberedPictures());
  } finally {
    await browser.close();
    await sites.close();
  }
}

/** Prints each step, and takes a picture of the popup, or of the page where none is open. */
function numberedPictures(): Step {
  let count = 0;
  return async (text, name, tab, popup) => {
    count += 1;
    const file = `${String(count).padStart(2, '0')}-${name}.png`;
    await (popup ?? tab).screenshot(PICTURES + file);
    console.log(`${String(count).padStart(2)}. ${text}  (demo/${file})`);
  };
}

try {
  if (!isBrowserName(options.browser)) throw new Error('--browser takes "chrome" or "firefox".');
  await run(options.browser);
} catch (error) {
  console.error(`\nThe demo failed: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
