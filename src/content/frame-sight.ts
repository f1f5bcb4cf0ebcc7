/// <reference types="chrome" />
/**
 * Tells what of a form is seen through frames, put beside `linking-form-finder.ts` into the documents of a tab that has
 * a form in a frame.
 */
import { seenFromInside, seeThrough } from '../hub/frame-sight';
import type { LinkingFormWorld } from '../hub/in-page';
import { closedRoot } from './closed-root';

/** Firefox tells the number of a frame, also of one in a shadow root. */
type FrameIds = { readonly getFrameId?: (frame: HTMLIFrameElement) => number };

const runtime: FrameIds = chrome.runtime as object;
const frameIdOf = runtime.getFrameId && ((frame: HTMLIFrameElement) => runtime.getFrameId?.(frame) ?? -1);
const world = globalThis as LinkingFormWorld;

world.frameSight = {
  seeThrough: (child, points) => seeThrough(document, child, points, { closedRoot, frameIdOf }),
  seenFromInside: ({ index }) => seenFromInside(world.linkingFormFinder?.search().forms[index]),
};
