/**
 * Measures what the extension costs and how long it takes, beside what people would use instead, and writes it down:
 *
 *   npm run bench                      everything, some 20 minutes
 *   npm run bench -- filling finding   only these; the other results stay
 *
 * The results go to `bench/results.json`, and from there to `docs/performance.md` and its plots.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { type Figure, summaryOf } from './figure';
import { filling } from './figures/filling';
import { finding } from './figures/finding';
import { idle } from './figures/idle';
import { pageLoad } from './figures/page-load';
import { popupMemory } from './figures/popup-memory';
import { popupOpens } from './figures/popup-opens';
import { pressToConfirmed } from './figures/press-to-confirmed';
import { reading } from './figures/reading';
import { sizes } from './figures/sizes';
import { type Results, writeReport } from './report';

/** In the order of the report. */
const MEASURES = {
  sizes,
  idle,
  'page-load': pageLoad,
  finding,
  filling,
  reading,
  'popup-opens': popupOpens,
  'press-to-confirmed': pressToConfirmed,
  'popup-memory': popupMemory,
} as const;

type MeasureName = keyof typeof MEASURES;
const NAMES = Object.keys(MEASURES) as MeasureName[];

const RESULTS = join(import.meta.dirname, 'results.json');

const isName = (name: string): name is MeasureName => name in MEASURES;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !isName(name));
if (unknown.length > 0) {
  console.error(`There is no “${unknown.join('”, “')}” to measure. There is: ${NAMES.join(', ')}.`);
  process.exit(1);
}

const before = JSON.parse(await readFile(RESULTS, 'utf8').catch(() => '{"figures":{}}')) as Results;
const figures: Record<string, readonly Figure[]> = { ...before.figures };
for (const name of NAMES) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name} …`);
  figures[name] = await MEASURES[name]();
  for (const figure of figures[name]) print(figure);
}
const results: Results = {
  measured: new Date().toISOString().slice(0, 10),
  machine: `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}`,
  figures: Object.fromEntries(NAMES.flatMap((name) => (figures[name] ? [[name, figures[name]]] : []))),
};
await writeFile(RESULTS, `${JSON.stringify(results, null, 1)}\n`);
await writeReport(results);

function print({ title, unit, wanted, base, sides, skipped = [] }: Figure): void {
  console.log(`${title} (wanted: ${wanted})`);
  const compared = sides.find(({ name }) => name === base);
  for (const side of sides) {
    const { min, median, spread } = summaryOf(side);
    const [from, to] = spread.map((value) => value.toFixed(1));
    const ratio = compared ? `, ratio ${(median / summaryOf(compared).median).toFixed(2)}` : '';
    console.log(
      `  ${side.name}: min ${min.toFixed(1)}, median ${median.toFixed(1)} ${unit}, spread ${from} to ${to}${ratio}`,
    );
  }
  for (const line of skipped) console.log(`  skipped: ${line}`);
}
