/** The unit tests that Stryker runs beside each mutant: those of the rooms that it changes, and of the popup, which uses them. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{background,dagster,popup,session,tabs}/**/*.test.ts', 'test/*.test.ts'],
    exclude: [
      'test/**/*.dom.test.ts',
      // These read the sources as texts, which are other ones here.
      'test/docs.test.ts',
      'test/words.test.ts',
      // Loads the background anew: what is worked out at that would count as reached by it alone.
      'test/background/stopped.test.ts',
    ],
    isolate: false,
    provide: { fuzzCases: null },
  },
});
