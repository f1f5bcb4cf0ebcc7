/** Tells the outcome of a fill that happened without an open popup: on the toolbar button, and in the next popup. */
import type { FillOutcome } from './hub/report';
import { describeOutcome, isVerified } from './outcome';
import type { Translate } from './words';

const KEY = 'fill-report';

const BADGE = {
  good: { text: '✓', color: '#1a7f4b' },
  bad: { text: '!', color: '#b3261e' },
} as const;

interface FillReport {
  readonly tabId: number;
  readonly outcome: FillOutcome;
}

/** The few browser functions that reporting needs. */
export interface ReportPlace {
  readonly session: {
    get(key: string): Promise<Record<string, unknown>>;
    set(items: Record<string, unknown>): Promise<void>;
    remove(key: string): Promise<void>;
  };
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
    const report: FillReport = { tabId, outcome };
    await session.set({ [KEY]: report });
    await action.setBadgeBackgroundColor({ color: badge.color, tabId });
    await action.setBadgeText({ text: badge.text, tabId });
    await action.setTitle({ title: `${t('extension_name')}: ${describeOutcome(outcome, t)}`, tabId });
  }

  async function take(tabId: number): Promise<FillOutcome | null> {
    const report = (await session.get(KEY))[KEY] as FillReport | undefined;
    if (report?.tabId !== tabId) return null;
    await session.remove(KEY);
    await action.setBadgeText({ text: '', tabId });
    await action.setTitle({ title: t('extension_name'), tabId });
    return report.outcome;
  }

  return { tell, take };
}
