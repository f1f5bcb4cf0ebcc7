export interface RadioOption {
  /** What is chosen; may be a secret, so it never stands in the document. */
  readonly value: string;
  readonly label: string;
  /** What else tells it apart; part of its name, after the label. */
  readonly detail?: string;
}

/** Options that would read the same are told apart by their position. */
export const withoutTwins = (options: readonly RadioOption[]): RadioOption[] =>
  options.map((option, position) => {
    const alone = options.filter(({ label }) => label === option.label).length === 1;
    return alone ? option : { ...option, detail: `#${position + 1}` };
  });

/** A choice that the person must make; nothing is chosen at first. */
export interface RadioChoice {
  /** Accessible name of the group, with its question mark. */
  readonly legend: string;
  readonly options: readonly RadioOption[];
  readonly chosen: string | null;
  readonly note?: string;
}
