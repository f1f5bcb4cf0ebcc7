/** Treats a field of a form in every way and says of which ways something else is told than should be. */
import { createFinder } from '../../../src/hub/find';
import { plainForm } from '../../hub/plain-form';
import { clearPage, LARGE_PICTURE, TREATMENTS } from '../../hub/treatments';

const finder = createFinder(document, {});

/** How many there are, and for each that is told otherwise: what is done, and what is told. */
export interface Treated {
  readonly count: number;
  readonly wrong: readonly string[];
}

function stateAfter(treat: (typeof TREATMENTS)[number][1]): string | undefined {
  clearPage();
  treat(plainForm());
  return finder.report().forms[0]?.fields.userToken;
}

// Where it has been loaded once, it is drawn at once.
const picture = new Image();
picture.src = LARGE_PICTURE;
await picture.decode();

const wrong = TREATMENTS.flatMap(([what, treat, state]) => {
  const told = stateAfter(treat);
  return told === state ? [] : [`${what}: ${told}`];
});

/** Takes a moment, unlike the treatments. */
async function stateWhileViewChanges(): Promise<string | undefined> {
  clearPage();
  plainForm();
  const style = document.createElement('style');
  style.textContent =
    '::view-transition { background: white; pointer-events: none } ::view-transition-group(*) { animation-duration: 1000s; opacity: 0 }';
  document.body.append(style);
  const change = document.startViewTransition?.();
  await change?.ready;
  const state = finder.report().forms[0]?.fields.userToken;
  change?.skipTransition();
  return change ? state : 'hidden';
}

const whileChanging = await stateWhileViewChanges();
if (whileChanging !== 'hidden')
  wrong.push(`lies under what is drawn while the view changes: ${whileChanging}`);
clearPage();
(globalThis as { treated?: Treated }).treated = { count: TREATMENTS.length, wrong };
