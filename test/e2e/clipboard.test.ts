/** Whoever switches it on finds the clipboard empty a minute after a copy, unless it holds something else by then. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { waitUntil } from '../browsers/wait-until';
import { builtExtension } from './built-extension';
import { type Stage, startStage } from './stage';
import { addOrganization, copiedToken, kept, openWithToken } from './steps';

let stage: Stage;
const name = inject('browser');
let copy = '';

/**
 * Chrome's prompt can be pressed by nothing (see docs/development.md), so there the extension has the permission from
 * the start.
 */
async function extensionThatMayRead(): Promise<string> {
  if (name === 'firefox') return builtExtension(name);
  copy = await mkdtemp(join(tmpdir(), 'link-helper-clipboard-'));
  await cp(builtExtension(name), copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const { optional_permissions, ...manifest } = JSON.parse(await readFile(file, 'utf8'));
  manifest.permissions.push(...optional_permissions);
  await writeFile(file, JSON.stringify(manifest));
  return copy;
}

beforeAll(async () => {
  stage = await startStage({ extension: await extensionThatMayRead() });
});
afterAll(async () => {
  await stage?.browser.close();
  await stage?.sites.close();
  if (copy) await rm(copy, { recursive: true });
});

const alarm = () =>
  stage.browser.inExtension(async () => (await chrome.alarms.get('clear-clipboard'))?.scheduledTime);

/** Has the time be over now, and waits until what is due has been done. */
async function timeIsOver(): Promise<void> {
  const { browser } = stage;
  await browser.inExtension(() => chrome.alarms.create('clear-clipboard', { when: Date.now() }));
  await waitUntil('the digest to be gone', async () => !('ordinary/copied-token' in (await kept(browser))));
  if (name === 'chrome')
    await waitUntil('no offscreen document to be left', () =>
      browser.inExtension(
        async () =>
          (await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT' as never] })).length === 0,
      ),
    );
}

it('is switched on in the options, and clears only what was copied', async () => {
  const { browser, sites } = stage;
  const options = await browser.newTab(`${browser.extensionOrigin()}/extension/options.html`);
  const isOn = () => options.evaluate(() => document.querySelector<HTMLInputElement>('input')?.checked);
  await options.waitFor(() => document.querySelector('input'));
  if (name === 'firefox') {
    expect(await isOn()).toBe(false);
    const press = () => options.press({ role: 'checkbox', name: /^Clear the clipboard 60 seconds after/ });
    await browser.answerPermissionPrompt(null, 'refuse', press);
    await options.waitFor(() =>
      document.querySelector('[role=status]')?.textContent?.startsWith('Not switched on'),
    );
    await browser.answerPermissionPrompt(null, 'accept', press);
  }
  await waitUntil('the switch to be on', isOn);

  const { tab } = await openWithToken(stage, addOrganization(sites, { slug: 'clipboard' }));
  const popup = await browser.pressToolbarButton(tab);
  await copiedToken(stage, popup);
  const seconds = (((await waitUntil('the alarm', alarm)) as number) - Date.now()) / 1_000;
  expect(seconds).toBeGreaterThan(50);
  expect(seconds).toBeLessThanOrEqual(60);
  await popup.press('button', 'Copy Deployment');
  await popup.waitForStatus('Copied Deployment.');
  await timeIsOver();
  expect(await browser.readClipboard()).toBe('prod');

  await copiedToken(stage, popup);
  await popup.close();
  await waitUntil('the alarm', alarm);
  await timeIsOver();
  await waitUntil('an empty clipboard', async () => (await browser.readClipboard()) === '');
  expect(await browser.errors()).toEqual([]);
});
