/** The steps of a person's journey, as the tests and the demo take them. */
import type { PageDocument, Popup, Tab } from '../browsers/browser';
import { waitUntil } from '../browsers/wait-until';
import type { Sites } from '../sites/server';

/** The Tokens page of the stand-in's organization "acme". */
export const TOKENS_PAGE = 'https://acme.dagster.cloud/prod/org-settings/tokens';

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

/** What the fields of the Hub in this document hold, in the form's order. */
export function fieldValues(page: PageDocument): Promise<string[]> {
  return page.evaluate(() => {
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots)
      for (const element of root.querySelectorAll('*'))
        if (element.shadowRoot) roots.push(element.shadowRoot);
    const inputs = roots.flatMap((root) => [...root.querySelectorAll<HTMLInputElement>('form input')]);
    return inputs.map(({ value }) => value);
  });
}

/** Waits until the Hub in this document has drawn its form. */
export async function waitForForm(page: PageDocument): Promise<void> {
  await waitUntil('the form with three fields', async () => (await fieldValues(page)).length >= 3);
}

/** Presses Connect in the Hub and waits for what StackOne receives. @returns the credentials, by the form's keys */
export async function connect(sites: Sites, page: PageDocument): Promise<Readonly<Record<string, string>>> {
  const before = sites.stackone.accounts.length;
  await page.press({ role: 'button', name: 'Connect' });
  const account = await waitUntil('StackOne to receive an account', () => sites.stackone.accounts[before]);
  return account.credentials;
}

/** In the popup's first moment no button obeys: a press may have been meant for what lay under it. */
export async function waitUntilPressesCount(popup: Popup): Promise<void> {
  const count = () => popup.evaluate(() => document.querySelector('[aria-disabled]') === null);
  await waitUntil('presses in the popup to count', count);
}
