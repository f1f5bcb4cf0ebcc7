import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

const chromium = playwright({
  launchOptions: {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
    ignoreDefaultArgs: ['--hide-scrollbars'],
  },
});

/** How a test runs in a page of Chromium. */
export const IN_A_PAGE = {
  // Found only while a test runs, they would be bundled then, and the test loaded a second time in between.
  optimizeDeps: {
    include: ['preact', 'preact/hooks', 'preact/jsx-dev-runtime', 'axe-core', '@testing-library/dom'],
    // The Hub's React as people meet it, and in two thirds of the time.
    rolldownOptions: { transform: { define: { 'process.env.NODE_ENV': '"production"' } } },
  },
  browser: {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: chromium,
    instances: [{ browser: 'chromium' as const }],
  },
};

/** A browser is several processes: more of them than cores only wait for each other. */
const MAX_WORKERS = Math.max(2, availableParallelism());

/** How many cases `npm run test:fuzz` tries each property with. */
const FUZZ_CASES = Number(process.env.FUZZ_CASES) || null;

/** Side by side with so many browsers, the pages of DOM tests would wait long for what a press in them does. */
const AFTER_DOM_TESTS = { groupOrder: 1 };

export default defineConfig({
  test: {
    maxWorkers: MAX_WORKERS,
    provide: { fuzzCases: FUZZ_CASES },
    // A loaded machine is no mistake of the code.
    testTimeout: FUZZ_CASES ? 0 : 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.dom.test.ts', 'test/{e2e,build}/**'],
          isolate: false,
          sequence: AFTER_DOM_TESTS,
        },
      },
      {
        extends: true,
        optimizeDeps: IN_A_PAGE.optimizeDeps,
        test: {
          name: 'dom',
          include: ['test/**/*.dom.test.{ts,tsx}'],
          browser: IN_A_PAGE.browser,
        },
      },
      {
        extends: true,
        test: { name: 'build', include: ['test/build/**/*.test.ts'], sequence: AFTER_DOM_TESTS },
      },
      ...(['chrome', 'firefox'] as const).map((browser) => ({
        test: {
          name: `e2e-${browser}`,
          include: ['test/e2e/**/*.test.ts'],
          provide: { browser },
          isolate: false,
          sequence: AFTER_DOM_TESTS,
          // Twice the limit of a single wait, so that a wait tells of itself what did not happen.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      })),
    ],
  },
});
