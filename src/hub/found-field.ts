/** One of the three fields as it is at this moment: whether a value can be put into it, and how. */
import type { DetailName } from '../link-details';
import { attributeOf, elementsIn, matches, precedes } from '../page/dom';
import { labelText } from './control-label';
import { type Control, isDropdown, type Labelled, type TextControl } from './labelled-controls';
import { normalizeLabel } from './normal-label';
import { type FieldState, isFillable } from './report';

/** A control with a wanted label, as it is at this moment. */
interface FoundControl {
  readonly element: Control;
  readonly state: Exclude<FieldState, 'missing' | 'twice'>;
  /** The block with the control's label, description, error and own buttons. */
  readonly block: Element;
  /** Of a masked secret: what makes room for another one. */
  readonly editButton: Element | undefined;
}

export interface FoundField {
  readonly state: FieldState;
  /** The one control to write to, or the first of several that cannot be written to; none where it is missing. */
  readonly control: FoundControl | undefined;
}

/** The Hub masks a stored secret with these (`••••••••••4bd6`). */
const MASK = /^[•●∙*]{3}/;
/** …in an input of its own, whose name is the field's key and this. */
const MASKED_NAME = '-display';

/** The Edit button of a masked secret: the only one after the input in its block that is called so and nothing else. */
function editButtonOf({ element, block }: Labelled): Element | undefined {
  const called = elementsIn<HTMLButtonElement>(block, 'button').filter(
    (button) =>
      precedes(element, button) && !button.disabled && normalizeLabel(nameOfButton(button)) === 'edit',
  );
  return called.length === 1 ? called[0] : undefined;
}

const nameOfButton = (button: Element): string =>
  attributeOf(button, 'aria-label') ?? Array.from(button.childNodes, labelText).join(' ');

/** The Hub shows a stored secret as a mask in a locked input. */
export const isMasked = ({ value, name }: TextControl): boolean =>
  MASK.test(value) || name.endsWith(MASKED_NAME);

function stateOf(element: Control, edit: Element | undefined, seen: boolean): FoundControl['state'] {
  if (!seen) return 'hidden';
  const locked = matches(element, ':disabled');
  if (isDropdown(element)) return locked ? 'locked' : 'dropdown';
  if (!locked && !element.readOnly) return 'ready';
  return edit ? 'redacted' : 'locked';
}

/** @param seen those controls that a person can see */
export function fieldOf(
  name: DetailName,
  items: readonly Labelled[],
  seen: ReadonlySet<Element>,
): FoundField {
  const controls = items
    .filter((item) => item.name === name)
    .map((item): FoundControl => {
      const { element, block } = item;
      const editButton = !isDropdown(element) && isMasked(element) ? editButtonOf(item) : undefined;
      return { element, block, editButton, state: stateOf(element, editButton, seen.has(element)) };
    });
  const usable = controls.filter(({ state }) => isFillable(state));
  if (usable.length > 1) return { state: 'twice', control: undefined };
  const control = usable[0] ?? controls[0];
  return control === undefined ? { state: 'missing', control } : { state: control.state, control };
}
