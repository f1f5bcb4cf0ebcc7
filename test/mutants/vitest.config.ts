/** The unit tests that Stryker runs beside each mutant: those of the rooms that it changes, and of the popup, which uses them. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{background,dagster,popup,session,tabs}/**/*.test.ts', 'test/*.test.ts'],
    // The last two read the sources as texts, which are other ones here.
    exclude: ['test/**/*.dom.test.ts', 'test/docs.test.ts', 'test/words.test.ts'],
    isolate: false,
    provide: { fuzzCases: null },
  },
});
