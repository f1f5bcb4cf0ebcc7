/** What is true of every story of the popup in other colours, and from right to left. A file of its own, side by side with the stories. */
import { afterEach, beforeAll, expect, test } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { tellLanguage } from '../../src/ui/language';
import { findings } from '../axe';
import { translate } from '../translate';
import { LANGUAGES } from './languages';
import { drawPopup, setTheme } from './popup-in-page';
import { CASE_NAMES, stateOf } from './states';

beforeAll(() => page.viewport(376, 1200));
afterEach(() => setTheme('light'));

/** As a contrast theme of the system does. */
const forceColors = (on: boolean) =>
  (cdp() as unknown as DevTools).send('Emulation.setEmulatedMedia', {
    features: [{ name: 'forced-colors', value: on ? 'active' : 'none' }],
  });

/** The one function that is needed of it. */
interface DevTools {
  send(method: string, parameters: object): Promise<unknown>;
}

/** The language that is written from right to left. */
const ARABIC = LANGUAGES.get('ar') ?? translate;

test.each(CASE_NAMES)('%s: the colours of the dark theme can be told apart', async (name) => {
  setTheme('dark');
  drawPopup(stateOf(name));
  expect(await findings(document.body, ['color-contrast'])).toEqual([]);
});

// These look at the same elements once more, so one case in six stands for the others.
test.each(CASE_NAMES.filter((_, at) => at % 6 === 0))(
  '%s: axe finds nothing in forced colours and from right to left',
  async (name) => {
    await forceColors(true);
    tellLanguage(document.documentElement, ARABIC);
    drawPopup(stateOf(name, {}, ARABIC), ARABIC);
    const found = await findings(document.body);
    await forceColors(false);
    tellLanguage(document.documentElement, translate);
    expect(found).toEqual([]);
  },
);
