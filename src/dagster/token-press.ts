/** What the extension and its script in a Tokens page say to each other about making and revealing tokens. */

/** A row whose token is hidden, as it may be shown. */
interface HiddenRow {
  readonly description: string;
  readonly created: string;
}

/** Why nothing was pressed. */
export type PressRefusal =
  /** No control of that name. */
  | 'missing'
  /** More than one. */
  | 'several'
  /** It cannot be seen, or something lies over it. */
  | 'hidden'
  | 'disabled'
  | 'agent-section'
  | 'other-user'
  /** The page, or the row, is not the one any more that the person was shown. */
  | 'changed'
  /** The page was asked too late. */
  | 'too-late';

/** What became of a press. None of these was ever followed by a second press of the same control. */
export type TokenPressOutcome =
  /** The row shows a whole token. */
  | { readonly kind: 'revealed'; readonly created: boolean }
  /** A token was created, and its row does not show it. */
  | { readonly kind: 'created' }
  /** "Reveal token" was pressed and became "Hide token", and the row holds no whole token. */
  | { readonly kind: 'not-whole'; readonly created: boolean }
  /** "Reveal token" was pressed, and the row did not change in time. */
  | { readonly kind: 'not-revealed' }
  /** "Create user token" was pressed, and no row came in time. */
  | { readonly kind: 'unchanged' }
  /** …and more than one row is new, or it cannot be told which one is. */
  | { readonly kind: 'unclear' }
  /** Nothing was pressed, because an earlier press still goes on. */
  | { readonly kind: 'running' }
  /** Nothing was pressed, because "Create user token" was pressed in this document before, and nothing came of it. */
  | { readonly kind: 'tried' }
  /** The page did not say. */
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'refused'; readonly why: PressRefusal };

/** What a Tokens page offers. */
export interface TokenLook {
  /** Names the document for as long as it lives. */
  readonly document: string;
  /** Origin and path of the page. */
  readonly address: string;
  /** Names this look. */
  readonly look: string;
  /** Whether "Create user token" could be pressed now. */
  readonly creatable: boolean;
  readonly rows: readonly HiddenRow[];
  /** What became of an earlier press, where that is still of use or was not told yet. */
  readonly told: TokenPressOutcome | null;
  /** Whether the control that it is about can be shown. */
  readonly pointable: boolean;
}

/** One press of a person in the popup. */
export type TokenPress = Pick<TokenLook, 'document' | 'address' | 'look'> &
  (
    | { readonly kind: 'create' }
    /** @property row position in {@link TokenLook.rows} */
    | { readonly kind: 'reveal'; readonly row: number }
  );

export interface TimedTokenPress {
  readonly wanted: TokenPress;
  /** Milliseconds since 1970: when it arrives later, nothing is pressed. */
  readonly startBefore: number;
}

/** Left in a Tokens page by `token-maker.ts`. */
export interface TokenMaker {
  look(): TokenLook;
  press(press: TimedTokenPress): Promise<TokenPressOutcome>;
  /** Points at the control that the last press was about. @returns whether it is still there */
  point(): boolean;
  /** @returns whether the page has drawn its lists within so many milliseconds */
  ready(limitMs: number): Promise<boolean>;
}

/** How long the page may take for each thing that a press should change, in milliseconds. */
export const CHANGE_LIMIT_MS = 5_000;
