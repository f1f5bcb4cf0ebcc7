/**
 * Put into a Tokens page beside `control-sight.ts` when the popup opens on it, or has opened it. It leaves functions in
 * the extension's own world and does nothing by itself: no listener, observer or timer.
 */
import type { DagsterPageWorld } from '../dagster/in-page';
import { createTokenMaker } from '../dagster/token-maker';

const world = globalThis as DagsterPageWorld;

// Put in again, it keeps what it has pressed: nothing is ever pressed twice.
if (world.controlSight)
  world.tokenMaker ??= createTokenMaker(document, () => location.href, world.controlSight);
