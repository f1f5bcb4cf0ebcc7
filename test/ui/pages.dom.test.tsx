/** The pages that open in a tab, in every language, light and dark. */
import { getByRole } from '@testing-library/dom';
import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Options } from '../../src/options/view';
import { readPolicy } from '../../src/policy';
import { tellLanguage } from '../../src/ui/language';
import { Welcome } from '../../src/welcome/view';
import type { Translate } from '../../src/words';
import { LANGUAGES } from '../popup/languages';
import { translate } from '../translate';
import '../../src/welcome/welcome.css';

/** As narrow as a window can be on a phone. */
const WIDTH_PX = 360;

const root = document.createElement('div');
const asked: string[] = [];

beforeAll(async () => {
  await page.viewport(WIDTH_PX, 800);
  document.body.replaceChildren(root);
});
afterAll(async () => {
  render(null, root);
  tellLanguage(document.documentElement, translate);
  await page.viewport(376, 1200);
});

const options = (t: Translate, changeable = true, clipboardRefused = false) => (
  <Options
    sites={[{ origin: 'https://hub.example', pattern: 'https://hub.example/*' }]}
    keys={[
      { does: t('open_popup'), keys: 'Alt+Shift+L' },
      { does: t('command_fill'), keys: null },
    ]}
    dagsterAllowed={false}
    clearsClipboard={false}
    clipboardRefused={clipboardRefused}
    policy={readPolicy({ holdMinutes: 5, formOrigins: ['https://hub.example', 1], organizations: 'acme' })}
    onTakeBack={(pattern) => asked.push(pattern)}
    onAllowDagster={() => asked.push('dagster')}
    onSwitchClearing={(on) => asked.push(`clearing ${on}`)}
    onChangeKeys={changeable ? () => asked.push('keys') : null}
    t={t}
  />
);

const PAGES: Readonly<Record<string, (t: Translate) => ComponentChild>> = {
  'the options': options,
  'the options where only the person reaches the keys, and the clipboard was refused': (t) =>
    options(t, false, true),
  'the page after the installation in Chrome': (t) => (
    <Welcome browser="chrome" dagsterAllowed={false} keys="Alt+Shift+L" onAllowDagster={() => {}} t={t} />
  ),
  'the page after the installation in Firefox': (t) => (
    <Welcome browser="firefox" dagsterAllowed keys={null} onAllowDagster={() => {}} t={t} />
  ),
};

describe.each(Object.entries(PAGES))('%s', (_, draw) => {
  test.each([...LANGUAGES])('axe finds nothing, and nothing is too wide: %s', async (language, t) => {
    document.documentElement.style.colorScheme = language === 'en' ? 'dark' : 'light';
    tellLanguage(document.documentElement, t);
    render(draw(t), root);
    const { violations } = await axe.run(root, {
      resultTypes: ['violations'],
      rules: { region: { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(WIDTH_PX);
  });
});

test('A real press takes a site back, allows Dagster+ and leads to the keys; one that a script makes does nothing', async () => {
  tellLanguage(document.documentElement, translate);
  render(options(translate), root);
  const names = ['Remove https://hub.example', 'Allow access to Dagster+', 'Change keys'];
  for (const name of names) getByRole(root, 'button', { name }).click();
  expect(asked).toEqual([]);
  for (const name of names) await userEvent.click(getByRole(root, 'button', { name }));
  expect(asked).toEqual(['https://hub.example/*', 'dagster', 'keys']);
});

test('A press of the switch asks for the clipboard, and the switch shows what came of it', async () => {
  render(options(translate, true, true), root);
  const toggle = getByRole<HTMLInputElement>(root, 'checkbox', {
    name: 'Clear the clipboard 60 seconds after “Copy User Token”, if it still holds the token',
  });
  asked.length = 0;
  await userEvent.click(toggle);
  expect(asked).toEqual(['clearing true']);
  render(options(translate, true, true), root);
  expect([toggle.checked, getByRole(root, 'status').textContent]).toEqual([
    false,
    'Not switched on: access to the clipboard was not allowed.',
  ]);
});
