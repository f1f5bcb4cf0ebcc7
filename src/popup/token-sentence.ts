/** What became of a press in a Tokens page, in one sentence with the next step. */
import type { PressRefusal, TokenPressOutcome } from '../dagster/token-press';
import type { MessageKey, Translate } from '../words';

const REFUSALS: Readonly<Record<PressRefusal, MessageKey>> = {
  missing: 'press_missing',
  several: 'press_several',
  hidden: 'press_hidden',
  disabled: 'press_disabled',
  'agent-section': 'press_agent_section',
  'other-user': 'press_other_user',
  changed: 'press_changed',
  'too-late': 'press_too_late',
};

export function describeTokenPress(outcome: TokenPressOutcome, t: Translate): string {
  switch (outcome.kind) {
    case 'revealed':
      return t(outcome.created ? 'token_created_revealed' : 'token_revealed');
    case 'not-whole':
      return t(outcome.created ? 'token_created_not_whole' : 'token_not_whole');
    case 'created':
      return t('token_created');
    case 'not-revealed':
      return t('token_not_revealed');
    case 'unchanged':
      return t('token_unchanged');
    case 'unclear':
      return t('token_unclear');
    case 'running':
      return t('token_running');
    case 'tried':
      return t('token_tried');
    case 'unanswered':
      return t('token_unanswered');
    case 'refused':
      return t('token_refused', t(REFUSALS[outcome.why]));
  }
}
