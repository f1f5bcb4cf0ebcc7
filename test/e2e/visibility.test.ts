/** Whether a field can be seen is told by both browsers alike; each has its own way with styles, trees and points. */
import { expect, it } from 'vitest';
import type { Treated } from '../sites/page-scripts/treatments';
import { useStage } from './stage';

const stage = useStage();

it('A field that a person cannot see is told to be hidden in this browser, whatever was done to it', async () => {
  const tab = await stage.browser.newTab(stage.sites.quietPage);
  await tab.evaluate(() => {
    const script = document.createElement('script');
    script.type = 'module';
    script.src = '/page-scripts/treatments.js';
    document.head.append(script);
  });
  const { count, wrong } = (await tab.waitFor(
    () => (globalThis as { treated?: Treated }).treated,
  )) as Treated;
  expect(count).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});
