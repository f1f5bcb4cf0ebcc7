/** What happens between the look and the press, in a real browser: the values arrive as they are, or the popup says why not. */
import { describe, expect, it } from 'vitest';
import { MOMENTS } from '../linking-forms/moments';
import type { HubPage } from '../sites/hub-page';
import { useStage } from './stage';
import { areHeld, fieldValues, holdDetails, openHub, pressFill, SENT, waitForHub } from './steps';

const stage = useStage();
const EMPTY = ['', '', ''];

/** Holds details and opens the popup on a page whose Hub shows its form. */
async function popupOn(page: HubPage) {
  await holdDetails(stage.browser);
  const hub = await openHub(stage, page);
  const popup = await stage.browser.pressToolbarButton(hub);
  await popup.waitForRole('button', 'Fill linking form');
  return { hub, popup };
}

describe('while the popup is open', () => {
  it('a form that becomes that of another connector is left alone', async () => {
    const { hub, popup } = await popupOn({});
    await hub.evaluate(() => {
      const before = document.querySelector('stackone-hub') as HTMLElement;
      const after = before.cloneNode() as HTMLElement;
      after.setAttribute('token', 'astronomer');
      before.replaceWith(after);
    });
    await waitForHub(hub);
    expect(await pressFill(popup)).toBe(MOMENTS.anotherConnector.says);
    expect(await fieldValues(hub)).toEqual(EMPTY);
    expect(await areHeld(stage.browser)).toBe(true);
  });

  it('the chosen one of two forms is filled, wherever the page has moved it', async () => {
    const { browser, sites } = stage;
    await holdDetails(browser);
    const hub = await browser.newTab(sites.hubPage({ layout: 'two-hubs', second: 'dagster' }));
    await waitForHub(hub, 2);
    const popup = await browser.pressToolbarButton(hub);
    await popup.choose(/^First account/);
    await hub.evaluate(() => {
      const [heading, section] = [
        document.querySelectorAll('h2')[1],
        document.querySelectorAll('section')[1],
      ];
      const first = document.querySelector('h2') as HTMLElement;
      if (heading && section) first.before(heading, section);
    });
    await waitForHub(hub, 2);
    expect(await pressFill(popup)).toBe(MOMENTS.rebuilt.says);
    expect(await fieldValues(hub)).toEqual([...EMPTY, ...Object.values(SENT)]);
  });

  it.each([
    ['StackOne, where the extension may look', 'auth-link', MOMENTS.anotherOrigin.says],
    ['any other origin', 'vendor', MOMENTS.foreignOrigin.says],
  ] as const)('a tab that goes to %s is not filled', async (_, place, says) => {
    const { browser, sites } = stage;
    const { hub, popup } = await popupOn({});
    await hub.goto(sites.hubPage({ place }));
    await waitForHub(hub);
    expect(await pressFill(popup)).toBe(says);
    expect(await fieldValues(hub)).toEqual(EMPTY);
    expect(await areHeld(browser)).toBe(true);
  });
});

it('A form that does not say whose it is is filled only at a press of its own, beside its name', async () => {
  await holdDetails(stage.browser);
  const hub = await openHub(stage, { scenario: 'unknown' });
  const popup = await stage.browser.pressToolbarButton(hub);
  await popup.waitForText(MOMENTS.unknown.says);
  expect(await popup.has('button', 'Fill linking form')).toBe(false);
  await popup.press('button', 'Fill this form anyway');
  await popup.waitForStatus(MOMENTS.unknownAnyway.says);
  expect(await fieldValues(hub)).toEqual(Object.values(SENT));
});
