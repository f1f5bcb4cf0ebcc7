/** Which of the forms in one or several tabs is the one to fill, or what stands in the way. */
import { isSecureOrigin } from '../hub/may-be-filled';
import { type LinkingForm, SANDBOXED, SRCDOC } from '../hub/report';
import type { SeenPage } from '../session/told-outcome';
import type { LookedAtFrame } from './linking-page';

/** A tab in which forms are looked for. */
export interface FormTab {
  readonly tabId: number;
  /** Whether it is the tab in front of the person. */
  readonly inFront: boolean;
  /** What tells it apart where several are searched, fit to be shown; the address is without its query. */
  readonly title: string;
  readonly address: string;
}

export interface SearchedTab {
  readonly tab: FormTab;
  readonly frames: readonly LookedAtFrame[];
}

/** A form together with where it stands: where the values would go. */
export interface Destination {
  readonly tab: FormTab;
  /** The page in which it stands; null where that could not be looked at. */
  readonly page: SeenPage | null;
  readonly frameId: number;
  readonly origin: string;
  /** Origins of the pages around it other than its own, the innermost first; empty where there is none. */
  readonly pages: readonly string[];
  /** Names the look that found it, and how many forms that listed. */
  readonly look: string;
  readonly count: number;
  readonly form: LinkingForm;
}

export type FormSearch =
  /** One Dagster form, or one that only the person can tell is Dagster's (connector kind `unknown`). */
  | { readonly kind: 'found'; readonly found: Destination }
  /** Several Dagster forms: the person says which. */
  | { readonly kind: 'several'; readonly found: readonly Destination[] }
  /** The only form is in a frame that cannot be seen on the page around it, or inside a page that nobody can name. */
  | { readonly kind: 'hidden-frame'; readonly origin: string }
  | { readonly kind: 'other-connector'; readonly name: string; readonly origin: string }
  /** The Hub shows its list of connectors. */
  | { readonly kind: 'choosing'; readonly origin: string }
  /** Nothing here, but frames that may not be looked into; `origins` can be asked for, and stand inside `page`. */
  | { readonly kind: 'unreached'; readonly origins: readonly string[]; readonly page: string }
  /** A form is there, in a page or frame without https. */
  | { readonly kind: 'not-fillable'; readonly origin: string }
  /** The page did not answer in time. */
  | { readonly kind: 'busy'; readonly origin: string }
  /** A frame without an origin of its own (sandboxed, srcdoc) is there; `holdsForm` is true where a form was seen in it. */
  | { readonly kind: 'sealed-frame'; readonly holdsForm: boolean }
  | { readonly kind: 'none' };

const SEALED: ReadonlySet<string> = new Set([SANDBOXED, SRCDOC]);

/** A form wherever it stands, with what its place allows. */
interface Candidate extends Destination {
  readonly fillable: boolean;
  readonly seen: boolean;
  /** All pages around it are known. */
  readonly placed: boolean;
}

/**
 * @param tabs the tabs to search, with the reports of all of their documents that could be reached
 * @returns the form to fill; when there is none, the one fact that helps most to find it
 */
export function chooseForm(tabs: readonly SearchedTab[]): FormSearch {
  const all = tabs.flatMap(candidatesIn);
  const open = all.filter(({ fillable, seen }) => fillable && seen);
  const dagster = open.filter(({ form }) => form.connector.kind === 'dagster');
  if (dagster.length > 0) return foundIn(dagster);

  const locked = all.find(({ fillable, form }) => !fillable && form.connector.kind !== 'other');
  if (locked && isInsecure(locked)) return { kind: 'not-fillable', origin: locked.origin };
  if (locked) return { kind: 'sealed-frame', holdsForm: true };

  const unknown = open.filter(({ form }) => form.connector.kind === 'unknown' && hasAllFields(form));
  if (unknown.length > 0) return foundIn(unknown);

  const frames = tabs.flatMap((tab) => tab.frames);
  const origins = unreachedOrigins(frames);
  const page = frames.find(({ path, fillable }) => path.length === 0 && fillable)?.origin;
  const unreached: FormSearch | null =
    origins.length > 0 && page ? { kind: 'unreached', origins, page } : null;

  // Where a page around it is not known, access to that page tells more.
  const hidden = all.find(({ seen, form }) => !seen && form.connector.kind === 'dagster');
  if (hidden) return (!hidden.placed && unreached) || { kind: 'hidden-frame', origin: hidden.origin };

  const choosing = frames.find((frame) => frame.choosing);
  if (choosing) return { kind: 'choosing', origin: choosing.origin };

  // Many pages hold frames of other origins: a form in sight says more than what such a frame might hold.
  const other = all.find(({ form }) => form.connector.kind === 'other');
  if (other) return { kind: 'other-connector', name: other.form.connector.name, origin: other.origin };

  if (unreached) return unreached;

  const sealed = frames.some(({ frameOrigins }) => frameOrigins.some((origin) => SEALED.has(origin)));
  return sealed ? { kind: 'sealed-frame', holdsForm: false } : { kind: 'none' };
}

/** Whether a search found a form that could be filled at all: what makes another tab worth offering. */
export const holdsDagsterForm = (search: FormSearch): boolean =>
  (search.kind === 'found' && search.found.form.connector.kind === 'dagster') ||
  (search.kind === 'several' && search.found.some(({ form }) => form.connector.kind === 'dagster'));

function foundIn(candidates: readonly Candidate[]): FormSearch {
  const found = candidates.map(({ fillable, seen, placed, ...destination }) => destination);
  return found.length === 1 && found[0] ? { kind: 'found', found: found[0] } : { kind: 'several', found };
}

/** Origins of frames that stand in a page but did not answer; a sandboxed frame has none that could be asked for. */
function unreachedOrigins(frames: readonly LookedAtFrame[]): string[] {
  const reached = new Set(frames.map((frame) => frame.origin));
  const named = frames.flatMap((frame) => frame.frameOrigins);
  return [...new Set(named)].filter((origin) => origin.startsWith('https://') && !reached.has(origin));
}

function candidatesIn({ tab, frames }: SearchedTab): Candidate[] {
  const page = seenPage(tab.tabId, frames);
  return frames.flatMap(({ frameId, origin, pages, look, forms, fillable, seen }) =>
    forms.map((form) => ({
      tab,
      page,
      frameId,
      origin,
      pages: pages ?? [],
      look,
      count: forms.length,
      form,
      // https in a page without it protects from nobody.
      fillable: fillable && (pages ?? []).every(isSecureOrigin),
      placed: pages !== null,
      seen: pages !== null && seen.includes(form.index),
    })),
  );
}

/** The page itself, among the documents of a tab; null where it could not be looked at. */
export function seenPage(tabId: number, frames: readonly LookedAtFrame[]): SeenPage | null {
  const page = frames.find(({ path }) => path.length === 0);
  return page ? { tabId, document: page.document, origin: page.origin } : null;
}

/** Without https, itself or around it. */
const isInsecure = ({ origin, pages }: Destination): boolean =>
  [origin, ...pages].some((one) => one.startsWith('http:'));

const hasAllFields = (form: LinkingForm): boolean =>
  Object.values(form.fields).every((state) => state !== 'missing');
