/** The controller of the popup with a browser, a background and a screen that tests play. */
import type { CheckOutcome } from '../../src/dagster/check';
import type { TokenPressOutcome } from '../../src/dagster/token-press';
import type { FillOutcome } from '../../src/hub/report';
import type { Ask, BackgroundRequest } from '../../src/messages';
import { createController } from '../../src/popup/controller';
import { type Facts, NOTHING_KNOWN } from '../../src/popup/facts';
import type { PopupState } from '../../src/popup/state';
import { HOLD_MS } from '../../src/session/timed-value';
import { destination, FILLED, HUB_ORIGIN, heldDetails } from '../samples';
import { translate } from '../translate';

const FOUND = destination();
export const TAB = FOUND.tab.tabId;
export const { page: PAGE } = FOUND;

/** A page with one Dagster form, and nothing known of any account. */
export const FORM_ALONE: Facts = {
  ...NOTHING_KNOWN,
  front: { kind: 'web', tabId: TAB, origin: HUB_ORIGIN },
  search: { kind: 'found', found: FOUND },
  page: PAGE,
};

export interface Surroundings {
  outcome?: FillOutcome | Promise<FillOutcome>;
  granted?: boolean;
  told?: FillOutcome;
  /** Asked at each copy, so that a test can close it in between. */
  clipboard?: 'closed';
  checked?: CheckOutcome;
  /** The browser refuses what is to be kept. */
  memory?: 'closed';
  /** What comes of a press in a Tokens page. */
  pressed?: () => TokenPressOutcome | Promise<TokenPressOutcome>;
}

/**
 * @param facts what is there to gather, or how that fails
 * @returns the controller, not opened yet, with all that it asks, copies and draws
 */
export function playPopup(facts: Facts | Error = FORM_ALONE, surroundings: Surroundings = {}) {
  const {
    outcome = FILLED,
    granted = true,
    told,
    checked = { kind: 'timeout' },
    pressed = () => ({ kind: 'revealed', created: true }),
  } = surroundings;
  let until = facts instanceof Error ? 0 : (facts.pasted?.until ?? 0);
  const asked: BackgroundRequest[] = [];
  const order: string[] = [];
  const copied: string[] = [];
  const shownControls: string[] = [];
  const drawn: (PopupState | null)[] = [];
  const shown = { facts };
  const late: { tell?: (facts: Facts) => void } = {};
  const answer = async (request: BackgroundRequest) => {
    asked.push(request);
    order.push(request.type);
    if (request.type === 'opened') return told ?? null;
    if (surroundings.memory === 'closed' && /^(hold|keep-pasted)$/.test(request.type))
      throw new Error('QuotaExceededError');
    if (request.type === 'hold') return heldDetails({ ...request, until: Date.now() + HOLD_MS });
    if (request.type === 'keep-pasted') {
      if (request.anew) until = Date.now() + HOLD_MS;
      return { ...request.pasted, until };
    }
    if (request.type === 'fill') return outcome;
    if (request.type === 'press-token') return pressed();
    return request.type === 'permission-answered' && request.granted ? outcome : null;
  };
  const controller = createController({
    gather: async (tell) => {
      if (shown.facts instanceof Error) throw shown.facts;
      tell(shown.facts);
      late.tell = tell;
      return shown.facts;
    },
    ask: answer as Ask,
    requestAccess: async (patterns) => {
      order.push(patterns.join(' '));
      return granted;
    },
    check: async () => checked,
    copy: async (text) => {
      if (surroundings.clipboard === 'closed') throw new Error('NotAllowedError');
      copied.push(text);
    },
    openTab: async (url) => void order.push(`tab ${url}`),
    showControl: async (_, control) => {
      shownControls.push(control);
      return false;
    },
    closePopup: () => void order.push('closed'),
    draw: (state) => {
      drawn.push(state);
    },
    t: translate,
    clock: String,
    now: Date.now,
  });
  const state = (): PopupState | null => drawn.at(-1) ?? null;
  const sent = <Type extends BackgroundRequest['type']>(type: Type) =>
    asked.filter((request): request is Extract<BackgroundRequest, { type: Type }> => request.type === type);
  return { controller, state, drawn, asked, sent, order, copied, shown, shownControls, late };
}
