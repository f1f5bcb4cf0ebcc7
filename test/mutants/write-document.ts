/**
 * Writes a document from Stryker's report: `docs/mutants.md`, or with the word `filling` `docs/mutants-of-filling.md`. Part of
 * `npm run test:mutants` and `npm run test:mutants:filling`; ends with 1 where too few were noticed, or one that was not has
 * no reason.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { REASONS, type Reason, SURVIVORS } from './survivors';

/** What was changed, and what should notice. */
const ROUNDS = {
  rules: {
    report: '.mutants/report.json',
    document: 'docs/mutants.md',
    title: 'Mutants',
    changed: 'the rules that need no page',
    beside: 'unit',
    command: 'npm run test:mutants',
    unreached:
      'What no unit test reaches runs in a page or asks a browser, and is held by the DOM and end-to-end tests.',
    others: 'The rules by which a form is filled are in [Mutants of filling](mutants-of-filling.md).',
  },
  filling: {
    report: '.mutants/filling.json',
    document: 'docs/mutants-of-filling.md',
    title: 'Mutants of filling',
    changed: 'the rules by which a form is filled',
    beside: 'DOM',
    command: 'npm run test:mutants:filling',
    unreached: 'What no DOM test reaches is held by the end-to-end tests.',
    others:
      'The rules that need no page are in [Mutants](mutants.md); those by which a form is found are changed by hand only, as each of their mutants needs most of the DOM tests.',
  },
} as const;

const round = ROUNDS[process.argv[2] === 'filling' ? 'filling' : 'rules'];

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

const { files }: Report = JSON.parse(readFileSync(round.report, 'utf8'));

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
  `# ${round.title}`,
  '',
  `Stryker changes ${round.changed}, one small change at a time (a condition turned round, a text emptied, a branch left out), and the ${round.beside} tests run: one of them should notice. \`${round.command}\` does so and writes this document. ${round.others} What holds the promises one by one is in [Mutations](mutations.md).`,
  '',
  `Noticed: ${percent(all).toFixed(1)} % of the mutants that a ${round.beside} test reaches (at least ${FEWEST_NOTICED} % are asked for). ${round.unreached} What is worked out once, when a module is loaded, is left out: each such mutant would need all of the tests.`,
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

writeFileSync(round.document, document);
console.info(`${percent(all).toFixed(1)} % noticed, ${unexplained.length} open; ${round.document}`);
if (percent(all) < FEWEST_NOTICED || unexplained.length > 0) process.exitCode = 1;
