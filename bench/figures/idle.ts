/** What the extension does while nobody presses its button: in pages, and in the background. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserName, launchBrowser, SMALL_WINDOW } from '../../test/browsers/browser';
import { startFirefox } from '../../test/browsers/firefox-process';
import { FirefoxSession } from '../../test/browsers/firefox-session';
import { EXTENSION } from '../../test/browsers/firefox-window';
import { findOrInstall } from '../../test/browsers/installed';
import { waitUntil } from '../../test/browsers/wait-until';
import { builtExtension } from '../../test/e2e/built-extension';
import { openHub, TOKENS_PAGE } from '../../test/e2e/steps';
import { startSites } from '../../test/sites/server';
import { counted, type Figure, type Side } from '../figure';

const RECORDED_MS = 10_000;
const ASLEEP_AFTER_MS = 35_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** In the page of each, after the popup was open over it once. */
async function samplesIn(name: BrowserName): Promise<Side[]> {
  const sites = await startSites();
  const browser = await launchBrowser(name, { extension: builtExtension(name), port: sites.port });
  try {
    const dagster = await browser.newTab(TOKENS_PAGE);
    await (await browser.pressToolbarButton(dagster)).close();
    const onDagster = await browser.recordPage(dagster, () => pause(RECORDED_MS));
    const hub = await openHub({ browser, sites });
    await (await browser.pressToolbarButton(hub)).close();
    const onHub = await browser.recordPage(hub, () => pause(RECORDED_MS));
    return [
      counted(`on Dagster+ in ${name}`, 'ours', onDagster.ofExtension),
      counted(`in front of the Hub in ${name}`, 'ours', onHub.ofExtension),
    ];
  } finally {
    await browser.close();
    await sites.close();
  }
}

/** A driver that is attached to a service worker keeps it awake, so this Chromium is only asked for its list of targets. */
async function workersInChromium(): Promise<number> {
  const extension = builtExtension('chrome');
  const profile = await mkdtemp(join(tmpdir(), 'bench-idle-'));
  const child = spawn(
    await findOrInstall('chrome'),
    [
      '--headless=new',
      '--no-sandbox',
      '--no-first-run',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      'about:blank',
    ],
    { stdio: 'ignore' },
  );
  try {
    const port = await waitUntil(
      'Chromium to listen',
      async () => (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n')[0],
    );
    const workers = async (): Promise<number> => {
      const list = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as { type: string }[];
      return list.filter(({ type }) => type === 'service_worker').length;
    };
    await waitUntil('the service worker to start', workers);
    await pause(ASLEEP_AFTER_MS);
    return await workers();
  } finally {
    child.kill();
    await once(child, 'exit');
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function eventPagesInFirefox(): Promise<number> {
  const extension = builtExtension('firefox');
  const sites = await startSites();
  const firefox = await startFirefox({
    extension,
    port: sites.port,
    windowSize: SMALL_WINDOW,
  });
  try {
    const session = new FirefoxSession(firefox.marionette);
    const { value: id } = await session.commands((send) =>
      send<{ value: string }>('Addon:Install', { path: extension, temporary: true }),
    );
    const state = () => session.inWindow<string>(`${EXTENSION} return extension.backgroundState;`, id);
    await waitUntil('the event page to start', async () => (await state()) === 'running');
    await pause(ASLEEP_AFTER_MS);
    return (await state()) === 'stopped' ? 0 : 1;
  } finally {
    await firefox.close();
    await sites.close();
  }
}

export const idle = async (): Promise<Figure[]> => [
  {
    id: 'idle-pages',
    title: 'Code of the extension that runs in pages within 10 seconds',
    unit: 'samples',
    how: 'Samples of the browser’s CPU profiler in which code of the extension runs, after the popup was open over the page once.',
    wanted: '0',
    sides: [...(await samplesIn('chrome')), ...(await samplesIn('firefox'))],
  },
  {
    id: 'idle-background',
    title: 'Backgrounds awake 35 seconds after the browser’s start',
    unit: 'samples',
    how: 'Chromium’s list of targets, and the state that Firefox gives the event page.',
    wanted: '0',
    sides: [
      counted('service worker in chrome', 'ours', await workersInChromium()),
      counted('event page in firefox', 'ours', await eventPagesInFirefox()),
    ],
  },
];
