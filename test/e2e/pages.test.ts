/** The pages of the extension that open in a tab. That one opens after the installation, every launch waits for. */
import { expect, it } from 'vitest';
import { WELCOME_PAGE } from '../browsers/browser';
import { useStage } from './stage';

const stage = useStage();

const textOf = (path: string) => async () => {
  const tab = await stage.browser.newTab(`${stage.browser.extensionOrigin()}${path}`);
  return tab.waitFor(() => document.querySelector('main')?.textContent);
};

it('The page after the installation shows the way to the button, and the journey', async () => {
  const text = await textOf(WELCOME_PAGE)();
  expect(text).toContain('puzzle piece');
  expect(text).toContain('Press “Open Tokens page”, then “Create and reveal a token”.');
});

it('The options show what was allowed, and the keys as they are', async () => {
  const text = await textOf('/extension/options.html')();
  expect(text).toContain('None. The popup asks before it looks into another site.');
  expect(text).toMatch(/Open the popup.*Fill the linking form without opening the popup/);
});
