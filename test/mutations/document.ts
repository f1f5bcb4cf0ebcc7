/** `docs/mutations.md`: what became of each promise, and of each rule, when its guard was taken away. */
import type { Mutation } from './mutation';
import type { NamedTest, Promised } from './promises';

export const DOCUMENT_PATH = 'docs/mutations.md';

export interface Row {
  readonly mutation: Mutation;
  /** Null for a rule. */
  readonly promised: Promised | null;
  readonly test: NamedTest;
  readonly red: boolean;
}

/** In a cell of a table. */
const cell = (text: string): string => text.replaceAll('|', '\\|');

const named = ({ file, title }: NamedTest): string =>
  `[${file.split('/').at(-1)}](../${file}): _${cell(title)}_`;

const seen = ({ mutation, test, red }: Row): string =>
  `${cell(mutation.done)} | \`${mutation.file}\` | ${named(test)} | ${red ? 'yes' : '**no**'} |`;

export function mutationsDocument(rows: readonly Row[], all: readonly Promised[]): string {
  const open = all.filter((promised) => !rows.some((row) => row.promised === promised));
  const red = rows.filter((row) => row.red).length;
  const ofPromises = rows.flatMap((row) => (row.promised ? [{ ...row, promised: row.promised }] : []));
  const sections = [...new Set(ofPromises.map(({ promised }) => promised.section))];
  return [
    '# Mutations',
    '',
    'For each promise of the [threat model](threat-model.md) its guard is taken away in a copy of the repository, and a test that stands beside the promise runs: it must fail. The same is done with the rules by which pages are looked at, in each file that needs a page: those that need none are changed by Stryker ([Mutants](mutants.md)). `npm run test:mutations` does so and writes this document. Before that, all these tests are seen to pass with every guard in place.',
    '',
    `Noticed: ${red} of ${rows.length}. Promises without a mutation: ${open.length}.`,
    ...sections.flatMap((section) => [
      '',
      `## ${section}`,
      '',
      '| Promise | In the copy | Guard in | Test | Red |',
      '| --- | --- | --- | --- | --- |',
      ...ofPromises
        .filter(({ promised }) => promised.section === section)
        .map((row) => `| ${cell(row.promised.promise)} | ${seen(row)}`),
    ]),
    '',
    '## Rules by which pages are looked at',
    '',
    '| In the copy | Rule in | Test | Red |',
    '| --- | --- | --- | --- |',
    ...rows.filter(({ promised }) => !promised).map((row) => `| ${seen(row)}`),
    ...(open.length === 0 ? [] : ['', '## Open', '', ...open.map(({ promise }) => `- ${promise}`)]),
    '',
  ].join('\n');
}
