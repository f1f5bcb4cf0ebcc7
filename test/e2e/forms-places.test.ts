/** Wherever only a browser with the extension reaches the form, one press fills it, or the popup says what stands in the way. */
import { afterEach, describe, expect, it } from 'vitest';
import { waitUntil } from '../browsers/wait-until';
import { PLACE_CASES, type PlaceCase } from '../linking-forms/places';
import { translate as t } from '../translate';
import { useStage } from './stage';
import {
  ALL_FILLED,
  areHeld,
  connect,
  fieldValues,
  holdDetails,
  kept,
  pressFill,
  SENT,
  waitForHub,
} from './steps';

const stage = useStage();

/** Places whose documents the DOM tests look at need no browser with the extension. */
const CASES = PLACE_CASES.filter(({ provenBy }) => provenBy === 'browser');

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

const casesThat = (fits: (happens: PlaceCase['happens']) => boolean) =>
  CASES.filter(({ happens }) => fits(happens)).map((each) => [each.place, each] as const);

describe('is filled', () => {
  it.each(casesThat((happens) => happens === 'filled').filter(([, place]) => !isClosed(place)))(
    '%s',
    async (_, place) => {
      const { form, popup } = await open(place);
      await popup.waitForText(place.heading);
      expect(await pressFill(popup)).toBe(ALL_FILLED);
      await popup.close();
      expect(await connect(stage.sites, form)).toEqual(SENT);
    },
  );

  it.each(CASES.filter(isClosed).map((place) => [place.place, place] as const))(
    '%s, which no page can look into',
    async (_, { page, heading }) => {
      const { browser, sites } = stage;
      await holdDetails(browser);
      const tab = await browser.newTab(sites.hubPage(page));
      const popup = await waitUntil('the popup to find the form', async () => {
        const popup = await browser.pressToolbarButton(tab);
        // The Hub may have drawn nothing yet, or its list only.
        const text = await popup.waitForText(/Dagster form on|StackOne Hub on|No linking form/);
        if (text.includes(heading)) return popup;
        await popup.close();
        return undefined;
      });
      expect(await pressFill(popup)).toBe(ALL_FILLED);
      expect(await areHeld(browser)).toBe(false);
    },
  );
});

it('Of two Dagster forms only the chosen one is filled', async () => {
  const [[, both]] = casesThat((happens) => typeof happens === 'object' && 'asksWhich' in happens) as [
    [string, PlaceCase],
  ];
  const { form, popup } = await open(both);
  await popup.waitForText(both.heading);
  const { happens } = both;
  const names = typeof happens === 'object' && 'asksWhich' in happens ? happens.asksWhich : [];
  expect(await popup.namesOf('radio')).toEqual(names);
  expect(await popup.isDisabled('button', 'Fill linking form')).toBe(true);
  await popup.choose(names[1] ?? '');
  expect(await pressFill(popup)).toBe(ALL_FILLED);
  expect(await fieldValues(form)).toEqual(['', '', '', ...Object.values(SENT)]);
});

describe('is filled at a press that names no other, and the same pages once in a session', () => {
  it.each(casesThat((happens) => happens === 'filled-inside'))('%s', async (_, place) => {
    const { form, popup } = await open(place);
    await popup.waitForText(place.heading);
    expect(await popup.has('button', 'Fill linking form')).toBe(false);
    await popup.press('button', 'Fill inside this page');
    await popup.waitForStatus(ALL_FILLED);
    await popup.close();
    expect(await connect(stage.sites, form)).toEqual(SENT);

    if (place.page.layout !== 'frame-in-frame') return;
    const again = await open(place);
    await again.popup.waitForText(place.heading);
    expect(await pressFill(again.popup)).toBe(ALL_FILLED);
  });
});

describe('is refused in one sentence', () => {
  it.each(casesThat((happens) => typeof happens === 'object' && 'refusedBecause' in happens))(
    '%s',
    async (_, place) => {
      const { form, popup } = await open(place);
      const { happens } = place;
      const why =
        typeof happens === 'object' && 'refusedBecause' in happens ? happens.refusedBecause : 'no_form';
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
      casesThat((happens) => typeof happens === 'object' && 'asksAccessTo' in happens).map(
        ([, { frame }]) => `${frame}/*`,
      ),
    ),
  );

  it.each(casesThat((happens) => typeof happens === 'object' && 'asksAccessTo' in happens))(
    'is filled once access is allowed: %s',
    async (_, place) => {
      const { browser, sites } = stage;
      const { tab, form, popup } = await open(place);
      await popup.waitForText(place.heading);
      const allow = `Allow access to ${place.frame}`;
      expect(await popup.has('button', 'Fill linking form')).toBe(false);
      await browser.answerPermissionPrompt(popup, 'accept', async () => {
        await popup.press('button', allow);
        // As the browser does with a background that is idle while somebody reads the prompt.
        await waitUntil('the background to know what the prompt is for', async () =>
          Object.keys(await kept(browser)).includes('ordinary/awaited-permission'),
        );
        await browser.stopBackground();
      });
      if (browser.name === 'chrome') {
        await waitUntil('the badge to tell of the fill', async () => (await browser.badge(tab)) === '✓');
        expect(await browser.actionTitle(tab)).toContain(ALL_FILLED);
        const next = await browser.pressToolbarButton(tab);
        await next.waitForStatus(ALL_FILLED);
        expect(await browser.badge(tab)).toBe('');
        await next.close();
      } else {
        await popup.waitForStatus(ALL_FILLED);
        await waitUntil('the badge to be taken away', async () => (await browser.badge(tab)) === '');
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
    const place = CASES.find(({ page }) => page.layout === 'vendor-frame') as PlaceCase;
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
