/** A form in a page of another origin is never filled where nobody sees it. Where it is: `forms-places.test.ts`. */
import { describe, expect, it } from 'vitest';
import type { Hiding } from '../sites/hub-page';
import { useStage } from './stage';
import { areHeld, fieldValues, holdDetails, waitForHub } from './steps';

const STACKONE = 'https://app.stackone.com';

const stage = useStage();

/** Opens a page of the embedder with StackOne's form in a frame, and the popup on it. */
async function embedded(
  hiding: Hiding = 'shown',
  layout: 'stackone-frame' | 'frame-in-frame' = 'stackone-frame',
) {
  const { browser, sites } = stage;
  await holdDetails(browser);
  const tab = await browser.newTab(sites.hubPage({ place: 'embedder', layout, hiding }));
  const form = await tab.frame(STACKONE);
  await waitForHub(form);
  return { tab, form, popup: await browser.pressToolbarButton(tab) };
}

describe('is not filled where nobody sees it', () => {
  // What else can hide a frame is measured in `test/hub/frame-sight.dom.test.ts`.
  it('under a layer for the eyes only', async () => {
    const { form, popup } = await embedded('covered-for-eyes-only');
    await popup.waitForText(`Linking form on ${STACKONE}`);
    await popup.waitForText('is in a frame that cannot be seen on this page');
    for (const name of ['Fill linking form', 'Fill inside this page'])
      expect(await popup.has('button', name)).toBe(false);
    expect(await fieldValues(form)).toEqual(['', '', '']);
    expect(await areHeld(stage.browser)).toBe(true);
  });

  it('when the page hides it after the popup has looked', async () => {
    const { tab, form, popup } = await embedded();
    await popup.waitForRole('button', 'Fill inside this page');
    await tab.evaluate(() => {
      const frame = document.querySelector('iframe') as HTMLIFrameElement;
      frame.style.opacity = '0';
    });
    await popup.press('button', 'Fill inside this page');
    await popup.waitForStatus(/^Not filled: .*cannot be seen/);
    expect(await fieldValues(form)).toEqual(['', '', '']);
  });
});

it('in a frame in a frame that may not be looked into is not filled where the browser says from inside that it is not drawn', async () => {
  const { form, popup } = await embedded('off-screen', 'frame-in-frame');
  await popup.waitForText('is in a frame that cannot be seen on this page');
  expect(await popup.has('button', 'Fill inside this page')).toBe(false);
  expect(await fieldValues(form)).toEqual(['', '', '']);
});

it('an https frame in a page without https is refused', async () => {
  const { browser, sites } = stage;
  await holdDetails(browser);
  const tab = await browser.newTab(sites.hubPage({ place: 'insecure', layout: 'stackone-frame' }));
  await waitForHub(await tab.frame(STACKONE));
  const popup = await browser.pressToolbarButton(tab);
  await popup.waitForText(/not secure \(https\)/);
  expect(await popup.has('button', 'Fill inside this page')).toBe(false);
});
