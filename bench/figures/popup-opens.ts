/** How long a person looks at nothing after the press of the toolbar button, with one Dagster+ tab and with thirty. */
import { type BrowserName, launchBrowser, SMALL_WINDOW } from '../../test/browsers/browser';
import { launchChrome } from '../../test/browsers/chrome';
import { launchFirefox } from '../../test/browsers/firefox';
import { builtExtension } from '../../test/e2e/built-extension';
import { openHub, revealNewToken, TOKENS_PAGE } from '../../test/e2e/steps';
import { startSites } from '../../test/sites/server';
import { type Figure, ROUNDS, type Side } from '../figure';
import { writeOneLineExtension } from '../one-line-extension';
import { type PopupTimes, timePopup } from '../popup-watch';

const MANY_TABS = 30;

interface Taken {
  readonly version: string;
  readonly ours: PopupTimes[];
  readonly oneLine: PopupTimes[];
}

/** Both extensions have a browser of their own and take turns. */
async function inBrowser(name: BrowserName, dagsterTabs: number): Promise<Taken> {
  const sites = await startSites();
  const oneLine = await writeOneLineExtension(name);
  const launch = name === 'chrome' ? launchChrome : launchFirefox;
  const floor = await launch({ extension: oneLine.folder, port: sites.port, windowSize: SMALL_WINDOW });
  const ours = await launchBrowser(name, { extension: builtExtension(name), port: sites.port });
  try {
    await revealNewToken(sites, await ours.newTab(TOKENS_PAGE));
    for (let more = 1; more < dagsterTabs; more++)
      await ours.newTab(`https://acme.dagster.cloud/prod/runs?tab=${more}`);
    const tabs = {
      ours: await openHub({ browser: ours, sites }),
      floor: await openHub({ browser: floor, sites }),
    };
    const taken: Taken = { version: ours.version, ours: [], oneLine: [] };
    for (let round = 0; round < ROUNDS; round++) {
      taken.ours.push(await timePopup(ours, tabs.ours, true));
      taken.oneLine.push(await timePopup(floor, tabs.floor, false));
    }
    return taken;
  } finally {
    await floor.close();
    await ours.close();
    await oneLine.remove();
    await sites.close();
  }
}

const side = (
  name: string,
  kind: Side['kind'],
  times: readonly PopupTimes[],
  which: keyof PopupTimes,
): Side => ({
  name,
  kind,
  samples: times.map((each) => each[which]),
});

export const popupOpens = async (): Promise<Figure[]> => {
  const figures: Figure[] = [];
  for (const name of ['chrome', 'firefox'] as const) {
    for (const tabs of [1, MANY_TABS]) {
      const { version, ours, oneLine } = await inBrowser(name, tabs);
      figures.push({
        id: `popup-${name}-${tabs}`,
        title: `Press of the toolbar button with ${tabs === 1 ? 'one Dagster+ tab' : `${tabs} Dagster+ tabs`} open, in ${name} ${version}`,
        unit: 'ms',
        how: 'In front of the real Hub, with a token revealed in a tab behind; until the popup’s first paint, until it has drawn the values and “Fill linking form”, and until a press of that counts: 300 ms after there is something to press, so that no press meant for something else does anything.',
        wanted:
          tabs === 1
            ? 'values shown within 1.5 times the first paint of a popup of one line'
            : 'what is known within 150 ms after that first paint',
        base: 'one-line popup, first paint',
        sides: [
          side('one-line popup, first paint', 'floor', oneLine, 'firstPaint'),
          side('first paint', 'ours', ours, 'firstPaint'),
          side('values and button shown', 'ours', ours, 'shown'),
          side('a press counts', 'ours', ours, 'counts'),
        ],
      });
    }
  }
  return figures;
};
