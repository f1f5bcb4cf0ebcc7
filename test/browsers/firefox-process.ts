/** A Firefox process with a profile of its own, and the connection to it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DriverOptions, LookAtProfile } from './browser';
import { findOrInstall } from './installed';
import { connectMarionette, type Marionette } from './marionette';
import { setPolicyOfFirefox } from './policies';
import { waitUntil } from './wait-until';

const START_LIMIT_MS = 40_000;
const QUIT_LIMIT_MS = 5_000;

/** No pages at the first run, no requests of the browser's own, nothing that waits for a person. */
const QUIET = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.region.network.url': '',
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.search.update': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'browser.topsites.contile.enabled': false,
  'browser.uitour.enabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.blocklist.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'messaging-system.rsexperimentloader.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.http.speculative-parallel-limit': 0,
  'network.prefetch-next': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'signon.rememberSignons': false,
  'termsofuse.bypassNotification': true,
  'toolkit.startup.max_resumed_crashes': -1,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'toolkit.telemetry.server': '',
};

/** No work for what nobody waits for: processes kept ready, movements. */
const FRUGAL = {
  'dom.ipc.processPrelaunch.enabled': false,
  'toolkit.cosmeticAnimations.enabled': false,
  'ui.prefersReducedMotion': 1,
};

/** So that a permission prompt can be answered at once, and the window counts as focused while it is not. */
const ANSWERABLE = {
  'dom.disable_open_during_load': false,
  'focusmanager.testmode': true,
  'security.dialog_enable_delay': 0,
  'security.notification_enable_delay': 0,
};

export interface FirefoxProcess {
  readonly marionette: Marionette;
  readonly version: string;
  close(look?: LookAtProfile): Promise<void>;
  kill(look: LookAtProfile): Promise<void>;
}

/** Starts Firefox, with every host but localhost led to the local server, and opens a Marionette session. */
export async function startFirefox(options: DriverOptions): Promise<FirefoxProcess> {
  const executable = await findOrInstall('firefox');
  const profile = await mkdtemp(join(tmpdir(), 'link-helper-firefox-'));
  // Within the profile, so that it is looked through and removed with it.
  await mkdir(join(profile, 'tmp'));
  await writeFile(join(profile, 'user.js'), preferences(options.port));
  if (options.policy) {
    const manifest = JSON.parse(await readFile(join(options.extension, 'manifest.json'), 'utf8'));
    await setPolicyOfFirefox(profile, manifest.browser_specific_settings.gecko.id, options.policy);
  }
  const child = spawnFirefox(executable, profile, options);
  const cleanUp = async (look?: LookAtProfile) => {
    await ended(child);
    await look?.(profile);
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const portFile = join(profile, 'MarionetteActivePort');
    const readPort = async () => Number(await readFile(portFile, 'utf8'));
    const port = await waitUntil('Firefox to open its Marionette port', readPort, START_LIMIT_MS);
    const marionette = await connectMarionette(port);
    const { capabilities } = await marionette.send<{ capabilities: { browserVersion: string } }>(
      'WebDriver:NewSession',
      { acceptInsecureCerts: !options.checksCertificates, pageLoadStrategy: 'normal' },
    );
    const close = async (look?: LookAtProfile) => {
      await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
      marionette.close();
      await cleanUp(look);
    };
    const kill = async (look: LookAtProfile) => {
      child.kill('SIGKILL');
      marionette.close();
      await cleanUp(look);
    };
    return { marionette, version: capabilities.browserVersion, close, kill };
  } catch (error) {
    child.kill('SIGKILL');
    await cleanUp();
    throw error;
  }
}

function preferences(proxyPort: number): string {
  const proxy = {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
  };
  return Object.entries({ ...QUIET, ...FRUGAL, ...ANSWERABLE, ...proxy, 'marionette.port': 0 })
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

function spawnFirefox(executable: string, profile: string, options: DriverOptions): ChildProcess {
  const { width, height } = options.windowSize;
  const headless = options.headed ? [] : ['--headless'];
  const size = ['--width', String(width), '--height', String(height)];
  const marionette = ['--marionette', '--remote-allow-system-access'];
  const child = spawn(
    executable,
    [...marionette, ...headless, ...size, '--no-remote', '--profile', profile],
    {
      stdio: 'ignore',
      // A HOME of its own keeps Firefox from reading or writing anything of the person who runs the tests.
      env: {
        ...process.env,
        ...(options.headed ? {} : { HOME: profile }),
        TMPDIR: join(profile, 'tmp'),
        MOZ_CRASHREPORTER_DISABLE: '1',
        MOZ_HEADLESS_WIDTH: String(width),
        MOZ_HEADLESS_HEIGHT: String(height),
      },
    },
  );
  // A test run that is broken off leaves no browser behind.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return child;
}

/** Waits until the process has ended; ends it when it does not do so by itself. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const kill = setTimeout(() => child.kill('SIGKILL'), QUIT_LIMIT_MS);
  await once(child, 'exit');
  clearTimeout(kill);
}
