/** What the script in a page says about linking forms and about a fill. Plain data: it crosses contexts. */
import type { DetailName, LinkDetails } from '../link-details';

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

export interface LinkingForm {
  /** Position among the forms that this document's report lists. */
  readonly index: number;
  readonly connector: Connector;
  /** What tells it apart from the other forms on the page: the heading before the Hub, or `#2`; empty for a single form. */
  readonly label: string;
  readonly fields: Readonly<Record<DetailName, FieldState>>;
}

/** What one document (a page or one of its frames) holds. */
export interface DocumentReport {
  /** `https://app.stackone.com`; `null` (the string) in a sandboxed frame. */
  readonly origin: string;
  /** Whether this document may be filled at all: https, or http on a loopback host; not sandboxed, not srcdoc. */
  readonly fillable: boolean;
  readonly top: boolean;
  /** Forms with at least two of the three labels, in document order. */
  readonly forms: readonly LinkingForm[];
  /** The Hub is there, but shows its list of connectors: Dagster is not chosen yet. */
  readonly choosing: boolean;
  /** Origins of the frames in this document, those in open shadow roots too; each once; `null` for sandboxed ones. */
  readonly frameOrigins: readonly string[];
}

export interface FillRequest {
  readonly details: LinkDetails;
  /** The origin that the person was shown; compared inside the page at the moment of writing. */
  readonly origin: string;
  /** Which form of the report; its connector must still have this name. */
  readonly form: { readonly index: number; readonly connectorName: string };
  /** The person pressed "Fill this form anyway" for a connector of kind `unknown`. */
  readonly allowUnknownConnector: boolean;
}

export type FieldOutcome =
  | { readonly result: 'filled' }
  /** It held this value already. */
  | { readonly result: 'kept' }
  /** The value did not stay, or the form shows an error for it. */
  | { readonly result: 'refused'; readonly error: string }
  /** A dropdown without this value. */
  | { readonly result: 'no-option'; readonly options: readonly string[] };

export type NotFilledReason =
  | { readonly reason: 'no-form' }
  | { readonly reason: 'connector-not-chosen' }
  | { readonly reason: 'other-connector'; readonly name: string }
  | { readonly reason: 'unknown-connector'; readonly name: string }
  | { readonly reason: 'several-forms' }
  | { readonly reason: 'field'; readonly field: DetailName; readonly state: FieldState }
  /** The page is not https, or it is a sandboxed or srcdoc frame. */
  | { readonly reason: 'not-fillable' }
  /** Only a frame without an origin of its own (sandboxed, srcdoc) could hold the form. */
  | { readonly reason: 'sealed-frame' }
  /** The page has another origin than the one that was shown. */
  | { readonly reason: 'other-origin'; readonly origin: string }
  /** The form that was shown is gone or is another one now. */
  | { readonly reason: 'form-changed' }
  /** Only a frame that the extension may not look into could hold the form. */
  | { readonly reason: 'frame-withheld'; readonly origin: string }
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
