/** `docs/mutations.md`: what became of each promise when its guard was taken away. */
import type { Mutation } from './mutation';
import type { NamedTest, Promised } from './promises';

export const DOCUMENT_PATH = 'docs/mutations.md';

export interface Row {
  readonly mutation: Mutation;
  readonly promised: Promised;
  readonly test: NamedTest;
  readonly red: boolean;
}

/** In a cell of a table. */
const cell = (text: string): string => text.replaceAll('|', '\\|');

export function mutationsDocument(rows: readonly Row[], all: readonly Promised[]): string {
  const open = all.filter((promised) => !rows.some((row) => row.promised === promised));
  const red = rows.filter((row) => row.red).length;
  const sections = [...new Set(rows.map(({ promised }) => promised.section))];
  return [
    '# Mutations',
    '',
    'For each promise of the [threat model](threat-model.md) its guard is taken away in a copy of the repository, and a test that stands beside the promise runs: it must fail. `npm run test:mutations` does so and writes this document. Before that, all these tests are seen to pass with every guard in place.',
    '',
    `Noticed: ${red} of ${rows.length}. Promises without a mutation: ${open.length}.`,
    ...sections.flatMap((section) => [
      '',
      `## ${section}`,
      '',
      '| Promise | In the copy | Guard in | Test | Red |',
      '| --- | --- | --- | --- | --- |',
      ...rows
        .filter(({ promised }) => promised.section === section)
        .map(
          ({ mutation, promised, test, red }) =>
            `| ${cell(promised.promise)} | ${cell(mutation.done)} | \`${mutation.file}\` | [${test.file.split('/').at(-1)}](../${test.file}): _${cell(test.title)}_ | ${red ? 'yes' : '**no**'} |`,
        ),
    ]),
    ...(open.length === 0 ? [] : ['', '## Open', '', ...open.map(({ promise }) => `- ${promise}`)]),
    '',
  ].join('\n');
}
