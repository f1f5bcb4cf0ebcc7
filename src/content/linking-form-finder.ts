/// <reference types="chrome" />
/**
 * Looks for linking forms in a page, put there by `scripting.executeScript({ files })` at the press and not before. It
 * leaves functions in the extension's own world and does nothing by itself: no listener, observer or timer.
 */
import { seenFromInside, seeThrough } from '../hub/frame-sight';
import type { LinkingFormWorld } from '../hub/in-page';
import { reportDocument } from '../hub/linking-form';
import { createLooks } from '../hub/looks';
import { closedRoot } from './closed-root';

/** Firefox tells the number of a frame, also of one in a shadow root. */
type FrameIdOf = { readonly getFrameId?: (frame: HTMLIFrameElement) => number };

const { getFrameId } = chrome.runtime as FrameIdOf;

const world = globalThis as LinkingFormWorld;
const looks = createLooks();

// Put in again, it keeps what it has looked at: a fill asks for it.
world.linkingFormFinder ??= {
  looks,
  report: () => reportDocument(document, { closedRoot, looks }),
  seeThrough: (child, points) =>
    seeThrough(document, child, points, { closedRoot, ...(getFrameId && { frameIdOf: getFrameId }) }),
  seenFromInside: ({ index }) => seenFromInside(document, index, { closedRoot }),
};
