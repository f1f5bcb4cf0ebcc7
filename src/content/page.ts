/**
 * What the scripts in pages share: how a page is looked at. Put into a page before each of the others, which take it from
 * the global object of the extension's world (see `classicScripts` in vite.config.ts).
 */
import type { DagsterPageWorld } from '../dagster/in-page';
import type { LinkingFormWorld } from '../hub/in-page';

export * from '../page/boxes';
export * from '../page/cover';
export * from '../page/dom';
export * from '../page/layers';
export * from '../page/press';
export * from '../page/style';
export * from '../page/text';
export * from '../page/trees';
export * from '../page/visibility';

const NOTHING_YET: Record<keyof (DagsterPageWorld & LinkingFormWorld), undefined> = {
  dagsterReader: undefined,
  controlPointer: undefined,
  controlSight: undefined,
  tokenMaker: undefined,
  linkingFormFinder: undefined,
  frameSight: undefined,
  linkingFormFiller: undefined,
};

// A page has its elements and frames on the global object by their names (https://html.spec.whatwg.org/#named-access-on-the-window-object),
// in Chrome in the extension's world, too: what nobody has left there yet must not be one of those.
for (const name of Object.keys(NOTHING_YET))
  if (!Object.hasOwn(globalThis, name))
    Object.defineProperty(globalThis, name, { value: undefined, writable: true, configurable: true });
