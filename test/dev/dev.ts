/**
 * `npm run dev`: Chromium (or Firefox with `-- --browser firefox`) with the extension and the stand-ins for Dagster+
 * and StackOne. Each change of the sources is built at once, and the extension in the browser is loaded anew.
 */
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { isBrowserName, launchBrowser } from '../browsers/browser';
import { findOrInstall } from '../browsers/installed';
import { playByHand } from '../demo/by-hand';
import { hasDisplay } from '../demo/display';
import { builtExtension } from '../e2e/built-extension';
import { startSites } from '../sites/server';

const WINDOW = { width: 1280, height: 860 };

const { values: options } = parseArgs({ options: { browser: { type: 'string', default: 'chrome' } } });
const name = options.browser;
if (!isBrowserName(name)) throw new Error('--browser takes "chrome" or "firefox".');
await findOrInstall(name);

/** Builds now and after each change; `built` is told of every build, the first one too. */
async function buildOnChange(built: () => void): Promise<() => Promise<void>> {
  const watcher = await build({ mode: name, build: { watch: {} }, logLevel: 'warn' });
  if (!('on' in watcher)) throw new Error('Vite does not watch.');
  watcher.on('event', (event) => {
    if (event.code === 'END') built();
    if (event.code === 'ERROR') console.error(event.error.message);
  });
  return () => watcher.close();
}

let reload = (): void => undefined;
let firstBuilt = (): void => undefined;
const first = new Promise<void>((resolve) => {
  firstBuilt = resolve;
});
const stopBuilding = await buildOnChange(() => {
  firstBuilt();
  reload();
});
await first;

const sites = await startSites();
const browser = await launchBrowser(name, {
  extension: builtExtension(name),
  port: sites.port,
  headed: hasDisplay,
  windowSize: WINDOW,
});
reload = () => {
  browser.reloadExtension().then(
    () => console.log(`${new Date().toLocaleTimeString()} loaded anew`),
    (error: Error) => console.error(error.message),
  );
};
console.log(`${name} ${browser.version}; a change of the sources is built and loaded at once.\n`);
try {
  await playByHand(browser, sites);
} finally {
  await browser.close();
  await sites.close();
  await stopBuilding();
}
