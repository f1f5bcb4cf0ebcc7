/**
 * Put into a Dagster+ page when somebody wants to know what it shows. It leaves one function in the extension's own
 * world and does nothing by itself: no listener, observer or timer.
 */
import type { DagsterPageWorld } from '../dagster/in-page';
import { findOnPage } from '../dagster/tokens-page';

(globalThis as DagsterPageWorld).dagsterReader = {
  read: () => findOnPage(document, location.href).reading,
};
