/** How long reading takes on a page of 10,000 rows. Printed, not asserted: a loaded machine is no mistake of the code. */
import { expect, it } from 'vitest';
import { findOnPage } from '../../src/dagster/tokens-page';

const ROWS = 10_000;
const ADDRESS = 'https://acme.dagster.cloud/prod/org-settings/tokens';
const TOKEN = 'user:0afb128e57084fce8fd15c62d75e4bd6';

/** As React draws it: no white space between the elements. */
const row = (index: number) =>
  `<tr class="Row_1f">
<td class="Cell_2b"><span>Job ${index}</span><button aria-label="Edit description"></button></td>
<td class="Cell_2b"><span class="Value_9c">${index === ROWS / 2 ? TOKEN : '••••••••••••••••••••'}</span></td>
<td class="Cell_2b">Apr 3, 2026</td>
<td class="Cell_2b"><button class="Button_7d">Reveal token</button><button class="Button_7d">Revoke</button></td>
</tr>`.replaceAll('\n', '');

it('finds the one revealed token among 10,000 rows', () => {
  document.body.innerHTML = `<table>${Array.from({ length: ROWS }, (_, index) => row(index)).join('')}</table>`;
  // A page that a person looks at is laid out.
  expect(document.body.offsetHeight).toBeGreaterThan(ROWS);
  const timesMs = ['first', 'second'].map((time) => {
    const start = performance.now();
    const { tokens } = findOnPage(document, ADDRESS).reading;
    const timeMs = performance.now() - start;
    expect(tokens).toEqual([
      { value: TOKEN, unusual: false, description: `Job ${ROWS / 2}`, created: 'Apr 3, 2026' },
    ]);
    return `${time} ${timeMs.toFixed(1)} ms`;
  });
  document.body.replaceChildren();
  console.info(`Reading ${ROWS} rows: ${timesMs.join(', ')}`);
});
