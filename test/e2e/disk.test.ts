/** Nothing of the token stands on disk, neither in the profile nor among the browser's temporary files, which are in it here. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Stage, startStage } from './stage';
import {
  ALL_FILLED,
  addOrganization,
  connect,
  copiedToken,
  kept,
  openHub,
  openWithToken,
  pressFill,
  waitUntilPressesCount,
} from './steps';

/** A secret in every way in which a browser writes texts, each as bytes. */
function writtenWays(token: string): Record<string, Buffer> {
  const body = token.replace(/^user:/, '');
  const base64 = (before: string) => btoa(before + body).slice(before ? 4 : 0, -4);
  return {
    whole: Buffer.from(body),
    'first half': Buffer.from(body.slice(0, body.length / 2)),
    'second half': Buffer.from(body.slice(body.length / 2)),
    'in UTF-16': Buffer.from(body, 'utf16le'),
    backwards: Buffer.from([...body].reverse().join('')),
    ...Object.fromEntries(
      ['', '-', '--'].map((before) => [`in Base64 ${before}`, Buffer.from(base64(before))]),
    ),
  };
}

/** Every place in a folder where one of these stands: `Default/Cookies: whole`. */
async function placesOf(ways: Record<string, Buffer>, folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const places: string[] = [];
  for (const entry of entries.filter((entry) => entry.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path);
    for (const [way, bytes] of Object.entries(ways))
      if (content.includes(bytes)) places.push(`${path.slice(folder.length + 1)}: ${way}`);
  }
  return places;
}

/** Reads a token, copies it, and pastes it in front of a linking form. */
async function readCopyAndPaste(stage: Stage, slug: string) {
  const { browser, sites } = stage;
  const { tab, token } = await openWithToken(stage, addOrganization(sites, { slug }));
  const first = await browser.pressToolbarButton(tab);
  expect(await copiedToken(stage, first)).toBe(token);
  await first.close();
  const hub = await openHub(stage);
  const popup = await browser.pressToolbarButton(hub);
  await popup.waitForRole('button', 'Paste instead');
  await waitUntilPressesCount(popup);
  await popup.pressKey('Control+v');
  await popup.waitForText('Pasted by you');
  return { token, hub, popup };
}

it('Nothing of a token that was read, held, copied, pasted, filled and forgotten is left in the profile', async () => {
  const stage = await startStage();
  const { browser, sites } = stage;
  const marker = 'A page that the browser remembers';
  const { token, hub, popup } = await readCopyAndPaste(stage, 'traces');
  await popup.press('button', 'Use what was read');
  expect(await pressFill(popup)).toBe(ALL_FILLED);
  await popup.close();
  await connect(sites, hub);
  expect(await kept(browser)).toEqual({});
  await browser.newTab(`${browser.extensionOrigin()}/extension/options.html`);
  await browser.newTab(`${sites.quietPage}?${encodeURIComponent(marker)}`);
  let places: string[] = [];
  let markers: string[] = [];
  await browser.close(async (folder) => {
    places = await placesOf(writtenWays(token), folder);
    markers = await placesOf({ marker: Buffer.from(encodeURIComponent(marker)) }, folder);
  });
  await sites.close();
  // The search finds what the browser does write down.
  expect(markers).not.toEqual([]);
  expect(places).toEqual([]);
});

it('Nothing of a token is left in the profile either when the browser crashes while it is held, shown and pasted', async () => {
  const stage = await startStage();
  const { browser, sites } = stage;
  const { token, popup } = await readCopyAndPaste(stage, 'crashed');
  await popup.press('button', 'Show User Token');
  await popup.waitForText(token);
  expect(Object.keys(await kept(browser)).sort()).toEqual([
    'ordinary/held-details',
    'ordinary/pasted-values',
  ]);
  let places: string[] | undefined;
  await browser.kill(async (folder) => {
    places = await placesOf(writtenWays(token), folder);
  });
  await sites.close();
  expect(places).toEqual([]);
});
