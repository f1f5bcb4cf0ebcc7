/** How long the first reading of a Tokens page takes, and the second. */
import { callExpression } from '../../test/browsers/in-page';
import { type Figure, takeTurns } from '../figure';
import { BARE_WALK, builtScript, timed, withWorlds } from '../world';

const ADDRESS = 'https://acme.dagster.cloud/prod/org-settings/tokens';
const TOKEN = 'user:0afb128e57084fce8fd15c62d75e4bd6';

const PAGES = [
  { rows: 200, wanted: 'at most 2 ms' },
  { rows: 10_000, wanted: 'at most 25 ms' },
] as const;

/** Runs in the page. As React draws it: no white space between the elements. */
function drawRows({ rows, token }: { rows: number; token: string }): number {
  const row = (index: number) =>
    `<tr><td><span>Job ${index}</span><button aria-label="Edit description"></button></td>` +
    `<td><span>${index === rows / 2 ? token : '••••••••••••••••••••'}</span></td><td>Apr 3, 2026</td>` +
    `<td><button>Reveal token</button><button>Revoke</button></td></tr>`;
  document.body.innerHTML = `<table>${Array.from({ length: rows }, (_, index) => row(index)).join('')}</table>`;
  return document.body.offsetHeight;
}

const READ = 'if (dagsterReader.read().tokens.length !== 1) throw new Error("The token was not read.")';

export const reading = async (): Promise<Figure[]> => {
  const scripts = [await builtScript('page'), await builtScript('dagster-reader')];
  return withWorlds(async ({ page, inFreshWorld }) => {
    const figures: Figure[] = [];
    await page.route(ADDRESS, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' }),
    );
    for (const { rows, wanted } of PAGES) {
      await page.goto(ADDRESS);
      await page.evaluate(callExpression(drawRows, { rows, token: TOKEN }));
      figures.push({
        id: `reading-${rows}`,
        title: `Reading a Tokens page of ${rows.toLocaleString('en')} rows`,
        unit: 'ms',
        how: 'Ten elements in a row, one token revealed, in Chromium; in a world that has not seen the page before, and once more in the same.',
        wanted,
        base: 'bare TreeWalker',
        sides: await takeTurns([
          { name: 'bare TreeWalker', kind: 'floor', measure: () => inFreshWorld([], timed(BARE_WALK)) },
          { name: 'first reading', kind: 'ours', measure: () => inFreshWorld(scripts, timed(READ)) },
          {
            name: 'second reading',
            kind: 'ours',
            measure: () => inFreshWorld([...scripts, READ], timed(READ)),
          },
        ]),
      });
    }
    return figures;
  });
};
