/** Which row of a list is new, when the list is drawn again and again. */

/** A row, as far as it is compared. */
export interface ComparedRow {
  /** The element that stands for it; drawn again, a list may have others, or the same for other rows. */
  readonly control: object;
  /** What stands in it. */
  readonly key: string;
}

export type NewRow<Row> =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly row: Row }
  /** Several rows are new, or it cannot be told which one is. */
  | { readonly kind: 'unclear' };

/** The one row that `after` has more than `before`, when everything else is as it was. */
export function findNewRow<Row extends ComparedRow>(
  before: readonly ComparedRow[],
  after: readonly Row[],
): NewRow<Row> {
  const gained = without(keysOf(after), keysOf(before));
  const lost = without(keysOf(before), keysOf(after));
  if (gained.length === 0) return { kind: 'none' };
  if (gained.length > 1 || lost.length > 0) return { kind: 'unclear' };
  const likely = after.filter(({ key }) => key === gained[0]);
  const known = new Map(before.map(({ control, key }) => [control, key]));
  const added = likely.filter(({ control }) => !known.has(control));
  // With another row of the same content only the elements tell, and only while each stands for what it did.
  const moved = after.some(({ control, key }) => known.has(control) && known.get(control) !== key);
  const [row, ...others] = likely.length > 1 && !moved ? added : likely;
  return row && others.length === 0 ? { kind: 'one', row } : { kind: 'unclear' };
}

const keysOf = (rows: readonly ComparedRow[]): string[] => rows.map(({ key }) => key);

/** What is left of `keys` when each of `others` takes one like it away. */
function without(keys: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const key of others) left.set(key, (left.get(key) ?? 0) + 1);
  return keys.filter((key) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}
