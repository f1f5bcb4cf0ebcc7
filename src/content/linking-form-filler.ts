/**
 * Fills a linking form, put into a page beside `linking-form-finder.ts` by `scripting.executeScript({ files })` at the
 * press and not before.
 */
import { fillForm } from '../hub/fill';
import type { LinkingFormWorld } from '../hub/in-page';

const world = globalThis as LinkingFormWorld;

world.linkingFormFiller = {
  async fill(request) {
    const finder = world.linkingFormFinder;
    // Without it nobody was shown a form here.
    return finder ? fillForm(request, finder) : { kind: 'not-filled', reason: 'form-changed' };
  },
};
