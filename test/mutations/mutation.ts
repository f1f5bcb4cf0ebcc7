/** What a mutation is: a guard taken away, and the test that has to notice. */
import type { NamedTest, Promised } from './promises';

export interface Mutation {
  /** What is done, as the end of “In the copy …”. */
  readonly done: string;
  /** From the top of the repository. */
  readonly file: string;
  /** The guard as it stands in the file, once. */
  readonly guard: string;
  /** What stands there instead. */
  readonly instead: string;
}

/** The guard of a promise. */
export interface PromiseMutation extends Mutation {
  /** How the promise begins in `docs/threat-model.md`; no other begins so. */
  readonly promise: string;
  /** The title of one of the tests beside the promise. */
  readonly test: string;
}

/** One of the rules by which pages are looked at. */
export interface RuleMutation extends Mutation {
  readonly test: NamedTest;
}

/** @returns the promise and the test that a mutation is about, or why they cannot be told. */
export function aim(
  { promise, test }: PromiseMutation,
  all: readonly Promised[],
): { promised: Promised; test: NamedTest } | { wrong: string } {
  const [promised, second] = all.filter((each) => each.promise.startsWith(promise));
  if (!promised || second)
    return { wrong: `${promised ? 'Several promises begin' : 'No promise begins'} with “${promise}”.` };
  const named = promised.tests.find(({ title }) => title === test);
  return named ? { promised, test: named } : { wrong: `No test “${test}” stands beside “${promise}”.` };
}

/** @returns the text without its guard, or null where the guard is not there exactly once. */
export function mutated(text: string, { guard, instead }: Mutation): string | null {
  const [before, after, more] = text.split(guard);
  return before === undefined || after === undefined || more !== undefined ? null : before + instead + after;
}
