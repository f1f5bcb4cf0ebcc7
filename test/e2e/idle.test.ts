/** What sits in every Dagster+ page does nothing until it is asked, however much the page does. */
import { expect, it } from 'vitest';
import type { Tab } from '../browsers/browser';
import { waitUntil } from '../browsers/wait-until';
import { useStage } from './stage';
import { addOrganization, addressOf, drawn } from './steps';

const stage = useStage();

const CHANGES = 300;
/** The page changes 100 times a second; a busy machine may take longer. */
const CHANGES_LIMIT_MS = 50_000;
/** A page so long that reading it takes several samples. */
const TOKENS = 400;

/** How many changes the page has counted. */
const changes = (tab: Tab): Promise<number> =>
  tab.evaluate(() => Number(document.querySelector('[data-event]:last-child')?.textContent?.split('#')[1]));

it('runs no code in 300 changes of a page, and some when the popup asks', async () => {
  const { browser, sites } = stage;
  const organization = addOrganization(sites, { slug: 'busy' });
  for (let count = 0; count < TOKENS; count += 1) organization.createToken();
  const page = `org-settings/tokens${drawn({ activity: 'busy' })}`;
  const tab = await browser.newTab(addressOf(organization, 'prod', page));
  await tab.waitFor((count) => document.querySelectorAll('tbody tr').length === count, TOKENS);

  const idle = await browser.recordPage(tab, async () => {
    const before = await changes(tab);
    const enough = async () => (await changes(tab)) >= before + CHANGES;
    await waitUntil(`${CHANGES} changes of the page`, enough, CHANGES_LIMIT_MS);
  });
  expect(idle.samples).toBeGreaterThan(CHANGES);
  expect(idle.ofExtension).toBe(0);

  const asked = await browser.recordPage(tab, async () => {
    const popup = await browser.pressToolbarButton(tab);
    await popup.waitForText('busy.dagster.cloud');
    await popup.close();
  });
  expect(asked.ofExtension).toBeGreaterThan(0);
});
