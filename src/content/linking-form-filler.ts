/**
 * Fills a linking form, put into a page beside `linking-form-finder.ts` by `scripting.executeScript({ files })` at the
 * press and not before.
 */
import { fillForm } from '../hub/fill';
import type { LinkingFormWorld } from '../hub/in-page';
import { closedRoot } from './closed-root';

const world = globalThis as LinkingFormWorld;

world.linkingFormFiller = {
  async fill(request) {
    const { looks } = world.linkingFormFinder ?? {};
    // Without it nobody was shown a form here.
    return looks ? fillForm(document, request, { closedRoot, looks }) : NOTHING_SHOWN;
  },
};

const NOTHING_SHOWN = { kind: 'not-filled', reason: 'form-changed' } as const;
