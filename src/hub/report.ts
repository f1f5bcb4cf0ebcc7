/** What the script in a page says about linking forms and about a fill. Plain data: it crosses contexts. */
import type { DetailName, LinkDetails } from '../link-details';
import type { Point } from '../page/boxes';

export type Connector =
  | { readonly kind: 'dagster'; readonly name: string }
  /** Known to be somebody else's form. */
  | { readonly kind: 'other'; readonly name: string }
  /** Has the three labels, but nothing says whose form it is; `name` is its heading, maybe empty. */
  | { readonly kind: 'unknown'; readonly name: string };

export type FieldState =
  /** One visible, enabled input or text area. */
  | 'ready'
  /** A dropdown whose options stand in the form or in the page's body. */
  | 'dropdown'
  /** Edit mode: a stored secret, masked and disabled, with an Edit button of its own. */
  | 'redacted'
  | 'missing'
  | 'twice'
  /** Not to be seen: hidden, transparent, covered, tiny, outside the page. */
  | 'hidden'
  /** Disabled or read-only. */
  | 'locked';

const FILLABLE: ReadonlySet<FieldState> = new Set(['ready', 'dropdown', 'redacted']);

/** Whether a value can be put into a field in this state. */
export const isFillable = (state: FieldState): boolean => FILLABLE.has(state);

export interface LinkingForm {
  /** Position among the forms that this document's report lists. */
  readonly index: number;
  readonly connector: Connector;
  /** What tells it apart from the other forms on the page: the heading before the Hub, or `#2`; empty for a single form. */
  readonly label: string;
  readonly fields: Readonly<Record<DetailName, FieldState>>;
  /** What the page calls each field, where its labels are not ours and the person must confirm them; else null. */
  readonly translated: Readonly<Record<DetailName, string>> | null;
  /** The middle of each field that is there, from the corner of the document's view: where frames must let it be seen. */
  readonly points: readonly Point[];
}

/** What stands for the origin of a sandboxed document, and of a frame whose content is in its `srcdoc`. */
export const SANDBOXED = 'null';
export const SRCDOC = 'about:srcdoc';

/** What one document (a page or one of its frames) holds. */
export interface DocumentReport {
  /** Names this look at the document: by it a fill says which form was shown. */
  readonly look: string;
  /** `https://app.stackone.com`; `null` (the string) in a sandboxed frame. */
  readonly origin: string;
  /** Whether this document may be filled at all: https, or http on a loopback host; not sandboxed, not srcdoc. */
  readonly fillable: boolean;
  /**
   * The way from the page down to this document: the position of each frame among those of its parent, -1 for one that
   * its parent does not count (in a shadow root). Empty for the page itself.
   */
  readonly path: readonly number[];
  /** Origins of the documents around, the innermost first; empty where the browser does not tell, `null` where it hides one. */
  readonly ancestorOrigins: readonly string[];
  /** Forms with at least two of the three labels, in document order. */
  readonly forms: readonly LinkingForm[];
  /** The Hub is there, but shows its list of connectors: Dagster is not chosen yet. */
  readonly choosing: boolean;
  /** Origins of the frames in this document, those in open shadow roots too; each once; `null` for sandboxed ones. */
  readonly frameOrigins: readonly string[];
  /** Names this document for as long as it lives: another one after each navigation. */
  readonly document: string;
}

/** A form as a look at its document listed it. */
export interface FormIdentity {
  readonly look: string;
  readonly index: number;
  readonly label: string;
  readonly connector: Connector;
  /** How many forms the look listed. */
  readonly count: number;
  readonly translated: LinkingForm['translated'];
}

export interface FillRequest {
  readonly details: LinkDetails;
  /** The origin that the person was shown; compared inside the page at the moment of writing. */
  readonly origin: string;
  readonly form: FormIdentity;
  /** The person pressed "Fill this form anyway" for a connector of kind `unknown`. */
  readonly allowUnknownConnector: boolean;
  /** The person pressed "Fill these three fields" for a form whose labels are in another language. */
  readonly allowTranslated: boolean;
  /** Milliseconds since 1970, after which the fill does not begin any more. */
  readonly startBefore: number;
}

export type FieldOutcome =
  | { readonly result: 'filled' }
  /** It held this value already. */
  | { readonly result: 'kept' }
  /** The value did not stay, or the form shows an error for it. */
  | { readonly result: 'refused'; readonly error: string }
  /** At the moment of writing it could not be seen any more, or was no field of this form: nothing was put into it. */
  | { readonly result: 'hidden' }
  /** A dropdown without this value. */
  | { readonly result: 'no-option'; readonly options: readonly string[] };

export type NotFilledReason =
  | { readonly reason: 'no-form' }
  | { readonly reason: 'connector-not-chosen' }
  | { readonly reason: 'other-connector'; readonly name: string }
  | { readonly reason: 'unknown-connector'; readonly name: string }
  | { readonly reason: 'labels-translated' }
  | { readonly reason: 'several-forms' }
  | { readonly reason: 'field'; readonly field: DetailName; readonly state: FieldState }
  /** The page is not https, or it is a sandboxed or srcdoc frame. */
  | { readonly reason: 'not-fillable' }
  /** Only a frame without an origin of its own (sandboxed, srcdoc) could hold the form. */
  | { readonly reason: 'sealed-frame' }
  /** The form is in a frame that cannot be seen on the page around it. */
  | { readonly reason: 'frame-hidden'; readonly origin: string }
  /** The form is in a frame inside a page of another origin, and the person has not agreed to that pair yet. */
  | { readonly reason: 'embedding-unconfirmed'; readonly origin: string; readonly pages: readonly string[] }
  /** The page has another origin than the one that was shown. */
  | { readonly reason: 'other-origin'; readonly origin: string }
  /** The form that was shown is gone or is another one now. */
  | { readonly reason: 'form-changed' }
  /** The page did not begin in time: nothing was written, and nothing will be. */
  | { readonly reason: 'too-late' }
  /** The page began, and said nothing any more. */
  | { readonly reason: 'page-busy' }
  /** Only a frame that the extension may not look into could hold the form. */
  | { readonly reason: 'frame-withheld'; readonly origin: string }
  /** An administrator does not allow forms of this origin. */
  | { readonly reason: 'policy-form'; readonly origin: string }
  /** …or this organization. */
  | { readonly reason: 'policy-organization'; readonly organization: string }
  /** Without the popup: no complete details are held or shown. */
  | { readonly reason: 'no-details' }
  /** Without the popup: the person must first choose a tab, token, slug or deployment. */
  | { readonly reason: 'choice-needed' };

export type FillOutcome =
  | {
      readonly kind: 'written';
      readonly fields: Readonly<Record<DetailName, FieldOutcome>>;
      /** Fields whose own Edit button was pressed to make room for the value. */
      readonly editPressed: readonly DetailName[];
    }
  | ({ readonly kind: 'not-filled' } & NotFilledReason);
