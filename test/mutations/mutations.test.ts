/** The mutations fit the repository as it is; what becomes of them is for `npm run test:mutations` to see. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import stryker from '../mutants/stryker.config.json' with { type: 'json' };
import { aim, type Mutation, mutated } from './mutation';
import { OF_PROMISES, OF_RULES } from './mutations';
import { promises, ROOT } from './promises';

const all = promises();
const ALL: readonly Mutation[] = [...OF_PROMISES, ...OF_RULES];
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

test.each(ALL)('$file: in the copy $done. What it takes away stands there once', (mutation) => {
  expect(mutated(read(mutation.file), mutation)).not.toBeNull();
});

test.each(OF_PROMISES)('“$promise”: there is such a promise and such a test', (mutation) => {
  expect(aim(mutation, all)).toHaveProperty('test');
});

test.each(OF_RULES)('$file: in the copy $done. There is the test that has to notice', ({ test }) => {
  expect(read(test.file)).toContain(test.title);
});

test('Each promise has a mutation', () => {
  const without = all.filter(({ promise }) => !OF_PROMISES.some((each) => promise.startsWith(each.promise)));
  expect(without.map(({ promise }) => promise)).toEqual([]);
});

/** What holds types, names and limits only. */
const NOTHING_TO_TAKE_AWAY = /\/(?:in-page|page-reading|pasted-words|random-name|report|token-press)\.ts$/;

test('Each file of rules that need a page has a mutation, as Stryker does not change them', () => {
  const ofStryker = stryker.mutate.flatMap((pattern) => {
    const [, folder, names] = /^(.*)\/\{(.*)\}\.ts$/.exec(pattern) ?? [];
    return names?.split(',').map((name) => `${folder}/${name}.ts`) ?? [];
  });
  const files = ['src/dagster', 'src/hub', 'src/page'].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`),
  );
  const without = files.filter(
    (file) =>
      !NOTHING_TO_TAKE_AWAY.test(file) &&
      !ofStryker.includes(file) &&
      !ALL.some((mutation) => mutation.file === file),
  );
  expect(without).toEqual([]);
});
