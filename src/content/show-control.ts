/** Put into a Dagster+ page, beside the script that reads, when "Show me" is pressed: points at a control. */
import type { DagsterPageWorld } from '../dagster/in-page';
import type { PageControl } from '../dagster/page-reading';
import { pointAt } from '../dagster/point-at';

const world = globalThis as DagsterPageWorld;

function showControl(name: PageControl): boolean {
  const element = world.dagsterReader?.find(name);
  if (element) pointAt(element);
  return element !== undefined;
}

world.controlPointer = { show: showControl };
