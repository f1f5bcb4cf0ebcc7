/** The DOM tests that Stryker runs beside each mutant of the rules by which a form is filled. */
import { defineConfig } from 'vitest/config';
import { IN_A_PAGE } from '../../vitest.config';

export default defineConfig({
  optimizeDeps: IN_A_PAGE.optimizeDeps,
  test: {
    include: ['test/hub/*.dom.test.ts'],
    provide: { fuzzCases: null },
    testTimeout: 60_000,
    fileParallelism: false,
    browser: IN_A_PAGE.browser,
  },
});
