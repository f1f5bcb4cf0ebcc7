/**
 * Presses "Create user token" and "Reveal token" for a person who pressed a button in the popup: each once, and never
 * another control of the page. What was pressed in a document is known for as long as the document lives, so that
 * nothing is created twice, whatever becomes of the popup and of the background.
 */

import { press } from '../page/press';
import { LONGEST, MOST_NAMED, pageText } from '../page/text';
import type { ControlSight } from './in-page';
import { type ComparedRow, findNewRow, type NewRow } from './new-row';
import { pointAt } from './point-at';
import { poll } from './poll';
import { listTokens, showsToken, type TokenList, type TokenListRow } from './token-list';
import {
  CHANGE_LIMIT_MS,
  type PressRefusal,
  type TimedTokenPress,
  type TokenMaker,
  type TokenPress,
  type TokenPressOutcome,
} from './token-press';
import { isTokensPath } from './tokens-path';

/** A page may draw several rows one after the other: one row is new when it is the only one for so long, in milliseconds. */
const STEADY_MS = 200;

const refused = (why: PressRefusal): TokenPressOutcome => ({ kind: 'refused', why });

/** A row as it was shown or pressed: told again by its element and by what stands in it. */
interface KnownRow {
  readonly control: WeakRef<Element>;
  readonly key: string;
}

const known = ({ control, key }: TokenListRow): KnownRow => ({ control: new WeakRef(control), key });

const isHidden = ({ revealed }: TokenListRow): boolean => !revealed;

const isOffered = (row: TokenListRow): boolean => isHidden(row) && isDrawn(row.control);

/**
 * @param addressOf gives the page's address at that moment
 * @param sight tells what can be pressed, asked again at each press
 */
export function createTokenMaker(
  page: Document,
  addressOf: () => string,
  { pressable }: ControlSight,
): TokenMaker {
  const document = crypto.randomUUID();
  let running = false;
  let shown: { readonly look: string; readonly rows: readonly KnownRow[] } | null = null;
  /** "Create user token" was pressed, and the new row has not been seen. */
  let asked: { readonly before: readonly ComparedRow[]; readonly outcome: TokenPressOutcome } | null = null;
  /** The row of a token that was created and is not revealed. */
  let made: KnownRow | null = null;
  let untold: TokenPressOutcome | null = null;
  let target: WeakRef<Element> | null = null;

  const address = (): string => {
    const { origin, pathname } = new URL(addressOf());
    return origin + pathname;
  };
  const isThere = (wanted: TokenPress): boolean => address() === wanted.address && isOnTokensPage();
  const isOnTokensPage = (): boolean => isTokensPath(new URL(addressOf()).pathname);

  /** The one control that creates a token of the person's own, or why there is none. */
  function createControl(list: TokenList): Element | PressRefusal {
    if (list.otherUser) return 'other-user';
    const { open, obstacle } = pressable(list.creates);
    const [control, ...others] = open;
    if (others.length > 0) return 'several';
    return control ?? obstacle ?? (list.createsElsewhere ? 'agent-section' : 'missing');
  }

  /** Brings what is known of an earlier press up to what the page shows by now. */
  function follow({ rows }: TokenList): void {
    const found = asked && findNewRow(asked.before, rows);
    if (found?.kind === 'one') {
      made = known(found.row);
      asked = null;
    }
    const isMade = (row: TokenListRow) => row.control === made?.control.deref() || row.key === made?.key;
    if (made && !rows.filter(isHidden).some(isMade)) made = null;
  }

  async function create(wanted: TokenPress): Promise<TokenPressOutcome> {
    const list = listTokens(page);
    follow(list);
    if (made) return { kind: 'created' };
    if (asked) return { kind: 'tried' };
    const control = createControl(list);
    const [candidate] = list.creates;
    target = candidate ? new WeakRef(candidate) : null;
    if (typeof control === 'string') return refused(control);
    asked = { before: list.rows, outcome: { kind: 'unchanged' } };
    press(control);
    const found = await newRow(list.rows, wanted);
    if (found.kind !== 'one') {
      const outcome: TokenPressOutcome = { kind: found.kind === 'none' ? 'unchanged' : 'unclear' };
      asked = { before: list.rows, outcome };
      return outcome;
    }
    asked = null;
    made = known(found.row);
    const outcome = await reveal(found.row.control, found.row.key, wanted);
    if (outcome.kind !== 'revealed' && outcome.kind !== 'not-whole') return { kind: 'created' };
    made = null;
    return { ...outcome, created: true };
  }

  /** Waits for the one new row. */
  async function newRow(before: readonly ComparedRow[], wanted: TokenPress): Promise<NewRow<TokenListRow>> {
    let found: NewRow<TokenListRow> = { kind: 'none' };
    let first: { readonly control: Element; readonly sinceMs: number } | null = null;
    await poll(() => {
      if (!isThere(wanted)) return 'left';
      const now = findNewRow(before, listTokens(page).rows);
      found = now;
      if (now.kind !== 'one') first = null;
      else if (first?.control !== now.row.control)
        first = { control: now.row.control, sinceMs: performance.now() };
      return first && performance.now() - first.sinceMs >= STEADY_MS ? 'steady' : undefined;
    }, CHANGE_LIMIT_MS);
    return found;
  }

  /** Reveals the token of one row. @param key what stands in that row */
  async function reveal(control: Element, key: string, wanted: TokenPress): Promise<TokenPressOutcome> {
    if (!isThere(wanted)) return refused('changed');
    const list = listTokens(page);
    const row = list.rows.find((one) => one.control === control && one.key === key);
    target = new WeakRef(control);
    if (!row) return refused('changed');
    if (list.otherUser) return refused('other-user');
    if (!row.revealed) {
      const { obstacle } = pressable([control]);
      if (obstacle) return refused(obstacle);
      press(control);
    }
    let state: RowState = 'hidden';
    await poll(() => {
      if (!isThere(wanted)) return 'left';
      state = stateOf(row, listTokens(page));
      return state === 'whole' ? state : undefined;
    }, CHANGE_LIMIT_MS);
    return outcomeOf(state);
  }

  async function carryOut({ wanted, startBefore }: TimedTokenPress): Promise<TokenPressOutcome> {
    if (Date.now() >= startBefore) return refused('too-late');
    if (wanted.document !== document || !isThere(wanted)) return refused('changed');
    if (wanted.kind === 'create') return create(wanted);
    const row = shown?.look === wanted.look ? shown.rows[wanted.row] : undefined;
    const control = row?.control.deref();
    return row && control ? reveal(control, row.key, wanted) : refused('changed');
  }

  return {
    look() {
      const list = listTokens(page);
      if (!running) follow(list);
      // Whether each can be pressed is asked when it is to be: to look at all of them takes long on a long page.
      const rows = list.otherUser ? [] : list.rows.filter(isOffered).slice(0, MOST_NAMED);
      shown = { look: crypto.randomUUID(), rows: rows.map(known) };
      const told: TokenPressOutcome | null = running
        ? { kind: 'running' }
        : made
          ? { kind: 'created' }
          : (asked?.outcome ?? untold);
      if (!running) untold = null;
      return {
        document,
        address: address(),
        look: shown.look,
        creatable: told?.kind !== 'running' && !made && !asked && typeof createControl(list) !== 'string',
        rows: rows.map(({ description, created }) => ({
          description: pageText(description),
          created: pageText(created, LONGEST.name),
        })),
        told,
        pointable: told !== null && isDrawn(target?.deref()),
      };
    },
    async press(wanted) {
      if (running) return { kind: 'running' };
      running = true;
      try {
        const outcome = await carryOut(wanted);
        // A token that is shown speaks for itself.
        untold = outcome.kind === 'revealed' ? null : outcome;
        return outcome;
      } finally {
        running = false;
      }
    },
    point() {
      const control = target?.deref();
      if (!control || !isDrawn(control)) return false;
      pointAt(control);
      return true;
    },
    async ready(limitMs) {
      const ready = await poll(() => {
        if (!isOnTokensPage()) return false;
        const { creates, rows, otherUser } = listTokens(page);
        return creates.length > 0 || rows.length > 0 || otherUser ? true : undefined;
      }, limitMs);
      return ready === true;
    },
  };
}

type RowState = 'hidden' | 'revealed' | 'whole';

function outcomeOf(state: RowState): TokenPressOutcome {
  if (state === 'hidden') return { kind: 'not-revealed' };
  return { kind: state === 'whole' ? 'revealed' : 'not-whole', created: false };
}

const isDrawn = (control: Element | undefined): boolean =>
  control?.isConnected === true && control.checkVisibility();

/** What the row shows by now, also where the page has drawn it anew. */
function stateOf(pressed: TokenListRow, list: TokenList): RowState {
  const same = list.rows.filter(({ control, key }) => control === pressed.control && key === pressed.key);
  const alike = list.rows.filter(({ key }) => key === pressed.key);
  const [row] = same.length === 1 ? same : alike.length === 1 ? alike : [];
  const element = row?.element ?? (pressed.element.isConnected ? pressed.element : undefined);
  if (!element) return 'hidden';
  if (showsToken(list, element)) return 'whole';
  return row?.revealed ? 'revealed' : 'hidden';
}
