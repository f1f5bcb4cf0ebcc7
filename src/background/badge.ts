/** Tells on the toolbar button what became of a fill, or that it is time to press, where no popup is open to say it. */
import type { FillOutcome } from '../hub/report';
import { describeOutcome, isVerified } from '../outcome';
import { plainText, type Translate } from '../words';

const BADGE = {
  good: { text: '✓', color: '#1a7f4b' },
  bad: { text: '!', color: '#b3261e' },
  invite: { text: '→', color: '#4034c8' },
} as const;

/** The few browser functions that telling needs. */
export interface ToolbarButton {
  setBadgeText(details: { text: string; tabId: number }): Promise<void>;
  setBadgeBackgroundColor(details: { color: string; tabId: number }): Promise<void>;
  setTitle(details: { title: string; tabId: number }): Promise<void>;
}

export interface Badge {
  /** Never rejects: a tab may be gone, and what was filled stays filled. */
  show(tabId: number, outcome: FillOutcome): Promise<void>;
  /** The Tokens page is there: it is time to press the button. Never rejects. */
  invite(tabId: number): Promise<void>;
  /** The button gets its usual face again; never rejects. */
  clear(tabId: number): Promise<void>;
}

export function createBadge(button: ToolbarButton, t: Translate): Badge {
  const all = async (...calls: Promise<void>[]): Promise<void> => void (await Promise.allSettled(calls));
  const say = (tabId: number, { text, color }: (typeof BADGE)[keyof typeof BADGE], words: string) =>
    all(
      button.setBadgeBackgroundColor({ color, tabId }),
      button.setBadgeText({ text, tabId }),
      button.setTitle({ title: `${t('extension_name')}: ${words}`, tabId }),
    );
  return {
    show: (tabId, outcome) =>
      say(tabId, isVerified(outcome) ? BADGE.good : BADGE.bad, plainText(describeOutcome(outcome, t))),
    invite: (tabId) => say(tabId, BADGE.invite, t('tokens_page_ready')),
    clear: (tabId) =>
      all(button.setBadgeText({ text: '', tabId }), button.setTitle({ title: t('extension_name'), tabId })),
  };
}
