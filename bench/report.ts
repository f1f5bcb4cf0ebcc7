/** Writes `docs/performance.md` and its plots from the results. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Figure, ROUNDS, type Side, summaryOf } from './figure';
import { NOTES } from './notes';
import { plot, type Theme } from './plot';

export interface Results {
  /** The day, as 2026-11-27. */
  readonly measured: string;
  readonly machine: string;
  /** By the name of what measured them. */
  readonly figures: Readonly<Record<string, readonly Figure[]>>;
}

const DOCS = join(import.meta.dirname, '../docs');
const PLOTS = 'images/performance';
const THEMES: readonly Theme[] = ['light', 'dark'];

export async function writeReport(results: Results): Promise<void> {
  const figures = Object.values(results.figures).flat();
  await rm(join(DOCS, PLOTS), { recursive: true, force: true });
  await mkdir(join(DOCS, PLOTS), { recursive: true });
  for (const figure of figures.filter(isPlotted))
    for (const theme of THEMES)
      await writeFile(join(DOCS, plotFile(figure, theme)), await plot(figure, theme));
  await writeFile(join(DOCS, 'performance.md'), report(results, figures));
}

/** What is only counted needs no picture. */
const isPlotted = ({ sides }: Figure): boolean => sides.some(({ samples }) => samples.length > 1);

const plotFile = ({ id }: Figure, theme: Theme): string => `${PLOTS}/${id}-${theme}.svg`;

const report = ({ measured, machine }: Results, figures: readonly Figure[]): string => `# Performance

What the extension costs, and how long it takes, beside the least that anybody could do and beside what people would use
instead. This page is written by \`npm run bench\`; the samples are in [\`bench/results.json\`](../bench/results.json).

Measured on ${measured}: ${machine}. Sides of a figure take turns, ${ROUNDS} times each, so that what slows the machine
down meets all of them alike. Spread is from the first quarter of the samples to the third; the ratio is that of the
medians. In the plots circles are this extension, triangles what people would use instead, squares the floor.

${figures.map(section).join('\n')}`;

function section(figure: Figure): string {
  const { id, title, how, wanted, sides, skipped = [] } = figure;
  const note = NOTES[id];
  const parts = [`## ${title}`, how, `Aimed at: ${wanted}.`, table(figure)];
  if (isPlotted(figure)) parts.push(picture(figure, sides));
  if (note) parts.push(note);
  if (skipped.length > 0) parts.push(skipped.map((line) => `- Not measured: ${line}`).join('\n'));
  return `${parts.join('\n\n')}\n`;
}

function table({ unit, sides, base }: Figure): string {
  const format = (value: number): string =>
    value.toLocaleString('en', { maximumFractionDigits: unit === 'bytes' || unit === 'samples' ? 0 : 1 });
  const compared = sides.find(({ name }) => name === base);
  const ratio = (side: Side): string =>
    compared ? (summaryOf(side).median / summaryOf(compared).median).toFixed(2) : '';
  if (sides.every(({ samples }) => samples.length === 1))
    return rows([['', unit], ...sides.map((side) => [side.name, format(summaryOf(side).median)])]);
  return rows([
    ['', 'minimum', `median (${unit})`, 'spread', ...(compared ? ['ratio'] : [])],
    ...sides.map((side) => {
      const { min, median, spread } = summaryOf(side);
      return [
        side.name,
        format(min),
        format(median),
        spread.map(format).join(' – '),
        ...(compared ? [ratio(side)] : []),
      ];
    }),
  ]);
}

function rows([head = [], ...body]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...body.map(line)].join('\n');
}

const picture = (figure: Figure, sides: readonly Side[]): string => `<picture>
  <source media="(prefers-color-scheme: dark)" srcset="${plotFile(figure, 'dark')}">
  <img alt="${figure.title}: ${sides.map((side) => `${side.name} ${summaryOf(side).median.toFixed(1)} ${figure.unit}`).join(', ')}" src="${plotFile(figure, 'light')}">
</picture>`;
