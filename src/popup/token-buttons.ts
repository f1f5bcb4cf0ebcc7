/** What can be made or revealed on the Tokens page in front, and which row the person means. */
import type { TokenLook, TokenPress } from '../dagster/token-press';
import { quoted, type Translate } from '../words';
import type { Activity, Facts, PopupChoices } from './facts';
import { type RadioChoice, withoutTwins } from './radio-choice';

export interface TokenButtons {
  /** "Create and reveal a token". */
  readonly create: boolean;
  readonly reveal: RevealButton | null;
}

interface RevealButton {
  /** Null where there is one row. */
  readonly choice: RadioChoice | null;
  /** What tells the only row apart. */
  readonly what: string | null;
  /** What is missing; null when it can be pressed. */
  readonly why: string | null;
}

/** @returns null where nothing of it belongs to the state */
export function tokenButtons(
  { tokenLook }: Facts,
  choices: PopupChoices,
  { expired }: Activity,
  t: Translate,
): TokenButtons | null {
  if (!tokenLook || expired) return null;
  const { creatable, rows } = tokenLook;
  if (!creatable && rows.length === 0) return null;
  return { create: creatable, reveal: revealButton(tokenLook, choices, t) };
}

function revealButton(look: TokenLook, { hiddenRow }: PopupChoices, t: Translate): RevealButton | null {
  const options = withoutTwins(look.rows.map((_, position) => rowOption(look, position, t)));
  const [only, ...others] = options;
  if (!only) return null;
  if (others.length === 0) return { choice: null, what: only.label, why: null };
  const chosen = options.some(({ value }) => value === hiddenRow) ? (hiddenRow ?? null) : null;
  return {
    choice: { legend: t('which_token'), options, chosen },
    what: null,
    why: chosen === null ? t('choose_token_to_reveal') : null,
  };
}

/** What was chosen of one look is nothing in another. */
const rowName = ({ look }: TokenLook, position: number): string => `${look}/${position}`;

function rowOption(look: TokenLook, position: number, t: Translate) {
  const { description = '', created = '' } = look.rows[position] ?? {};
  const told = [description, created].filter(Boolean).map(quoted);
  const label = told.join(' · ') || t('hidden_token', String(position + 1));
  return { value: rowName(look, position), label };
}

/** The press that a button stands for now; null where it cannot be pressed. */
export function wantedPress(
  look: TokenLook,
  kind: TokenPress['kind'],
  { hiddenRow }: PopupChoices,
): TokenPress | null {
  const page = { document: look.document, address: look.address, look: look.look };
  if (kind === 'create') return look.creatable ? { ...page, kind } : null;
  const positions = look.rows.map((_, position) => position);
  const row = positions.length === 1 ? 0 : positions.find((at) => rowName(look, at) === hiddenRow);
  return row === undefined ? null : { ...page, kind, row };
}
