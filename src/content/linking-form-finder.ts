/**
 * Looks for linking forms in a page, put there by `scripting.executeScript({ files })` at the press and not before. It
 * leaves functions in the extension's own world and does nothing by itself: no listener, observer or timer.
 */
import { createFinder } from '../hub/find';
import type { LinkingFormWorld } from '../hub/in-page';
import { closedRoot } from './closed-root';

// Put in again, it keeps what it has looked at: a fill asks for it.
(globalThis as LinkingFormWorld).linkingFormFinder ??= createFinder(document, { closedRoot });
