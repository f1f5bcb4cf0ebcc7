/** Mutations for the promises about the token: how it is read, chosen, pasted, held, shown and checked. */
import type { Mutation } from './mutation';

export const OF_THE_TOKEN: readonly Mutation[] = [];
