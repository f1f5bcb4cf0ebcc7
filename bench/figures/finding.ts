/** What looking for the form costs a page, in small and large pages, with few and many shadow roots. */
import type { Page } from 'playwright';
import { type Figure, ROUNDS, takeTurns } from '../figure';
import { peerScript } from '../peers';
import { BARE_WALK, builtScript, STYLE_WALK, timed, withWorlds } from '../world';

const REPORT = timed(
  'if (linkingFormFinder.report().forms.length !== 1) throw new Error("No form was found.")',
);

const PEER_NAMES = timed('if (peer.namesOfControls().length < 3) throw new Error("No controls were found.")');

const PAGES = [
  { elements: 9_000, roots: 0 },
  { elements: 9_000, roots: 500 },
  { elements: 90_000, roots: 0 },
  { elements: 90_000, roots: 500 },
] as const;

/** Puts so many table cells, and so many elements with a shadow root of three elements each, behind the form. */
async function fillUp(page: Page, elements: number, roots: number): Promise<void> {
  await page.evaluate(
    ([elements, roots]) => {
      const table = document.createElement('table');
      table.innerHTML = '<tr><td>Dagster<td>prod'.repeat(elements / 3);
      for (let at = 0; at < roots; at++) {
        const host = document.createElement('div');
        host.attachShadow({ mode: 'open' }).innerHTML = '<p>One<b>two</b></p><i>three</i>';
        document.body.append(host);
      }
      document.body.append(table);
      // A page that a person looks at is laid out.
      return document.body.offsetHeight;
    },
    [elements, roots] as const,
  );
}

export const finding = async (): Promise<Figure[]> => {
  const scripts = [await builtScript('page'), await builtScript('linking-form-finder')];
  const peer = [await peerScript('names-of-controls.js')];
  return withWorlds(async ({ page, sites, collectGarbage, inFreshWorld }) => {
    const figures: Figure[] = [];
    for (const { elements, roots } of PAGES) {
      // What a world has seen of a large page stays in memory until the page goes, and slows down all that follows.
      const openAnew = async () => {
        await page.goto(sites.hubPage());
        await page.getByRole('textbox', { name: 'Deployment' }).waitFor();
        await fillUp(page, elements, roots);
        await collectGarbage();
      };
      figures.push({
        id: `finding-${elements}-${roots}`,
        title: `Finding the form among ${elements.toLocaleString('en')} elements and ${roots} shadow roots`,
        unit: 'ms',
        how: 'The real Hub with so many elements behind it in Chromium; one look, in a world that has not seen the page before.',
        wanted: 'at most 1.1 times the bare walk',
        base: 'bare TreeWalker',
        sides: await takeTurns(
          [
            { name: 'bare TreeWalker', kind: 'floor', measure: () => inFreshWorld([], timed(BARE_WALK)) },
            {
              name: 'bare TreeWalker that asks for each style',
              kind: 'floor',
              measure: () => inFreshWorld([], timed(STYLE_WALK)),
            },
            { name: 'this extension', kind: 'ours', measure: () => inFreshWorld(scripts, REPORT) },
            {
              name: 'query-selector-shadow-dom and dom-accessibility-api',
              kind: 'peer',
              measure: () => inFreshWorld(peer, PEER_NAMES),
            },
          ],
          ROUNDS,
          openAnew,
        ),
      });
    }
    return figures;
  });
};
