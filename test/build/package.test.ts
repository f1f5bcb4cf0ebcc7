/** What is shipped: the two directories that `npm run build` makes, held against the promises of the docs. */
import { readdirSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { BrowserName } from '../browsers/browser';
import { packageFile, packageFiles, scriptsOfPage } from './package-files';

const DAGSTER_PAGE = 'src/content/dagster-page.js';
const SHARED = 'src/content/page.js';

const DAGSTER_HOSTS = ['https://*.dagster.cloud/*', 'https://*.dagster.plus/*'];

const text = (target: BrowserName, file: string): string => packageFile(target, file).toString('utf8');
const manifest = (target: BrowserName) => JSON.parse(text(target, 'manifest.json'));

describe.each(['chrome', 'firefox'] as const)('the package for %s', (target) => {
  it('asks for exactly these permissions', () => {
    expect(manifest(target)).toMatchObject({
      permissions: ['activeTab', 'scripting', 'storage', 'alarms', 'clipboardWrite'],
      host_permissions: [...DAGSTER_HOSTS, 'https://app.stackone.com/*'],
      optional_host_permissions: ['https://*/*'],
    });
    const clipboard = target === 'chrome' ? ['clipboardRead', 'offscreen'] : ['clipboardRead'];
    expect(manifest(target)).toMatchObject({ optional_permissions: clipboard });
  });

  it('declares one content script, on Dagster+ hosts only', () => {
    expect(manifest(target).content_scripts).toEqual([
      { matches: DAGSTER_HOSTS, js: [DAGSTER_PAGE], run_at: 'document_idle' },
    ]);
  });

  it('has no file that a page can ask for', () => {
    expect(manifest(target)).not.toHaveProperty('web_accessible_resources');
    expect(manifest(target)).not.toHaveProperty('externally_connectable');
  });

  it('lets its pages run their own scripts only and reach Dagster+ hosts only', () => {
    expect(manifest(target).content_security_policy).toEqual({
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
        'connect-src https://*.dagster.cloud https://*.dagster.plus; ' +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    });
  });

  it('has a content script of at most 1,024 bytes, which cannot read', () => {
    expect(packageFile(target, DAGSTER_PAGE).length).toBeLessThanOrEqual(1024);
    expect(text(target, DAGSTER_PAGE)).not.toMatch(/document|querySelector|TreeWalker|browser\.runtime/);
  });

  it.each(packageFiles(target).filter((file) => file.startsWith('src/content/')))(
    'has %s of at most 20,480 bytes, or 30,720 where all scripts share it, without the polyfill',
    (file) => {
      const limit = file === SHARED ? 30_720 : 20_480;
      expect(packageFile(target, file).length).toBeLessThanOrEqual(limit);
      expect(text(target, file)).not.toMatch(/webextension-polyfill|\bbrowser\./);
    },
  );

  it('has at most 100 KB of scripts for its popup', () => {
    const scripts = scriptsOfPage(target, 'extension/popup.html');
    expect(scripts.length).toBeGreaterThan(1);
    const bytes = scripts.reduce((sum, file) => sum + packageFile(target, file).length, 0);
    expect(bytes).toBeLessThanOrEqual(102_400);
  });

  it('is at most 80 KB when zipped, and 10 KB more for each language', () => {
    const files = Object.fromEntries(packageFiles(target).map((file) => [file, packageFile(target, file)]));
    const languages = packageFiles(target).filter((file) => file.startsWith('_locales/')).length;
    const limit = 80_000 + 10_000 * languages;
    expect(zipSync(files, { level: 9 }).byteLength).toBeLessThanOrEqual(limit);
  });

  it('holds scripts, styles, pages, icons and words, and no source or source map', () => {
    expect(packageFiles(target).filter((file) => !/\.(js|css|html|png|json)$/.test(file))).toEqual([]);
  });

  it('speaks every language that there is a folder of words for', () => {
    const shipped = packageFiles(target).filter((file) => file.startsWith('_locales/'));
    const folders = readdirSync(new URL('../../extension/_locales', import.meta.url));
    expect(shipped.sort()).toEqual(folders.map((locale) => `_locales/${locale}/messages.json`).sort());
  });

  /** The scripts of the package in which `pattern` is found. */
  const scriptsWith = (pattern: RegExp): string[] =>
    packageFiles(target).filter((file) => file.endsWith('.js') && pattern.test(text(target, file)));

  it('keeps details in session storage only', () => {
    // Nothing but `.session`, and what an administrator has set, is ever taken of it, also not in the way of
    // `const { local } = browser.storage`.
    expect(scriptsWith(/\.storage\b(?!\.session\b|\.managed\.get\()|\bstorage(:\w+)?\}=/)).toEqual([]);
    expect(scriptsWith(/localStorage|sessionStorage|indexedDB|document\.cookie|\bcaches\./)).toEqual([]);
  });

  it('writes nothing to the console', () => {
    // What webextension-polyfill would say of mistakes that nobody makes here.
    const polyfills = [
      /^\.warn\(`\$\{\w+\} API method doesn't seem to support the callback parameter/,
      /^\.error\(`Failed to send onMessage rejected reply`,\w+\)/,
    ];
    const said = packageFiles(target)
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => text(target, file).match(/(?<=\bconsole\b)[^;]{1,120}/g) ?? []);
    expect(said.filter((call) => !polyfills.some((known) => known.test(call)))).toEqual([]);
  });

  it('evaluates no text as code and builds no markup from text', () => {
    expect(
      scriptsWith(
        /\beval\(|new Function\(|insertAdjacentHTML|\b(inner|outer)HTML\b|document\.write|\b__html:/,
      ),
    ).toEqual([]);
  });
});

it('needs Chrome 116 or newer, and Firefox 140 or newer', () => {
  expect(manifest('chrome').minimum_chrome_version).toBe('116');
  expect(manifest('chrome')).not.toHaveProperty('browser_specific_settings');
  expect(manifest('firefox').browser_specific_settings).toMatchObject({
    gecko: { strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
    // Firefox for Android knows `data_collection_permissions` since 142 only, and Mozilla's linter asks for that.
    gecko_android: { strict_min_version: '142.0' },
  });
  expect(manifest('firefox')).not.toHaveProperty('minimum_chrome_version');
});

it('has a permanent add-on id, which belongs to no domain', () => {
  const { id } = manifest('firefox').browser_specific_settings.gecko;
  // https://extensionworkshop.com/documentation/develop/extensions-and-the-add-on-id/: it can never be changed.
  expect(id).toMatch(/^\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/);
});
