/**
 * Put into a Dagster+ page when somebody wants to know what it shows. It leaves two functions in the extension's own
 * world and does nothing by itself: no listener, observer or timer.
 */
import type { DagsterPageWorld } from '../dagster/in-page';
import { findOnPage } from '../dagster/tokens-page';

const find = () => findOnPage(document, location.href);

(globalThis as DagsterPageWorld).dagsterReader = {
  read: () => find().reading,
  find: (control) => find().elements.get(control),
};
