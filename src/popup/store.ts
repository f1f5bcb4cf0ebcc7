/** What the popup knows, what was chosen in it and what goes on: in one place, and drawn when it changes. */
import type { Selection } from '../selection';
import type { KeptPasted } from '../session/pasted-values';
import {
  type Activity,
  AT_FIRST,
  type Facts,
  type PopupChoices,
  pastedValues,
  type StatusTone,
} from './facts';
import type { PopupParts } from './parts';
import { type PopupState, popupState, selectionOf } from './state';

export interface Store {
  /** Null until something is known. */
  facts: Facts | null;
  choices: PopupChoices;
  readonly activity: Activity;
  /** What is on the screen, or will be at the next drawing; null until something is known. */
  state(): PopupState | null;
  selection(): Selection | null;
  /** What the person has pasted by now; null where that is nothing. */
  pasted(): KeptPasted | null;
  draw(): void;
  /** Changes what goes on, and draws. */
  set(change: Partial<Activity>): void;
  /** …without drawing: something else that is drawn follows. */
  note(change: Partial<Activity>): void;
  /** Says how something ended. */
  say(status: string, tone?: StatusTone): void;
}

export function createStore({ draw, t, clock }: Pick<PopupParts, 'draw' | 't' | 'clock'>): Store {
  let activity = AT_FIRST;
  const store: Store = {
    facts: null,
    choices: {},
    get activity() {
      return activity;
    },
    state: () => store.facts && popupState(store.facts, store.choices, activity, t, clock),
    selection: () => store.facts && selectionOf(store.facts, store.choices, activity),
    pasted: () => store.facts && pastedValues(store.facts, activity),
    draw: () => draw(store.state()),
    set(change) {
      store.note(change);
      store.draw();
    },
    note(change) {
      activity = { ...activity, ...change };
    },
    say: (status, statusTone = 'plain') => store.set({ busy: null, status, statusTone }),
  };
  return store;
}
