import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNewRow } from '../../src/dagster/new-row';
import { cases } from '../fuzz';

const [a, b, c] = [{ name: 'a' }, { name: 'b' }, { name: 'c' }];
const row = (control: object, key: string) => ({ control, key });

describe('The new row of a list', () => {
  test.each([
    ['among elements that were kept', [row(c, 'new'), row(a, 'x'), row(b, 'y')], 0],
    ['among elements that stand for other rows now', [row(a, 'new'), row(b, 'x'), row(c, 'y')], 0],
    ['among new elements', [row({}, 'x'), row({}, 'new'), row({}, 'y')], 1],
    ['that reads like an old one, among kept elements', [row(a, 'x'), row(b, 'y'), row(c, 'x')], 2],
  ])('is found %s', (_, after, position) => {
    expect(findNewRow([row(a, 'x'), row(b, 'y')], after)).toEqual({ kind: 'one', row: after[position] });
  });

  test.each([
    ['two are new', [row(a, 'x'), row(b, 'y'), row({}, 'n'), row(c, 'm')]],
    ['another one has gone', [row(a, 'x'), row(c, 'n')]],
    ['another one has changed', [row(a, 'x'), row(b, 'z'), row(c, 'n')]],
    ['it reads like an old one among new elements', [row({}, 'x'), row({}, 'x'), row({}, 'y')]],
    ['it reads like an old one and the elements have moved', [row(a, 'x'), row(b, 'x'), row(c, 'y')]],
  ])('is unclear when %s', (_, after) => {
    expect(findNewRow([row(a, 'x'), row(b, 'y')], after)).toEqual({ kind: 'unclear' });
  });

  test.each([
    ['nothing has changed', [row(a, 'x'), row(b, 'y')]],
    ['the order has changed', [row(b, 'y'), row(a, 'x')]],
    ['a row has gone', [row(b, 'y')]],
    ['all rows have gone', []],
  ])('is none when %s', (_, after) => {
    expect(findNewRow([row(a, 'x'), row(b, 'y')], after)).toEqual({ kind: 'none' });
  });

  test('is never an old one, whatever is drawn anew or moved', () => {
    const key = fc.constantFrom('x', 'y', 'z');
    const change = fc.record({ before: fc.array(key), added: key, kept: fc.boolean(), at: fc.nat(5) });
    fc.assert(
      fc.property(change, ({ before, added, kept, at }) => {
        const old = before.map((key) => ({ control: {}, key, isNew: false }));
        const after = old.map((one) => (kept ? one : { ...one, control: {} }));
        after.splice(at, 0, { control: {}, key: added, isNew: true });
        const found = findNewRow(old, after);
        if (found.kind === 'one') expect(found.row.isNew).toBe(true);
        // Where the elements stay, or the content tells, it is always found.
        if (kept || !before.includes(added)) expect(found.kind).toBe('one');
      }),
      cases(100),
    );
  });
});
