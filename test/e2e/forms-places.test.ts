/** Wherever the form stands, one press fills it, or the popup says what stands in the way. */
import { afterEach, describe, expect, it } from 'vitest';
import { waitUntil } from '../browsers/wait-until';
import { ALL_FILLED } from '../linking-forms/moments';
import { PLACE_CASES, type PlaceCase } from '../linking-forms/places';
import { translate as t } from '../translate';
import { areHeld, holdDetails, pressFill, SENT, waitForHub } from './forms';
import { connect, fieldValues } from './journey';
import { useStage } from './stage';

const stage = useStage();

/** Opens the page of a case and the popup on it; `form` is the document with the form. */
async function open({ page, frame }: PlaceCase) {
  const { browser, sites } = stage;
  await holdDetails(browser);
  const tab = await browser.newTab(sites.hubPage(page));
  if (page.layout?.startsWith('late')) await tab.press({ role: 'button', name: 'Link an account' });
  const form = frame === undefined ? tab : await tab.frame(frame);
  await waitForHub(form, page.layout === 'two-hubs' ? 2 : 1);
  return { tab, form, popup: await browser.pressToolbarButton(tab) };
}

/** Nothing outside sees into a closed shadow root, so only the popup itself can tell when the form is there. */
const isClosed = ({ page }: PlaceCase): boolean => page.layout === 'closed-shadow-root';

/** There are two buttons "Connect"; and to look for one among 90,000 elements takes a driver many seconds. */
const NOT_CONNECTED: ReadonlySet<string> = new Set(['two-hubs', 'large-page']);

const where = ({ place }: PlaceCase): string => place;
const casesThat = (fits: (happens: PlaceCase['happens']) => boolean) =>
  PLACE_CASES.filter(({ happens }) => fits(happens)).map((each) => [where(each), each] as const);

describe('is filled', () => {
  it.each(casesThat((happens) => happens === 'filled').filter(([, place]) => !isClosed(place)))(
    '%s',
    async (_, place) => {
      const { form, popup } = await open(place);
      await popup.waitForText(place.heading);
      expect(await pressFill(popup)).toBe(ALL_FILLED);
      await popup.close();
      const { layout = '' } = place.page;
      if (NOT_CONNECTED.has(layout))
        expect((await fieldValues(form)).slice(0, 3)).toEqual(Object.values(SENT));
      else expect(await connect(stage.sites, form)).toEqual(SENT);
      if (layout === 'two-hubs') expect((await fieldValues(form)).slice(3)).toEqual(['', '', '']);
    },
  );

  it.each(PLACE_CASES.filter(isClosed).map((place) => [where(place), place] as const))(
    '%s, which no page can look into',
    async (_, { page, heading }) => {
      const { browser, sites } = stage;
      await holdDetails(browser);
      const tab = await browser.newTab(sites.hubPage(page));
      const popup = await waitUntil('the popup to find the form', async () => {
        const popup = await browser.pressToolbarButton(tab);
        const text = await popup.waitForText(/Dagster form on|No linking form/);
        if (text.includes(heading)) return popup;
        await popup.close();
        return undefined;
      });
      expect(await pressFill(popup)).toBe(ALL_FILLED);
      expect(await areHeld(browser)).toBe(false);
    },
  );

  it("leaves the page's own fields empty", async () => {
    const own = PLACE_CASES.find(({ page }) => page.layout === 'own-inputs') as PlaceCase;
    const { tab, popup } = await open(own);
    await pressFill(popup);
    const values = () =>
      tab.evaluate(() =>
        [...document.querySelectorAll<HTMLInputElement>('form input, form textarea')].map(
          ({ value }) => value,
        ),
      );
    expect(await values()).toEqual(['', '', '', '']);
  });
});

describe('two Dagster forms', () => {
  const [both] = PLACE_CASES.filter(({ page }) => page.second === 'dagster') as [PlaceCase];

  it.each([0, 1])('are left to the person, and only the chosen one is filled: %d', async (chosen) => {
    const { form, popup } = await open(both);
    await popup.waitForText(both.heading);
    const { happens } = both;
    const names = happens !== 'filled' && 'asksWhich' in happens ? happens.asksWhich : [];
    expect(await popup.namesOf('radio')).toEqual(names);
    for (const name of names) expect(await popup.isChecked('radio', name)).toBe(false);
    expect(await popup.isDisabled('button', 'Fill linking form')).toBe(true);
    await popup.choose(names[chosen] ?? '');
    expect(await pressFill(popup)).toBe(ALL_FILLED);
    const empty = ['', '', ''];
    const filled = Object.values(SENT);
    expect(await fieldValues(form)).toEqual(chosen === 0 ? [...filled, ...empty] : [...empty, ...filled]);
  });
});

describe('is refused in one sentence', () => {
  it.each(casesThat((happens) => happens !== 'filled' && 'refusedBecause' in happens))(
    '%s',
    async (_, place) => {
      const { form, popup } = await open(place);
      const { happens } = place;
      const why = happens !== 'filled' && 'refusedBecause' in happens ? happens.refusedBecause : 'no_form';
      await popup.waitForText(place.heading);
      await popup.waitForText(t(why));
      expect(await popup.has('button', 'Fill linking form')).toBe(false);
      expect(await fieldValues(form)).toEqual(['', '', '']);
      expect(await areHeld(stage.browser)).toBe(true);
    },
  );
});

describe('in a frame of an origin that is withheld', () => {
  afterEach(() =>
    stage.browser.inExtension(
      (origins) => chrome.permissions.remove({ origins }),
      casesThat((happens) => happens !== 'filled' && 'asksAccessTo' in happens).map(
        ([, { frame }]) => `${frame}/*`,
      ),
    ),
  );

  it.each(casesThat((happens) => happens !== 'filled' && 'asksAccessTo' in happens))(
    'is filled once access is allowed: %s',
    async (_, place) => {
      const { browser, sites } = stage;
      const { tab, form, popup } = await open(place);
      await popup.waitForText(place.heading);
      const allow = `Allow access to ${place.frame}`;
      expect(await popup.has('button', 'Fill linking form')).toBe(false);
      await browser.answerPermissionPrompt(popup, 'accept', () => popup.press('button', allow));
      if (browser.name === 'chrome') {
        await waitUntil('the badge to tell of the fill', async () => (await browser.badge(tab)) === '✓');
        expect(await browser.actionTitle(tab)).toContain(ALL_FILLED);
        const next = await browser.pressToolbarButton(tab);
        await next.waitForStatus(ALL_FILLED);
        expect(await browser.badge(tab)).toBe('');
        await next.close();
      } else {
        await popup.waitForStatus(ALL_FILLED);
        expect(await browser.badge(tab)).toBe('');
        await popup.close();
      }
      expect(await areHeld(browser)).toBe(false);
      expect(await connect(sites, form)).toEqual(SENT);
      await browser.inExtension(
        (origin) => chrome.permissions.remove({ origins: [`${origin}/*`] }),
        place.frame,
      );
    },
  );

  it('stays as it is after a refusal, which counts for that popup only', async () => {
    const { browser } = stage;
    const place = PLACE_CASES.find(({ page }) => page.layout === 'vendor-frame') as PlaceCase;
    const { tab, form, popup } = await open(place);
    const allow = `Allow access to ${place.frame}`;
    await browser.answerPermissionPrompt(popup, 'refuse', () => popup.press('button', allow));
    if (browser.name === 'firefox') {
      await popup.waitForStatus(t('access_refused', place.frame ?? ''));
      expect(await popup.has('button', allow)).toBe(false);
      await popup.close();
    }
    expect(await browser.badge(tab)).toBe('');
    const next = await browser.pressToolbarButton(tab);
    await next.waitForRole('button', allow);
    expect(await fieldValues(form)).toEqual(['', '', '']);
    expect(await areHeld(browser)).toBe(true);
  });
});
