/** What the scripts of the extension leave in a Dagster+ page: how the extension calls them, in one world. */
import type { PageControl, PageReading } from './page-reading';
import type { TokenMaker } from './token-press';

/** Reads; left by `dagster-reader.ts`. */
interface PageReader {
  read(): PageReading;
  /** @returns the element of a control that is on the page and can be pressed now */
  find(control: PageControl): Element | undefined;
}

/** Points at controls; left by `show-control.ts`, and needs the reader beside it. */
interface ControlPointer {
  /** @returns whether the page has the control and it can be pressed now */
  show(name: PageControl): boolean;
}

interface Pressable {
  /** Seen, enabled, and with nothing over it. */
  readonly open: readonly Element[];
  /** What keeps the first of them from being pressed, when none can be. */
  readonly obstacle: 'disabled' | 'hidden' | null;
}

/** Tells which controls a person could press; left by `control-sight.ts`, for the script that presses. */
export interface ControlSight {
  pressable(controls: readonly Element[]): Pressable;
}

/** The names under which they stand on the global object of the extension's world. */
export interface DagsterPageWorld {
  dagsterReader?: PageReader | undefined;
  controlPointer?: ControlPointer;
  controlSight?: ControlSight;
  tokenMaker?: TokenMaker;
}

/** What a page answers in which nothing can read yet. */
export interface NeedsReader {
  readonly needsReader: true;
}
