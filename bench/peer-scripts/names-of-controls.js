/** Every control of the page, in shadow roots too, with its name: what finding a form by its labels needs at least. */
import { computeAccessibleName } from 'dom-accessibility-api';
import { querySelectorAllDeep } from 'query-selector-shadow-dom';

export const namesOfControls = () =>
  querySelectorAllDeep('input, textarea, select, [role=combobox]').map((control) =>
    computeAccessibleName(control),
  );
