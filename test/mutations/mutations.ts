/** All mutations, in the order of the threat model. */
import type { Mutation } from './mutation';
import { OF_FORMS } from './of-forms';
import { OF_THE_TOKEN } from './of-the-token';

export const MUTATIONS: readonly Mutation[] = [...OF_FORMS, ...OF_THE_TOKEN];
