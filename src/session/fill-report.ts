/** Tells the outcome of a fill that happened without an open popup: on the toolbar button, and in the next popup. */
import type { FillOutcome } from '../hub/report';
import { describeOutcome, isVerified } from '../outcome';
import type { Translate } from '../words';
import type { SessionArea } from './session-area';

/** One for each tab, as there is one badge for each tab. */
const keyOf = (tabId: number): string => `fill-report-${tabId}`;

const BADGE = {
  good: { text: '✓', color: '#1a7f4b' },
  bad: { text: '!', color: '#b3261e' },
} as const;

/** The few browser functions that reporting needs. */
export interface ReportPlace {
  readonly session: SessionArea;
  readonly action: {
    setBadgeText(details: { text: string; tabId: number }): Promise<void>;
    setBadgeBackgroundColor(details: { color: string; tabId: number }): Promise<void>;
    setTitle(details: { title: string; tabId: number }): Promise<void>;
  };
  readonly t: Translate;
}

export interface FillReporting {
  /** Puts the outcome on the toolbar button of that tab and keeps it for the next popup there. */
  tell(tabId: number, outcome: FillOutcome): Promise<void>;
  /** @returns the outcome that was told for that tab, once; the button goes back to its usual face. */
  take(tabId: number): Promise<FillOutcome | null>;
}

export function createFillReporting({ session, action, t }: ReportPlace): FillReporting {
  async function tell(tabId: number, outcome: FillOutcome): Promise<void> {
    const badge = isVerified(outcome) ? BADGE.good : BADGE.bad;
    await session.set({ [keyOf(tabId)]: outcome });
    await action.setBadgeBackgroundColor({ color: badge.color, tabId });
    await action.setBadgeText({ text: badge.text, tabId });
    await action.setTitle({ title: `${t('extension_name')}: ${describeOutcome(outcome, t)}`, tabId });
  }

  async function take(tabId: number): Promise<FillOutcome | null> {
    const key = keyOf(tabId);
    const outcome = (await session.get(key))[key] as FillOutcome | undefined;
    if (!outcome) return null;
    await session.remove(key);
    await action.setBadgeText({ text: '', tabId });
    await action.setTitle({ title: t('extension_name'), tabId });
    return outcome;
  }

  return { tell, take };
}
