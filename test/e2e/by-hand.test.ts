/** Where reading fails, and where the token is somewhere else: by hand, with real pastes. */
import { expect, it } from 'vitest';
import type { Popup, Tab } from '../browsers/browser';
import { waitUntil } from '../browsers/wait-until';
import { useStage } from './stage';
import {
  ALL_FILLED,
  connect,
  kept,
  openHub,
  pressFill,
  revealNewToken,
  TOKENS_PAGE,
  waitUntilPressesCount,
} from './steps';

const stage = useStage();
const popupOn = (tab: Tab) => stage.browser.pressToolbarButton(tab);

const TOKEN_FIELD = 'Paste User Token';
const ADDRESS_FIELD = 'Paste Dagster+ address';
const PASTED = 'user:c4ca4238a0b923820dcc509a6f75849b';

/** Puts a text on the clipboard at a press on another page, as somebody does who has it in another place. */
async function copy(text: string): Promise<void> {
  const { browser, sites } = stage;
  const tab = await browser.newTab(sites.quietPage);
  await tab.evaluate((text) => {
    const button = document.createElement('button');
    button.textContent = 'Copy';
    button.addEventListener('click', () => navigator.clipboard.writeText(text));
    document.body.replaceChildren(button);
  }, text);
  await tab.press({ role: 'button', name: 'Copy' });
  await waitForCopied(text);
  await tab.close();
}

const waitForCopied = (text: string): Promise<unknown> =>
  waitUntil('the clipboard to hold the text', async () => (await stage.browser.readClipboard()) === text);

/** Presses into the field and pastes with the keys. */
async function pasteInto(popup: Popup, name: string): Promise<void> {
  await popup.press('textbox', name);
  await popup.pressKey('Control+v');
}

/** Runs in the page: each character gets an element of its own, so that no word and no token is recognized. */
function spellOut(token: string): void {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (text.parentElement?.closest('script,style')) continue;
    if (text.data === token) text.parentElement?.setAttribute('data-here', '');
    text.replaceWith(
      ...Array.from(text.data, (character) => {
        const letter = document.createElement('i');
        letter.textContent = character;
        return letter;
      }),
    );
  }
  for (const element of document.querySelectorAll('[title],[aria-label]')) {
    element.removeAttribute('title');
    element.removeAttribute('aria-label');
  }
}

it('An account is linked with a Dagster+ page of which nothing is recognized, by copying there and pasting here', async () => {
  const { browser, sites } = stage;
  const tab = await browser.newTab(TOKENS_PAGE);
  const token = await revealNewToken(sites, tab);
  await tab.evaluate(spellOut, token);
  const popup = await popupOn(tab);
  await popup.waitForText('Is it on the screen? Click it to copy, then paste it here.');
  expect(await popup.text()).not.toContain(token.slice(-4));
  await popup.close();
  await tab.press({ css: '[data-here]' });
  await waitForCopied(token);
  const again = await popupOn(tab);
  await again.waitForRole('textbox', TOKEN_FIELD);
  await waitUntilPressesCount(again);
  await pasteInto(again, TOKEN_FIELD);
  await again.waitForStatus('Took the User Token that you pasted. Of which organization is it?');
  await again.waitForText('Is this a token of acme?');
  expect(await again.evaluate(() => document.documentElement.outerHTML)).not.toContain(token);
  await again.press('button', 'Yes, use it for acme');
  await again.waitForText(/Held in memory until/);
  await again.close();
  const hub = await openHub(stage);
  const last = await popupOn(hub);
  await last.waitForText('Pasted by you');
  expect(await pressFill(last)).toBe(ALL_FILLED);
  expect(await kept(browser)).toEqual({});
  await last.close();
  expect(await connect(sites, hub)).toEqual({ user_token: token, organization: 'acme', deployment: 'prod' });
});

it('An account is linked with a token and an address from another place, with no Dagster+ page open', async () => {
  const { sites } = stage;
  const hub = await openHub(stage);
  await copy(`export DAGSTER_CLOUD_API_TOKEN="${PASTED}"  # until May`);
  const popup = await popupOn(hub);
  await popup.waitForRole('textbox', TOKEN_FIELD);
  await waitUntilPressesCount(popup);
  // Outside of all fields.
  await popup.pressKey('Control+v');
  await popup.waitForStatus(
    'Took the User Token that you pasted. Now paste the address of its organization.',
  );
  // The popup closes while the person goes for the address.
  await popup.close();
  await copy('https://globex.eu.dagster.cloud/data-eng/overview');
  const again = await popupOn(hub);
  await again.waitForText(`user:••••${PASTED.slice(-4)}`);
  await waitUntilPressesCount(again);
  await pasteInto(again, ADDRESS_FIELD);
  await again.waitForStatus('Took globex / data-eng from the address.');
  await again.choose('globex.eu');
  expect(await pressFill(again)).toBe(ALL_FILLED);
  await again.close();
  expect(await connect(sites, hub)).toEqual({
    user_token: PASTED,
    organization: 'globex.eu',
    deployment: 'data-eng',
  });
});
