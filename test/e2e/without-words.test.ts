/** Chromium now and then starts without the words of an extension, and stays so (see `src/words-files.ts`). */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { builtExtension } from './built-extension';
import { startStage } from './stage';
import { addressOf } from './steps';

it('has names on its buttons though the browser gives no words', async () => {
  const extension = await mkdtemp(join(tmpdir(), 'link-helper-words-'));
  await cp(builtExtension(inject('browser')), extension, { recursive: true });
  await writeFile(join(extension, 'silent.js'), `(globalThis.browser ?? chrome).i18n.getMessage = () => '';`);
  const popupFile = join(extension, 'extension/popup.html');
  const html = await readFile(popupFile, 'utf8');
  await writeFile(popupFile, html.replace('<head>', '<head><script src="/silent.js"></script>'));

  const { browser, sites } = await startStage({ extension });
  try {
    const popup = await browser.pressToolbarButton(await browser.newTab(addressOf(sites.dagster.acme)));
    await popup.waitForRole('button', 'Copy Organization slug');
    expect(await popup.evaluate(() => document.documentElement.lang)).toBe('en');
    await popup.close();
  } finally {
    await browser.close();
    await sites.close();
    await rm(extension, { recursive: true });
  }
});
