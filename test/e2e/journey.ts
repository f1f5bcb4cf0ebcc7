/** The steps of a person's journey, as the tests and the demo take them. */
import type { PageDocument, Tab } from '../browsers/browser';
import { waitUntil } from '../browsers/wait-until';
import type { Sites } from '../sites/server';

/** The Tokens page of the stand-in's organization "acme". */
export const TOKENS_PAGE = 'https://acme.dagster.cloud/prod/org-settings/tokens';

/** The first row of the first list of the Tokens page: the person's newest active token. */
const NEWEST_ROW = 'section:first-of-type h3:first-of-type + * tbody tr:first-child';

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
  const before = acme.userTokens.length;
  await tab.press({ role: 'button', name: 'Create user token' });
  // A new token has no description yet, so its row is told by what it lacks.
  await tab.waitFor(
    (row) => document.querySelector(`${row} td:first-child span`)?.textContent !== 'Local CLI',
    NEWEST_ROW,
  );
  await tab.press({ css: `${NEWEST_ROW} td:last-child button:first-child` });
  const token = acme.userTokens[0]?.value ?? '';
  await tab.waitFor((value) => document.body.textContent?.includes(value), shown(token));
  if (acme.userTokens.length !== before + 1) throw new Error('The stand-in made no token.');
  return token;
}

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
