/** What a benchmark tells: one thing that was measured, on several sides that took turns. */

export type SideKind = 'ours' | 'floor' | 'peer';

export interface Side {
  readonly name: string;
  /** A floor is the least that anybody could do; a peer is what people would use instead. */
  readonly kind: SideKind;
  /** In the figure's unit, in the order in which they were taken. */
  readonly samples: readonly number[];
}

export interface Figure {
  /** Also the name of its plot's files. */
  readonly id: string;
  readonly title: string;
  readonly unit: 'ms' | 'bytes' | 'MB' | 'samples';
  /** What is measured from where to where, in one or two sentences. */
  readonly how: string;
  /** What is aimed at. */
  readonly wanted: string;
  /** The side that the others are compared with. */
  readonly base?: string;
  readonly sides: readonly Side[];
  /** Sides that could not be measured here, each with the reason. */
  readonly skipped?: readonly string[];
}

/** How often each side has its turn. */
export const ROUNDS = 20;

export interface Contender {
  readonly name: string;
  readonly kind: SideKind;
  /** Measures once. */
  measure(round: number): Promise<number>;
}

/**
 * Lets each side measure once, then each once more, and so on: what slows the machine down meets all of them alike.
 *
 * @param prepare is done before each turn
 */
export async function takeTurns(
  contenders: readonly Contender[],
  rounds = ROUNDS,
  prepare: () => Promise<void> = async () => undefined,
): Promise<Side[]> {
  const sides = contenders.map(({ name, kind }) => ({ name, kind, samples: [] as number[] }));
  for (let round = 0; round < rounds; round++)
    for (const [at, contender] of contenders.entries()) {
      await prepare();
      sides[at]?.samples.push(await contender.measure(round));
    }
  return sides;
}

/** Something that cannot be otherwise the next time, such as a size. */
export const counted = (name: string, kind: SideKind, value: number): Side => ({
  name,
  kind,
  samples: [value],
});

export interface Summary {
  readonly min: number;
  readonly median: number;
  /** From the first quarter of the samples to the third. */
  readonly spread: readonly [number, number];
}

export function summaryOf({ samples }: Side): Summary {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return { min: at(0), median: at(0.5), spread: [at(0.25), at(0.75)] };
}
