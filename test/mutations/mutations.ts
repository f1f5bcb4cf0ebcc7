/** All mutations: those of promises, in the order of the threat model, and those of the rules by which pages are looked at. */
import type { PromiseMutation } from './mutation';
import { OF_FORMS } from './of-forms';
import { OF_THE_TOKEN } from './of-the-token';

export { OF_RULES } from './of-rules';

export const OF_PROMISES: readonly PromiseMutation[] = [...OF_FORMS, ...OF_THE_TOKEN];
