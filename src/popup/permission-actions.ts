/**
 * Has the browser ask the person for access. What follows a grant is done by the background, whether this popup outlives
 * the prompt (Firefox) or not (Chrome).
 */
import type { FillOutcome } from '../hub/report';
import { originPattern, type PermissionPurpose } from '../messages';
import { DAGSTER_ORIGINS } from '../tabs/dagster-tabs';
import type { Keeping } from './keeping';
import type { PopupParts } from './parts';
import type { Store } from './store';

export interface PermissionActions {
  /** To a frame of another origin than the page, which may hold the form. */
  allowFrame(origin: string): Promise<void>;
  allowDagster(): Promise<void>;
}

/**
 * @param finish shows the outcome of a fill
 * @param refresh looks anew at what there is
 */
export function createPermissionActions(
  store: Store,
  keeping: Keeping,
  { ask, requestAccess, t }: Pick<PopupParts, 'ask' | 'requestAccess' | 't'>,
  finish: (outcome: FillOutcome) => void,
  refresh: () => Promise<void>,
): PermissionActions {
  async function askPermission(patterns: readonly string[], purpose: PermissionPurpose): Promise<boolean> {
    const told = ask({ type: 'asking-permission', patterns, purpose });
    const granted = await requestAccess(patterns);
    await told;
    return granted;
  }

  async function allowFrame(origin: string): Promise<void> {
    const { facts } = store;
    if (facts?.front.kind !== 'web' || !facts.page) return;
    const { privacy, front, page } = facts;
    const patterns = [originPattern(origin)];
    const purpose = { kind: 'fill', tabId: front.tabId, privacy, origin, page: page.origin } as const;
    const held = keeping.holdForPrompt();
    const granted = await askPermission(patterns, purpose);
    await held;
    const outcome = await ask({ type: 'permission-answered', patterns, granted });
    if (!granted) {
      const { refusedOrigins = [] } = store.choices;
      store.choices = { ...store.choices, refusedOrigins: [...refusedOrigins, origin] };
      return store.say(t('access_refused', origin), 'bad');
    }
    // First, so that what a fill has forgotten is not held anew by the refreshing.
    if (outcome) finish(outcome);
    await refresh();
  }

  /** After the grant the background opens the popup again, if the prompt has closed it. */
  async function allowDagster(): Promise<void> {
    const patterns = DAGSTER_ORIGINS;
    const granted = await askPermission(patterns, { kind: 'popup' });
    await ask({ type: 'permission-answered', patterns, granted });
    if (!granted) return store.say(t('dagster_refused'), 'bad');
    await refresh();
  }

  return { allowFrame, allowDagster };
}
