/** What can be seen and read is told by both browsers alike; each has its own way with styles, trees and points. */
import { expect, it } from 'vitest';
import type { Treated } from '../sites/page-scripts/treatments';
import { useStage } from './stage';

const stage = useStage();

/** Runs one of the scripts that try a table in the page. */
async function tried(script: string): Promise<Treated> {
  const tab = await stage.browser.newTab(stage.sites.quietPage);
  await tab.evaluate((address) => {
    const script = document.createElement('script');
    script.type = 'module';
    script.src = address;
    document.head.append(script);
  }, `/page-scripts/${script}.js`);
  return (await tab.waitFor(() => (globalThis as { treated?: Treated }).treated)) as Treated;
}

it('A field that a person cannot see is told to be hidden in this browser, whatever was done to it', async () => {
  const { count, wrong } = await tried('treatments');
  expect(count).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});

it('Texts and saved Dagster+ pages are read in this browser as they should be', async () => {
  const { count, wrong } = await tried('dagster-pages');
  expect(count).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});
