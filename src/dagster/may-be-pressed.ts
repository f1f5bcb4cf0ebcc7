/** Whether a control of a page can be pressed now, as a person could press it. Needs layout; changes nothing. */
import { closest, drawnAncestorsOf, matches } from '../page/dom';
import { styleOf } from '../page/style';
import { openRoots } from '../page/trees';
import { seenAmong } from '../page/visibility';
import type { ControlSight } from './in-page';

const DISABLED = ':disabled,[aria-disabled=true],[inert]';

function isDisabled(control: Element): boolean {
  const { pointerEvents, cursor } = styleOf(control);
  if (pointerEvents === 'none' || cursor === 'not-allowed') return true;
  return (
    [control, ...drawnAncestorsOf(control)].some((one) => matches(one, DISABLED)) || isInFieldset(control)
  );
}

/** Of what is no form control the browser does not say that it is disabled with its fieldset. */
const isInFieldset = (control: Element): boolean => closest(control, 'fieldset:disabled') !== null;

export const createControlSight = (page: Document): ControlSight => ({
  pressable(controls) {
    const seen = seenAmong(controls, 'field', openRoots(page));
    const open = controls.filter((control) => seen.has(control) && !isDisabled(control));
    const [first] = controls;
    if (!first || open.length > 0) return { open, obstacle: null };
    return { open, obstacle: isDisabled(first) ? 'disabled' : 'hidden' };
  },
});
