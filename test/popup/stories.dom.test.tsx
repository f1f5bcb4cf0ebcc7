/** What is true of every story of the popup, whatever it shows; in other colours and directions: themes.dom.test.tsx. */
import { beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { findings } from '../axe';
import { drawPopup, setTheme } from './popup-in-page';
import { CASE_NAMES, type CaseName, SECOND_TOKEN, stateOf, TOKEN, UNUSUAL_TOKEN } from './states';

const WIDTH_PX = 376;
/** Browsers show no popup that is higher. */
const HIGHEST_PX = 600;
/** So high that nothing has to be scrolled. */
const WHOLE_PX = 1200;

const draw = (name: CaseName) => drawPopup(stateOf(name)).root;

beforeAll(() => page.viewport(WIDTH_PX, WHOLE_PX));
beforeAll(() => setTheme('light'));

test.each(CASE_NAMES)('%s: axe finds nothing', async (name) => {
  draw(name);
  expect(await findings(document.body)).toEqual([]);
});

/** Where in what is drawn a token stands: as text, or where nobody sees it. */
function placesOf(token: string, root: HTMLElement): string[] {
  const elements = [...root.querySelectorAll('*')];
  const attributes = elements.flatMap((element) => [...element.attributes]);
  const fields = [...root.querySelectorAll('input')];
  return [
    ...attributes.filter(({ value }) => value.includes(token)).map(({ name }) => `attribute ${name}`),
    ...fields.filter(({ value }) => value.includes(token)).map(({ id }) => `field ${id}`),
    ...(root.textContent?.includes(token) ? ['text'] : []),
  ];
}

test('no token stands in the document but the one that is shown, and that one as text only', () => {
  for (const name of CASE_NAMES) {
    const root = draw(name);
    const { card } = stateOf(name);
    const shown = card?.token.shown ? card.values.userToken : null;
    for (const token of [TOKEN, SECOND_TOKEN, UNUSUAL_TOKEN])
      expect(placesOf(token, root), name).toEqual(token === shown ? ['text'] : []);
  }
});

test('the page holds no style of its own, which the policy of extension pages would refuse', () => {
  for (const name of CASE_NAMES)
    expect(draw(name).querySelectorAll('[style], style, script'), name).toHaveLength(0);
});

describe('In a popup of the greatest height', () => {
  beforeAll(async () => {
    await page.viewport(WIDTH_PX, HIGHEST_PX);
    return () => page.viewport(WIDTH_PX, WHOLE_PX);
  });

  test.each(CASE_NAMES)('%s: main action and status can be seen without scrolling', (name) => {
    const root = draw(name);
    scrollTo(0, 0);
    const status = stateOf(name).status ? root.querySelectorAll('[role=status]') : [];
    for (const element of [...root.querySelectorAll('.button.primary'), ...status])
      expect(element.getBoundingClientRect().bottom).toBeLessThanOrEqual(HIGHEST_PX);
    expect(root.querySelector('footer')?.getBoundingClientRect().height).toBeLessThanOrEqual(300);
  });
});
