/** Tells which controls of a Dagster+ page can be pressed now; put into it beside `token-maker.ts`, which asks. */
import type { DagsterPageWorld } from '../dagster/in-page';
import { createControlSight } from '../dagster/may-be-pressed';

(globalThis as DagsterPageWorld).controlSight ??= createControlSight(document);
