/** Put into a Dagster+ page when "Show me" is pressed: points at a control. */
import type { DagsterPageWorld } from '../dagster/in-page';
import type { PageControl } from '../dagster/page-reading';
import { findOnPage } from '../dagster/tokens-page';
import { pointAt } from '../page/point-at';

function showControl(name: PageControl): boolean {
  const element = findOnPage(document, location.href).elements.get(name);
  if (element) pointAt(element);
  return element !== undefined;
}

(globalThis as DagsterPageWorld).controlPointer = { show: showControl };
