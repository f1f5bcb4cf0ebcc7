/** A list of tokens with a button per row that reveals or hides the value. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { TokenRow } from '../boot';
import { revealToken } from './api';
import { Button } from './controls';
import look from './look.module.css';
import { Rows } from './rows';
import { HiddenToken, RevealedToken, revealLabel } from './token-value';
import { day, t } from './words';

interface TokenRowsProps {
  readonly tokens: readonly TokenRow[];
  readonly revealable: boolean;
  readonly descriptionOf: (token: TokenRow) => ComponentChildren;
  /** What stands behind the reveal button. */
  readonly actionOf?: (token: TokenRow) => ComponentChildren;
  readonly showRevoked?: boolean;
}

export function TokenRows({ tokens, revealable, descriptionOf, actionOf, showRevoked }: TokenRowsProps) {
  const [values, toggle] = useRevealedValues();
  const rows = tokens.map((token) => {
    const value = values.get(token.id);
    return {
      key: token.id,
      cells: [
        descriptionOf(token),
        value === undefined ? <HiddenToken key="hidden" /> : <RevealedToken key="shown" value={value} />,
        <span key="created">{day(token.created)}</span>,
        ...(showRevoked ? [<span key="revoked">{token.revoked && day(token.revoked)}</span>] : []),
        <div key="buttons" class={look.rowButtons}>
          {revealable && <Button onClick={() => toggle(token.id)}>{revealLabel(value !== undefined)}</Button>}
          {actionOf?.(token)}
        </div>,
      ],
    };
  });
  const columns = [t('Description'), t('Token'), t('Created'), ...(showRevoked ? [t('Revoked')] : []), ''];
  const dates = showRevoked ? '100px 100px' : '100px';
  const buttons = showRevoked ? '156px' : '272px';
  return (
    <Rows
      columns={columns}
      tracks={`minmax(160px, 1fr) minmax(316px, 1.2fr) ${dates} ${buttons}`}
      rows={rows}
    />
  );
}

/** The revealed values by token id, and what reveals or hides one. A new page starts with everything hidden. */
function useRevealedValues(): [ReadonlyMap<string, string>, (id: string) => Promise<void>] {
  const [values, setValues] = useState<ReadonlyMap<string, string>>(new Map());
  const toggle = async (id: string) => {
    if (values.has(id)) {
      setValues((known) => new Map([...known].filter(([one]) => one !== id)));
      return;
    }
    const value = await revealToken(id);
    setValues((known) => new Map([...known, [id, value]]));
  };
  return [values, toggle];
}
