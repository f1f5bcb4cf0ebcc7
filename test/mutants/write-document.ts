/** Writes `docs/mutants.md` from Stryker's report. Part of `npm run test:mutants`; ends with 1 where too few were noticed. */
import { readFileSync, writeFileSync } from 'node:fs';

const REPORT = '.mutants/report.json';
const DOCUMENT = 'docs/mutants.md';

/** Of the mutants that a test reaches, so many in a hundred must be noticed. */
const FEWEST_NOTICED = 90;

/** The part that is needed of https://github.com/stryker-mutator/mutation-testing-elements/tree/master/packages/report-schema. */
interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

interface Mutant {
  readonly status:
    | 'Killed'
    | 'Timeout'
    | 'Survived'
    | 'NoCoverage'
    | 'Ignored'
    | 'CompileError'
    | 'RuntimeError';
  readonly replacement: string;
  readonly location: { readonly start: Place; readonly end: Place };
}

/** Both counted from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

const { files }: Report = JSON.parse(readFileSync(REPORT, 'utf8'));

const byPath = Object.entries(files).sort(([one], [other]) => one.localeCompare(other));

function countsOf(mutants: readonly Mutant[]) {
  const having = (...wanted: Mutant['status'][]) =>
    mutants.filter(({ status }) => wanted.includes(status)).length;
  return {
    noticed: having('Killed', 'Timeout'),
    survived: having('Survived'),
    unreached: having('NoCoverage'),
  };
}

const percent = ({ noticed, survived }: { noticed: number; survived: number }): number =>
  noticed + survived === 0 ? 100 : (100 * noticed) / (noticed + survived);

const cells = (counts: ReturnType<typeof countsOf>): string =>
  `${counts.noticed} | ${counts.survived} | ${counts.unreached} | ${percent(counts).toFixed(1)} |`;

const inCode = (text: string): string => `\`\`${text.replaceAll(/\s+/g, ' ').slice(0, 80)}\`\``;

/** What stood in the place of a mutant; of several lines the first. */
function originalOf(source: string, { start, end }: Mutant['location']): string {
  const line = source.split('\n')[start.line - 1] ?? '';
  return line.slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined);
}

const all = countsOf(byPath.flatMap(([, { mutants }]) => mutants));
const survivors = byPath.flatMap(([path, { source, mutants }]) =>
  mutants
    .filter(({ status }) => status === 'Survived')
    .map(
      ({ location, replacement }) =>
        `- \`${path}\`, line ${location.start.line}: ${inCode(originalOf(source, location))} to ${inCode(replacement)}`,
    ),
);

const document = [
  '# Mutants',
  '',
  'Stryker changes the rules that need no page, one small change at a time (a condition turned round, a text emptied, a branch left out), and the unit tests run: one of them should notice. `npm run test:mutants` does so and writes this document. What holds the promises one by one is in [Mutations](mutations.md).',
  '',
  `Noticed: ${percent(all).toFixed(1)} % of the mutants that a unit test reaches (at least ${FEWEST_NOTICED} % are asked for). What no unit test reaches runs in a page or asks a browser, and is held by the DOM and end-to-end tests. What is worked out once, when a module is loaded, is left out: each such mutant would need all of the tests.`,
  '',
  '| File | Noticed | Survived | Not reached | % |',
  '| --- | ---: | ---: | ---: | ---: |',
  ...byPath.map(([path, { mutants }]) => `| \`${path}\` | ${cells(countsOf(mutants))}`),
  `| All | ${cells(all)}`,
  '',
  '## Survivors',
  '',
  'Most of them change nothing that anybody could tell: the name of a place in memory, a limit by one, a word of a union that the other branch answers as well, a `?.` where the compiler wants one. Those in a function that a page runs are noticed end to end.',
  '',
  ...survivors,
  '',
].join('\n');

writeFileSync(DOCUMENT, document);
console.info(`${percent(all).toFixed(1)} % noticed; ${DOCUMENT}`);
if (percent(all) < FEWEST_NOTICED) process.exitCode = 1;
