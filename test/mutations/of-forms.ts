/** Mutations for the promises about pages, forms, hosts, frames and permissions: how the token leaves. */
import type { Mutation } from './mutation';

export const OF_FORMS: readonly Mutation[] = [
  {
    promise: 'Outside of Dagster+ no script runs',
    done: 'the script that is declared for Dagster+ is declared for every https page',
    file: 'manifest.json',
    guard: '"matches": ["https://*.dagster.cloud/*", "https://*.dagster.plus/*"]',
    instead: '"matches": ["https://*/*"]',
    test: 'declares one content script, on Dagster+ hosts only',
  },
];
