/** The mutations fit the repository as it is; what becomes of them is for `npm run test:mutations` to see. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aim, mutated } from './mutation';
import { MUTATIONS } from './mutations';
import { promises, ROOT } from './promises';

const all = promises();

test.each(MUTATIONS)(
  '“$promise”: there is such a promise and such a test, and its guard stands once in its file',
  (mutation) => {
    expect(aim(mutation, all)).toHaveProperty('test');
    expect(mutated(readFileSync(join(ROOT, mutation.file), 'utf8'), mutation)).not.toBeNull();
  },
);

test('Each promise has a mutation', () => {
  const without = all.filter(({ promise }) => !MUTATIONS.some((each) => promise.startsWith(each.promise)));
  expect(without.map(({ promise }) => promise)).toEqual([]);
});
