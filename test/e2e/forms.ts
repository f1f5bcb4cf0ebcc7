/** What tests of linking forms share: details at hand without a Dagster+ tab, and a page with the Hub in front. */

import type { AccountChoices } from '../../src/dagster/account';
import { createHolding, type HeldDetails, type Holding } from '../../src/session/held-details';
import type { PageDocument, Popup, Tab, TestBrowser } from '../browsers/browser';
import { DETAILS } from '../hub/cases';
import { organizationAddress, revealed } from '../samples';
import type { HubPage } from '../sites/hub-page';
import type { Stage } from './stage';

/** What Connect sends for the Dagster form's usual field keys. */
export const SENT = {
  user_token: DETAILS.userToken,
  organization: DETAILS.organizationSlug,
  deployment: DETAILS.deployment,
};

/** The extension's own way of holding details, run from here on the browser's session memory. */
function holdingIn(browser: TestBrowser): Holding {
  return createHolding({
    session: {
      get: (key) => browser.inExtension((key) => chrome.storage.session.get(key), key),
      set: (items) => browser.inExtension((items) => chrome.storage.session.set(items), items),
      remove: (key) => browser.inExtension((key) => chrome.storage.session.remove(key), key),
    },
    alarms: {
      create: (name, info) =>
        browser.inExtension(({ name, info }) => chrome.alarms.create(name, info), { name, info }),
    },
    now: Date.now,
  });
}

/**
 * Holds {@link DETAILS}, as if a Dagster+ tab had shown them to the popup and was closed since.
 *
 * @param address of the Dagster+ page; another one holds other details
 * @param choices what the person decided about them
 */
export function holdDetails(
  browser: TestBrowser,
  address?: string,
  choices: AccountChoices = {},
): Promise<HeldDetails> {
  const account = { address: organizationAddress(address), token: revealed(DETAILS.userToken) };
  return holdingIn(browser).hold(account, choices);
}

/** Whether the details are held now. */
export async function areHeld(browser: TestBrowser): Promise<boolean> {
  return (await holdingIn(browser).read())?.account.token.value === DETAILS.userToken;
}

/** Waits until so many Hubs in this document have drawn their form, and Connect below it. */
export async function waitForHub(page: PageDocument, hubs = 1): Promise<void> {
  await page.waitFor((hubs) => {
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots)
      for (const element of root.querySelectorAll('*'))
        if (element.shadowRoot) roots.push(element.shadowRoot);
    const drawn = roots.filter(
      (root) =>
        root instanceof ShadowRoot &&
        root.querySelector('form') &&
        [...root.querySelectorAll('button')].some(({ textContent }) => textContent === 'Connect'),
    );
    return drawn.length === hubs;
  }, hubs);
}

/** Waits until the Hub in this document shows its list of connectors. */
export async function waitForList(page: PageDocument): Promise<void> {
  await page.waitFor(() => {
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots)
      for (const element of root.querySelectorAll('*'))
        if (element.shadowRoot) roots.push(element.shadowRoot);
    return roots.some((root) => root.querySelector('input[name=search]') && root.querySelector('button img'));
  });
}

/** Opens a page whose Hub shows its form at once. */
export async function openHub({ browser, sites }: Stage, page: HubPage = {}): Promise<Tab> {
  const tab = await browser.newTab(sites.hubPage(page));
  await waitForHub(tab);
  return tab;
}

/** Presses "Fill linking form" and waits for the outcome. @returns the status */
export async function pressFill(popup: Popup): Promise<string> {
  await popup.press('button', 'Fill linking form');
  return popup.waitForStatus(/./);
}
