/** Which of the forms in a tab is the one to fill, or what stands in the way. */
import { SANDBOXED, SRCDOC } from './place';
import type { DocumentReport, LinkingForm } from './report';

/** A document of a tab together with the frame it stands in (0 is the page itself). */
export interface FrameReport extends DocumentReport {
  readonly frameId: number;
}

/** A form together with where it stands. */
export interface FoundForm {
  readonly frameId: number;
  readonly origin: string;
  readonly form: LinkingForm;
}

export type FormSearch =
  /** One Dagster form, or one that only the person can tell is Dagster's (connector kind `unknown`). */
  | { readonly kind: 'found'; readonly found: FoundForm }
  /** Several Dagster forms: the person says which. */
  | { readonly kind: 'several'; readonly found: readonly FoundForm[] }
  | { readonly kind: 'other-connector'; readonly name: string; readonly origin: string }
  /** The Hub shows its list of connectors. */
  | { readonly kind: 'choosing'; readonly origin: string }
  /** Nothing here, but frames that may not be looked into; `origins` can be asked for. */
  | { readonly kind: 'unreached'; readonly origins: readonly string[] }
  /** A form is there, in a page or frame without https. */
  | { readonly kind: 'not-fillable'; readonly origin: string }
  /** A frame without an origin of its own (sandboxed, srcdoc) is there; `holdsForm` is true where a form was seen in it. */
  | { readonly kind: 'sealed-frame'; readonly holdsForm: boolean }
  | { readonly kind: 'none' };

const SEALED: ReadonlySet<string> = new Set([SANDBOXED, SRCDOC]);

/**
 * @param frames the reports of all documents of one tab that could be reached
 * @returns the form to fill; when there is none, the one fact that helps most to find it
 */
export function chooseForm(frames: readonly FrameReport[]): FormSearch {
  const found = frames.filter((frame) => frame.fillable).flatMap(formsOf);
  const dagster = found.filter(({ form }) => form.connector.kind === 'dagster');
  const [first] = dagster;
  if (first)
    return dagster.length === 1 ? { kind: 'found', found: first } : { kind: 'several', found: dagster };

  const other = frames.flatMap(formsOf).find(({ form }) => form.connector.kind === 'other');
  const locked = frames
    .filter((frame) => !frame.fillable)
    .flatMap(formsOf)
    .find(({ form }) => form.connector.kind !== 'other');
  if (locked?.origin.startsWith('http:')) return { kind: 'not-fillable', origin: locked.origin };
  if (locked) return { kind: 'sealed-frame', holdsForm: true };

  const unknown = found.filter(({ form }) => form.connector.kind === 'unknown' && hasAllFields(form));
  if (unknown[0])
    return unknown.length === 1 ? { kind: 'found', found: unknown[0] } : { kind: 'several', found: unknown };

  const choosing = frames.find((frame) => frame.choosing);
  if (choosing) return { kind: 'choosing', origin: choosing.origin };

  // Many pages hold frames of other origins: a form in sight says more than what such a frame might hold.
  if (other) return { kind: 'other-connector', name: other.form.connector.name, origin: other.origin };

  const unreached = unreachedOrigins(frames);
  if (unreached.length > 0) return { kind: 'unreached', origins: unreached };

  const sealed = frames.some(({ frameOrigins }) => frameOrigins.some((origin) => SEALED.has(origin)));
  return sealed ? { kind: 'sealed-frame', holdsForm: false } : { kind: 'none' };
}

/** Origins of frames that stand in a page but did not answer; a sandboxed frame has none that could be asked for. */
function unreachedOrigins(frames: readonly FrameReport[]): string[] {
  const reached = new Set(frames.map((frame) => frame.origin));
  const named = frames.flatMap((frame) => frame.frameOrigins);
  return [...new Set(named)].filter((origin) => origin.startsWith('https://') && !reached.has(origin));
}

const formsOf = ({ frameId, origin, forms }: FrameReport): FoundForm[] =>
  forms.map((form) => ({ frameId, origin, form }));

const hasAllFields = (form: LinkingForm): boolean =>
  Object.values(form.fields).every((state) => state !== 'missing');
