/** What the scripts of the extension leave in a Dagster+ page: how the extension calls them, in one world. */
import type { PageControl, PageReading } from './page-reading';

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

/** The names under which both stand on the global object of the extension's world. */
export interface DagsterPageWorld {
  dagsterReader?: PageReader;
  controlPointer?: ControlPointer;
}

/** What a page answers in which nothing can read yet. */
export interface NeedsReader {
  readonly needsReader: true;
}
