/** The wiring of the background: what each browser event must set off, and who must not be heard. */
import { expect, it } from 'vitest';
import { waitUntil } from '../browsers/wait-until';
import { useStage } from './stage';
import { areHeld, holdDetails, kept, openHub } from './steps';

const stage = useStage();

it('The alarm forgets what is held, also when it wakes the background', async () => {
  const { browser } = stage;
  await holdDetails(browser);
  await browser.stopBackground();
  await browser.inExtension(async () => {
    for (const { name } of await chrome.alarms.getAll())
      await chrome.alarms.create(name, { when: Date.now() });
  });
  await waitUntil('nothing to be held', async () => Object.keys(await kept(browser)).length === 0);
});

it('When the last private window is closed, nothing is kept that was for such windows', async () => {
  const { browser } = stage;
  await holdDetails(browser);
  // With no private window open, the last of them is as good as closed when any other is.
  await browser.inExtension(async () => {
    const names = ['held-details', 'told-outcomes', 'confirmed-pages', 'filled-tokens'];
    await chrome.storage.session.set(Object.fromEntries(names.map((name) => [`private/${name}`, name])));
    const opened = await chrome.windows.create({ focused: false, url: 'about:blank' });
    await chrome.windows.remove(opened?.id ?? -1);
  });
  await waitUntil('nothing private to be kept', async () => {
    const all = await browser.inExtension(() => chrome.storage.session.get());
    return !Object.keys(all).some((key) => key.startsWith('private/'));
  });
  expect(await areHeld(browser)).toBe(true);
});

it('A script in a page, even the extension’s own, is not obeyed', async () => {
  const { browser } = stage;
  await holdDetails(browser);
  await openHub(stage, { place: 'auth-link' });
  await browser.inExtension(async () => {
    const forget = { type: 'forget', privacy: 'ordinary' };
    const [tab] = await chrome.tabs.query({ url: 'https://app.stackone.com/*' });
    const send = (request: object) => {
      chrome.runtime.connect().postMessage(request);
      return chrome.runtime.sendMessage(request).catch(() => null);
    };
    await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? -1 }, func: send, args: [forget] });
    // What the extension's own page asks after that is answered when all before it is done.
    const port = chrome.runtime.connect();
    const answered = new Promise((resolve) => {
      port.onMessage.addListener(resolve);
    });
    port.postMessage({ type: 'choose', privacy: 'ordinary', choices: {} });
    await answered;
  });
  expect(await areHeld(browser)).toBe(true);
});
