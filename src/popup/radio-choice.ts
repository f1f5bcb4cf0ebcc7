/** A choice that the person must make; nothing is chosen at first. */
export interface RadioChoice {
  /** Accessible name of the group, with its question mark. */
  readonly legend: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string | null;
  readonly note?: string;
}
