/** The least that an extension can be: what the popup and the script in pages are compared with. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '../test/browsers/browser';
import { builtExtension } from '../test/e2e/built-extension';

export interface OneLineExtension {
  /** Absolute path of a directory. */
  readonly folder: string;
  remove(): Promise<void>;
}

/** Its popup is one line, its script in Dagster+ pages and its background are empty. */
export async function writeOneLineExtension(browser: BrowserName): Promise<OneLineExtension> {
  const folder = await mkdtemp(join(tmpdir(), 'one-line-extension-'));
  const { host_permissions, content_scripts, icons } = JSON.parse(
    await readFile(join(builtExtension(browser), 'manifest.json'), 'utf8'),
  );
  const [icon] = Object.values<string>(icons);
  const manifest = {
    manifest_version: 3,
    name: 'One line',
    version: '1',
    icons: { 32: 'icon.png' },
    action: { default_popup: 'popup.html' },
    permissions: ['storage', 'scripting'],
    host_permissions,
    content_scripts: [{ matches: content_scripts[0].matches, js: ['content.js'] }],
    background: browser === 'chrome' ? { service_worker: 'background.js' } : { scripts: ['background.js'] },
    ...(browser === 'firefox' && { browser_specific_settings: { gecko: { id: 'one-line@bench.invalid' } } }),
  };
  const files = {
    'manifest.json': JSON.stringify(manifest),
    'popup.html': '<!doctype html><meta charset="utf-8"><title>One line</title><p>One line',
    'content.js': '',
    'background.js': '',
  };
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
  await writeFile(join(folder, 'icon.png'), await readFile(join(builtExtension(browser), icon ?? '')));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
