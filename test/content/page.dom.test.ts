import { afterEach, expect, it } from 'vitest';
import type { DagsterPageWorld } from '../../src/dagster/in-page';
import type { LinkingFormWorld } from '../../src/hub/in-page';

const world = globalThis as DagsterPageWorld & LinkingFormWorld;

/** All that one script asks of another in the extension's world. */
const NAMES = [
  'dagsterReader',
  'controlPointer',
  'controlSight',
  'tokenMaker',
  'linkingFormFinder',
  'frameSight',
  'linkingFormFiller',
] as const;

afterEach(() => document.body.replaceChildren());

it('An element or a frame of the page is never taken for a script of the extension, which stays as it was left', async () => {
  document.body.innerHTML = NAMES.map((name) => `<img id="${name}"><iframe name="${name}"></iframe>`).join(
    '',
  );
  expect(world.linkingFormFinder).toBeDefined();
  world.tokenMaker = 'left by an earlier injection' as never;
  await import('../../src/content/page');
  expect(NAMES.map((name) => world[name])).toEqual(
    NAMES.map((name) => (name === 'tokenMaker' ? 'left by an earlier injection' : undefined)),
  );
});
