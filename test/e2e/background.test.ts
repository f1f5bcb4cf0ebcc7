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
    const [alarm] = await chrome.alarms.getAll();
    if (alarm) await chrome.alarms.create(alarm.name, { when: Date.now() });
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
  const answers = await browser.inExtension(async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://app.stackone.com/*' });
    const requests = [
      { type: 'forget', privacy: 'ordinary' },
      { type: 'choose', privacy: 'ordinary', choices: {} },
      { type: 'opened', privacy: 'ordinary', page: null },
    ];
    const send = (requests: object[]) =>
      Promise.all(requests.map((request) => chrome.runtime.sendMessage(request).catch(() => null)));
    const target = { tabId: tab?.id ?? -1 };
    const [answer] = await chrome.scripting.executeScript({ target, func: send, args: [requests] });
    return answer?.result;
  });
  expect(answers).toEqual([null, null, null]);
  expect(await areHeld(browser)).toBe(true);
});
