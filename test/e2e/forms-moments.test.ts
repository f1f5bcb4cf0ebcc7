/** Whatever moment the Hub is met at, the values arrive as they are, or the popup says what became of each. */
import { describe, expect, it } from 'vitest';
import type { PageDocument } from '../browsers/browser';
import { waitUntil } from '../browsers/wait-until';
import { MOMENTS } from '../linking-forms/moments';
import type { HubPage } from '../sites/hub-page';
import { HUB_COMPONENTS } from '../sites/hub-releases';
import { areHeld, holdDetails, openHub, pressFill, SENT, waitForHub, waitForList } from './forms';
import { connect, fieldValues } from './journey';
import { useStage } from './stage';

const stage = useStage();
const EMPTY = ['', '', ''];

/** Holds details and opens the popup on a page whose Hub shows its form. */
async function popupOn(page: HubPage) {
  await holdDetails(stage.browser);
  const hub = await openHub(stage, page);
  return { hub, popup: await stage.browser.pressToolbarButton(hub) };
}

/** Puts a Hub with this form in the place of the one on the page, and waits until it has drawn it. */
async function replaceHub(page: PageDocument, scenario: string): Promise<void> {
  await page.evaluate((scenario) => {
    const before = document.querySelector('stackone-hub') as HTMLElement;
    const after = before.cloneNode() as HTMLElement;
    after.setAttribute('token', scenario);
    before.replaceWith(after);
  }, scenario);
  await waitForHub(page);
}

describe('before there is a form', () => {
  it('says that Dagster is not chosen yet, and fills its form once it is', async () => {
    const { browser, sites } = stage;
    await holdDetails(browser);
    const hub = await browser.newTab(sites.hubPage({ scenario: 'list' }));
    await waitForList(hub);
    const early = await browser.pressToolbarButton(hub);
    await early.waitForText(MOMENTS.listOpen.says);
    expect(await early.has('button', 'Fill linking form')).toBe(false);
    await early.close();
    await hub.press({ text: 'Dagster' });
    await waitForHub(hub);
    expect(await pressFill(await browser.pressToolbarButton(hub))).toBe(MOMENTS.chosen.says);
    expect(await connect(sites, hub)).toEqual(SENT);
    expect(sites.stackone.accounts[0]?.integration_id).toBe('integration-dagster');
  });

  it('says that there is none, and fills the form that comes late', async () => {
    const { browser, sites } = stage;
    await holdDetails(browser);
    const hub = await browser.newTab(sites.hubPage({ layout: 'late' }));
    const early = await browser.pressToolbarButton(hub);
    await early.waitForText(MOMENTS.notYetThere.says);
    await early.close();
    await hub.press({ role: 'button', name: 'Link an account' });
    await waitForHub(hub);
    expect(await pressFill(await browser.pressToolbarButton(hub))).toBe(MOMENTS.late.says);
  });
});

describe('while the popup is open', () => {
  it('a form that is rebuilt is found anew and filled', async () => {
    const { hub, popup } = await popupOn({});
    await popup.waitForRole('button', 'Fill linking form');
    await replaceHub(hub, 'dagster');
    expect(await pressFill(popup)).toBe(MOMENTS.rebuilt.says);
    expect(await fieldValues(hub)).toEqual(Object.values(SENT));
  });

  it('a form that goes away is not looked for elsewhere', async () => {
    const { hub, popup } = await popupOn({});
    await popup.waitForRole('button', 'Fill linking form');
    await hub.evaluate(() => document.querySelector('stackone-hub')?.remove());
    expect(await pressFill(popup)).toBe(MOMENTS.gone.says);
    expect(await areHeld(stage.browser)).toBe(true);
  });

  it('a form that becomes that of another connector is left alone', async () => {
    const { hub, popup } = await popupOn({});
    await popup.waitForRole('button', 'Fill linking form');
    await replaceHub(hub, 'astronomer');
    expect(await pressFill(popup)).toBe(MOMENTS.anotherConnector.says);
    expect(await fieldValues(hub)).toEqual(EMPTY);
    expect(await areHeld(stage.browser)).toBe(true);
  });

  it.each([
    ['StackOne, where the extension may look', 'auth-link', MOMENTS.anotherOrigin.says],
    ['any other origin', 'vendor', MOMENTS.foreignOrigin.says],
  ] as const)('a tab that goes to %s is not filled', async (_, place, says) => {
    const { browser, sites } = stage;
    const { hub, popup } = await popupOn({});
    await popup.waitForRole('button', 'Fill linking form');
    await hub.goto(sites.hubPage({ place }));
    await waitForHub(hub);
    expect(await pressFill(popup)).toBe(says);
    expect(await fieldValues(hub)).toEqual(EMPTY);
    expect(await areHeld(browser)).toBe(true);
  });
});

describe('after a refused Connect', () => {
  it.each(HUB_COMPONENTS)('the emptied form is filled again (%s)', async (component) => {
    const { browser, sites } = stage;
    const { hub, popup } = await popupOn({ component });
    await pressFill(popup);
    await popup.close();
    sites.stackone.refuseNextConnect('Token expired');
    await hub.press({ role: 'button', name: 'Connect' });
    await waitUntil('the emptied form', async () => (await fieldValues(hub)).join() === EMPTY.join());
    await holdDetails(browser);
    expect(await pressFill(await browser.pressToolbarButton(hub))).toBe(MOMENTS.refusedConnect.says);
    expect(await connect(sites, hub)).toEqual(SENT);
  });
});

describe('an account that is linked already', () => {
  it.each(['1.10.1', '1.11.4'] as const)(
    'has Edit pressed for its stored token, which is said, and is changed (%s)',
    async (version) => {
      const { sites } = stage;
      const { hub, popup } = await popupOn({ version, scenario: 'edit' });
      expect(await pressFill(popup)).toBe(MOMENTS.edit.says);
      await popup.close();
      expect(await connect(sites, hub)).toEqual(SENT);
      expect(sites.stackone.received.at(-1)).toMatchObject({
        method: 'PATCH',
        path: '/hub/accounts/account-1',
      });
    },
  );
});

describe('Deployment as a dropdown', () => {
  it.each(['1.10.1', '1.11.4'] as const)(
    'has the option chosen that equals the value (%s)',
    async (version) => {
      const { hub, popup } = await popupOn({ version, scenario: 'deployment-select' });
      expect(await pressFill(popup)).toBe(MOMENTS.chosen.says);
      await popup.close();
      expect(await connect(stage.sites, hub)).toEqual(SENT);
    },
  );

  it.each(['1.10.1', '1.11.4'] as const)(
    'without that option is left as it is, and the popup says which there are (%s)',
    async (version) => {
      const { hub, popup } = await popupOn({ version, scenario: 'deployment-select-without-prod' });
      expect(await pressFill(popup)).toBe(MOMENTS.noSuchOption.says);
      expect((await fieldValues(hub)).slice(0, 2)).toEqual(
        ['user_token', 'organization'].map((key) => SENT[key as 'user_token']),
      );
      expect(await areHeld(stage.browser)).toBe(true);
    },
  );
});

it("repeats the form's own words about a value that it refuses, and keeps the details", async () => {
  const { browser } = stage;
  await holdDetails(browser, 'https://acme.eu.dagster.cloud/prod/org-settings/tokens', {
    organizationSlug: 'acme.eu',
  });
  const hub = await openHub(stage, { scenario: 'validated' });
  const popup = await browser.pressToolbarButton(hub);
  expect(await pressFill(popup)).toBe(MOMENTS.refusedValue.says);
  expect(await areHeld(browser)).toBe(true);
});

describe('a form that does not say whose it is', () => {
  it('is filled only at a press of its own, beside its name', async () => {
    const { hub, popup } = await popupOn({ scenario: 'unknown' });
    await popup.waitForText(MOMENTS.unknown.says);
    expect(await popup.has('button', 'Fill linking form')).toBe(false);
    expect(await fieldValues(hub)).toEqual(EMPTY);
    await popup.press('button', 'Fill this form anyway');
    await popup.waitForStatus(MOMENTS.unknownAnyway.says);
    expect(await fieldValues(hub)).toEqual(Object.values(SENT));
  });

  it('is called by its key where it has no name', async () => {
    const { popup } = await popupOn({ scenario: 'unknown-without-name' });
    await popup.waitForText(MOMENTS.unknownUnnamed.says);
    expect(await popup.has('button', 'Fill linking form')).toBe(false);
    expect(await popup.has('button', 'Fill this form anyway')).toBe(true);
  });
});

it("leaves Prefect's form alone, which has a User Token of its own", async () => {
  const { hub, popup } = await popupOn({ scenario: 'prefect' });
  await popup.waitForText(MOMENTS.notYetThere.says);
  expect(await popup.has('button', 'Fill linking form')).toBe(false);
  expect(await fieldValues(hub)).toEqual(EMPTY);
});
