/** The pages that open in a tab, in every language, light and dark. */
import { getByRole } from '@testing-library/dom';
import { render } from 'preact';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { tellLanguage } from '../../src/ui/language';
import { findings } from '../axe';
import { LANGUAGES } from '../popup/languages';
import { translate } from '../translate';
import { PAGES } from './pages';
import '../../src/welcome/welcome.css';

/** As narrow as a window can be on a phone. */
const WIDTH_PX = 360;

const root = document.createElement('div');
const asked: string[] = [];
const press = (what: string): void => void asked.push(what);

beforeAll(async () => {
  await page.viewport(WIDTH_PX, 800);
  document.body.replaceChildren(root);
});
afterAll(async () => {
  render(null, root);
  tellLanguage(document.documentElement, translate);
  await page.viewport(376, 1200);
});

describe.each(Object.entries(PAGES))('%s', (_, draw) => {
  test.each([...LANGUAGES])('axe finds nothing, and nothing is too wide: %s', async (language, t) => {
    document.documentElement.style.colorScheme = language === 'en' ? 'dark' : 'light';
    tellLanguage(document.documentElement, t);
    render(draw(t), root);
    expect(await findings(root)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(WIDTH_PX);
  });
});

test('A real press takes a site back, allows Dagster+ and leads to the keys; one that a script makes does nothing', async () => {
  tellLanguage(document.documentElement, translate);
  render(PAGES.options(translate, press), root);
  const names = ['Remove https://hub.example', 'Allow access to Dagster+', 'Change keys'];
  for (const name of names) getByRole(root, 'button', { name }).click();
  expect(asked).toEqual([]);
  for (const name of names) await userEvent.click(getByRole(root, 'button', { name }));
  expect(asked).toEqual(['https://hub.example/*', 'dagster', 'keys']);
});

test('A press of the switch asks for the clipboard, and the switch shows what came of it', async () => {
  const draw = () => render(PAGES['options-keys-by-hand-clipboard-refused'](translate, press), root);
  draw();
  const toggle = getByRole<HTMLInputElement>(root, 'checkbox', {
    name: 'Clear the clipboard 60 seconds after “Copy User Token”, if it still holds the token',
  });
  asked.length = 0;
  await userEvent.click(toggle);
  expect(asked).toEqual(['clearing true']);
  draw();
  expect([toggle.checked, getByRole(root, 'status').textContent]).toEqual([
    false,
    'Not switched on: access to the clipboard was not allowed.',
  ]);
});
