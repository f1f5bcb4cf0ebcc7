/**
 * Writes `docs/mutants.md` from Stryker's report. Part of `npm run test:mutants`; ends with 1 where too few were noticed,
 * or one that was not has no reason.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { REASONS, type Reason, SURVIVORS } from './survivors';

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

const inShort = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 80);
const inCode = (text: string): string => `\`\` ${text} \`\``;

/** What stood in the place of a mutant; of several lines the first. */
function originalOf(source: string, { start, end }: Mutant['location']): string {
  const line = source.split('\n')[start.line - 1] ?? '';
  return line.slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined);
}

const all = countsOf(byPath.flatMap(([, { mutants }]) => mutants));

const survivors = byPath.flatMap(([path, { source, mutants }]) =>
  mutants
    .filter(({ status }) => status === 'Survived')
    .map(({ location, replacement }) => {
      const original = inShort(originalOf(source, location));
      const mutated = inShort(replacement);
      const known = SURVIVORS[path]?.find(([one, other]) => one === original && other === mutated);
      const line = `- \`${path}\`, line ${location.start.line}: ${inCode(original)} to ${inCode(mutated)}`;
      return { line, reason: known?.[2] ?? null };
    }),
);
const withReason = (reason: Reason | null): string[] =>
  survivors.filter((one) => one.reason === reason).map(({ line }) => line);
const unexplained = withReason(null);
const explained = (Object.keys(REASONS) as Reason[]).filter((reason) => withReason(reason).length > 0);

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
  'Each with the reason for which it may stay (`test/mutants/survivors.ts`).',
  ...(unexplained.length > 0 ? ['', '### Open', '', ...unexplained] : []),
  ...explained.flatMap((reason) => ['', `### ${REASONS[reason]}`, '', ...withReason(reason)]),
  '',
].join('\n');

writeFileSync(DOCUMENT, document);
console.info(`${percent(all).toFixed(1)} % noticed, ${unexplained.length} open; ${DOCUMENT}`);
if (percent(all) < FEWEST_NOTICED || unexplained.length > 0) process.exitCode = 1;
