/** What the scripts of the extension leave in a page with a linking form: how it calls them, and they each other, in one world. */
import type { DetailName } from '../link-details';
import type { Point } from '../page/boxes';
import type { Search } from './linking-form';
import type { Looks } from './looks';
import type { DocumentReport, FillOutcome, FillRequest, LinkingForm } from './report';

/** A frame, as the document around it may find it. */
export interface ChildFrame {
  /** Its position among the frames of that document; -1 where it is none of those, in a shadow root. */
  readonly index: number;
  readonly frameId: number;
}

/** What a document shows of a frame in it. */
export interface Sighting {
  readonly seen: boolean;
  /** The points that were asked about, from the corner of this document's own view. */
  readonly points: readonly Point[];
}

/** Looks; left by `linking-form-finder.ts`. */
export interface LinkingFormFinder {
  report(): DocumentReport;
  /** For the other scripts, which ask these again at the moment of writing. */
  readonly looks: Pick<Looks, 'formsOf'>;
  context(): Pick<DocumentReport, 'origin' | 'fillable'>;
  /** @param names the values whose fields are looked at; see `searchForms` */
  search(names?: readonly DetailName[]): Search;
  isVisible(option: Element): boolean;
}

/** Looks through frames; left by `frame-sight.ts`, and needs the finder beside it. */
interface FrameSight {
  seeThrough(child: ChildFrame, points: readonly Point[]): Sighting;
  seenFromInside(form: Pick<LinkingForm, 'index'>): Promise<'seen' | 'unseen' | 'untold'>;
}

/** Writes; left by `linking-form-filler.ts`, and needs the finder beside it. */
interface LinkingFormFiller {
  fill(request: FillRequest): Promise<FillOutcome>;
}

/** The names under which they stand on the global object of the extension's world. */
export interface LinkingFormWorld {
  linkingFormFinder?: LinkingFormFinder;
  frameSight?: FrameSight;
  linkingFormFiller?: LinkingFormFiller;
}
