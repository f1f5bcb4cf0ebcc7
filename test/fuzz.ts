/** How many cases a property is tried with: few whenever the tests run, very many in `npm run test:fuzz`. */
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Instead of what a property usually gets; null in each run of the tests. */
    fuzzCases: number | null;
  }
}

/** @param usual in each run of the tests */
export const cases = (usual: number): { numRuns: number } => ({ numRuns: inject('fuzzCases') ?? usual });
