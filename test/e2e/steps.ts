/** What a person does in Dagster+, in the popup and in front of the linking form, as the end-to-end tests take it. */
import type { AccountChoices } from '../../src/dagster/account';
import { NO_POLICY } from '../../src/policy';
import { createHolding, type HeldDetails, type Holding } from '../../src/session/held-details';
import { createQueue } from '../../src/session/queue';
import type { PageDocument, Popup, Tab, TestBrowser } from '../browsers/browser';
import { waitUntil } from '../browsers/wait-until';
import { DETAILS, organizationAddress, revealed } from '../samples';
import { type Deployment, Organization } from '../sites/dagster-plus/organization';
import type { Rendering } from '../sites/dagster-plus/rendering';
import type { HubPage } from '../sites/hub-page';
import type { Sites } from '../sites/server';
import type { Stage } from './stage';

export const ALL_FILLED = 'Filled User Token, Organization slug and Deployment.';

/** What Connect sends of {@link DETAILS} for the Dagster form's usual field keys. */
export const SENT = {
  user_token: DETAILS.userToken,
  organization: DETAILS.organizationSlug,
  deployment: DETAILS.deployment,
};

// In Dagster+

/** The Tokens page of the stand-in's organization "acme". */
export const TOKENS_PAGE = 'https://acme.dagster.cloud/prod/org-settings/tokens';

export interface NewOrganization {
  readonly slug: string;
  readonly region?: string;
  readonly deployments?: readonly Deployment[];
}

/**
 * Adds an organization with deployment `prod` and one user, who is no administrator: the Tokens page shows that user's
 * tokens and nothing else.
 */
export function addOrganization(sites: Sites, settings: NewOrganization): Organization {
  const { slug, region = 'us', deployments = [{ name: 'prod', branch: null }] } = settings;
  const organization = new Organization({
    slug,
    displayName: slug,
    region,
    deployments,
    users: [{ name: 'Mika Solheim', email: `mika@${slug}.example`, role: 'Viewer' }],
  });
  sites.dagster.organizations.push(organization);
  return organization;
}

/** The address of a page of an organization, by default of its Tokens page. */
export function addressOf(
  { slug, region }: Organization,
  deployment = 'prod',
  page = 'org-settings/tokens',
): string {
  const labels = region === 'us' ? slug : `${slug}.${region}`;
  return `https://${labels}.dagster.cloud/${deployment}/${page}`;
}

/** The part of an address that has the stand-in draw a page so. */
export const drawn = (rendering: Partial<Rendering>): string => `?${new URLSearchParams(rendering)}`;

/** Presses all buttons that reveal a token, once there are as many as said, and waits until all are revealed. */
export async function revealTokens(tab: Tab, count = 1): Promise<void> {
  const buttons = (press: boolean) => tab.evaluate(tokenButtons, press);
  await waitUntil(`${count} hidden tokens`, async () => (await buttons(false)).reveal === count);
  await buttons(true);
  await waitUntil(`${count} revealed tokens`, async () => (await buttons(false)).hide === count);
}

/** Runs in the page. @returns how many buttons reveal or hide a token; presses the former when it is asked to */
function tokenButtons(press: boolean): { reveal: number; hide: number } {
  const all = openTrees().flatMap((tree) => [...tree.querySelectorAll('button')]);
  const called = (words: RegExp) => all.filter(({ textContent }) => words.test(textContent ?? ''));
  const reveal = called(/Reveal token|Révéler le jeton/);
  if (press) for (const button of reveal) button.click();
  return { reveal: reveal.length, hide: called(/Hide token|Masquer le jeton/).length };
}

/** Opens the Tokens page of an organization with one token, which is revealed. */
export async function openWithToken(
  stage: Stage,
  organization: Organization,
  deployment = 'prod',
): Promise<{ readonly tab: Tab; readonly token: string }> {
  const token = organization.userTokens[0] ?? organization.createToken();
  const tab = await stage.browser.newTab(addressOf(organization, deployment));
  await revealTokens(tab);
  return { tab, token: token.value };
}

/** The rows of the first list of the Tokens page: the person's active tokens, newest first. */
const ACTIVE_TOKENS = 'section:first-of-type h3:first-of-type + * tbody';

/**
 * Creates a user token on an open Tokens page of "acme" and reveals it.
 *
 * @param shown what of the token the page will show; all of it, unless the page is drawn to cut it
 * @returns the token
 */
export async function revealNewToken(
  sites: Sites,
  tab: Tab,
  shown = (token: string): string => token,
): Promise<string> {
  const { acme } = sites.dagster;
  const active = () =>
    acme.userTokens.filter(({ owner, revoked }) => owner === acme.viewer && !revoked).length;
  const wanted = active() + 1;
  await tab.press({ role: 'button', name: 'Create user token' });
  await waitUntil(`${wanted} rows of active tokens`, async () => (await countRows(tab)) === wanted);
  await tab.press({ css: `${ACTIVE_TOKENS} tr:first-child td:last-child button:first-child` });
  const token = acme.userTokens[0]?.value ?? '';
  await tab.waitFor((value) => document.body.textContent?.includes(value), shown(token));
  return token;
}

const countRows = (tab: Tab): Promise<number> =>
  tab.evaluate((rows) => document.querySelectorAll(`${rows} tr`).length, ACTIVE_TOKENS);

// In the popup

/** What the popup copies as the User Token. */
export async function copiedToken(stage: Stage, popup: Popup): Promise<string> {
  await popup.press('button', 'Copy User Token');
  await popup.waitForStatus('Copied User Token.');
  return stage.browser.readClipboard();
}

/** Presses "Check with Dagster+" and waits for what it says. */
export async function check(popup: Popup, says: string | RegExp): Promise<void> {
  await popup.press('button', 'Check with Dagster+');
  await popup.waitForStatus(says);
}

/** Presses "Fill linking form" and waits for the outcome. @returns the status */
export async function pressFill(popup: Popup): Promise<string> {
  await popup.press('button', 'Fill linking form');
  return popup.waitForStatus(/^(Filled|Partly filled|Not filled)/);
}

/** The words of the step that the popup says is the next one. */
export const currentStep = (popup: Popup): Promise<string> =>
  popup.evaluate(() => document.querySelector('[aria-current=step] .text')?.textContent ?? '');

/** In the popup's first moment no button obeys: a press may have been meant for what lay under it. */
export async function waitUntilPressesCount(popup: Popup): Promise<void> {
  const count = () =>
    popup.evaluate(() => document.querySelector('[aria-disabled], [aria-busy="true"]') === null);
  await waitUntil('presses in the popup to count', count);
}

/** The extension's own way of holding details, run from here on the browser's session memory. */
function holdingIn(browser: TestBrowser): Holding {
  const session = {
    get: (key: string | null) => browser.inExtension((key) => chrome.storage.session.get(key), key),
    set: (items: Record<string, unknown>) =>
      browser.inExtension((items) => chrome.storage.session.set(items), items),
    remove: (keys: string | string[]) =>
      browser.inExtension((keys) => chrome.storage.session.remove(keys), keys),
  };
  const alarms = {
    create: (name: string, info: { when: number }) =>
      browser.inExtension(({ name, info }) => chrome.alarms.create(name, info), { name, info }),
  };
  return createHolding(
    { session, alarms, now: Date.now, queue: createQueue(), policy: async () => NO_POLICY },
    'ordinary',
  );
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
): Promise<HeldDetails | null> {
  const account = { address: organizationAddress(address), token: revealed(DETAILS.userToken) };
  return holdingIn(browser).hold(account, choices, true);
}

/** Whether the details are held now. */
export async function areHeld(browser: TestBrowser): Promise<boolean> {
  return (await holdingIn(browser).read())?.account.token.value === DETAILS.userToken;
}

/** What the extension keeps in memory, but for what it remembers of tokens that fills have forgotten. */
export const kept = (browser: TestBrowser): Promise<Record<string, unknown>> =>
  browser.inExtension(async () => {
    const all = await chrome.storage.session.get();
    return Object.fromEntries(Object.entries(all).filter(([key]) => !key.endsWith('/filled-tokens')));
  });

// In front of the linking form

/** Waits until so many Hubs in this document have drawn their form, and Connect below it. */
export async function waitForHub(page: PageDocument, hubs = 1): Promise<void> {
  await page.waitFor((hubs) => {
    const drawn = openTrees().filter(
      (tree) =>
        tree instanceof ShadowRoot &&
        tree.querySelector('form') &&
        [...tree.querySelectorAll('button')].some(({ textContent }) => textContent === 'Connect'),
    );
    return drawn.length === hubs;
  }, hubs);
}

/** Opens a page whose Hub shows its form at once. */
export async function openHub({ browser, sites }: Stage, page: HubPage = {}): Promise<Tab> {
  const tab = await browser.newTab(sites.hubPage(page));
  await waitForHub(tab);
  return tab;
}

/** What the fields of the Hub in this document hold, in the form's order. */
export function fieldValues(page: PageDocument): Promise<string[]> {
  return page.evaluate(() =>
    openTrees()
      .flatMap((tree) => [...tree.querySelectorAll<HTMLInputElement>('form input')])
      .map(({ value }) => value),
  );
}

/** Presses Connect in the Hub and waits for what StackOne receives. @returns the credentials, by the form's keys */
export async function connect(sites: Sites, page: PageDocument): Promise<Readonly<Record<string, string>>> {
  const before = sites.stackone.accounts.length;
  await page.press({ role: 'button', name: 'Connect' });
  const account = await waitUntil('StackOne to receive an account', () => sites.stackone.accounts[before]);
  return account.credentials;
}
