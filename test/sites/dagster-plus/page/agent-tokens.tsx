/** The agent tokens of the organization, for administrators. */
import { useState } from 'preact/hooks';
import type { TokenRow } from '../boot';
import { createToken, renameToken, revokeToken } from './api';
import { Button, Panel } from './controls';
import { PlusIcon } from './icons';
import look from './look.module.css';
import { Rows } from './rows';
import { HiddenToken, RevealedToken, revealLabel } from './token-value';
import { useRevealedToken } from './use-revealed-token';
import { day, say, t } from './words';

const TRACKS = 'minmax(180px, 1fr) minmax(330px, 1.4fr) 120px 210px';

interface AgentTokensProps {
  readonly tokens: readonly TokenRow[];
  readonly onChange: (token: TokenRow) => void;
}

export function AgentTokens({ tokens, onChange }: AgentTokensProps) {
  const [revealed, toggle] = useRevealedToken();
  const [edited, setEdited] = useState<TokenRow | null>(null);
  const create = async () => onChange(await createToken('agent'));
  const rows = tokens
    .filter(({ revoked }) => !revoked)
    .map((token) => {
      const value = revealed.get(token.id);
      return {
        key: token.id,
        cells: [
          token.description ? (
            <span key="description">{token.description}</span>
          ) : (
            <span key="description" class={look.note}>
              {t('No description')}
            </span>
          ),
          value === undefined ? <HiddenToken key="hidden" /> : <RevealedToken key="shown" value={value} />,
          <span key="created">{day(token.created)}</span>,
          <div key="buttons" class={look.rowButtons}>
            <Button onClick={() => toggle(token.id)}>{revealLabel(value !== undefined)}</Button>
            <Button onClick={() => setEdited(token)}>{t('Edit')}</Button>
          </div>,
        ],
      };
    });
  return (
    <Panel
      title={t('Agent tokens')}
      note={t('Agent tokens authenticate Hybrid agents. They cannot be used for other API requests.')}
      action={
        <Button onClick={create}>
          <PlusIcon />
          {t('Create agent token')}
        </Button>
      }
    >
      <Rows columns={[t('Description'), t('Token'), t('Created'), '']} tracks={TRACKS} rows={rows} />
      {edited && <AgentTokenDialog token={edited} onChange={onChange} onClose={() => setEdited(null)} />}
    </Panel>
  );
}

interface AgentTokenDialogProps {
  readonly token: TokenRow;
  readonly onChange: (token: TokenRow) => void;
  readonly onClose: () => void;
}

function AgentTokenDialog({ token, onChange, onClose }: AgentTokenDialogProps) {
  const [draft, setDraft] = useState(token.description);
  const finish = async (change: Promise<TokenRow>) => {
    onChange(await change);
    onClose();
  };
  const save = (event: Event) => {
    event.preventDefault();
    finish(renameToken(token.id, draft.trim()));
  };
  return (
    <div class={look.backdrop}>
      <div role="dialog" aria-label={say('Edit agent token')}>
        <form class={look.dialog} onSubmit={save}>
          <h2 class={look.panelTitle}>{t('Edit agent token')}</h2>
          <label class={look.field}>
            <span>{t('Description')}</span>
            <input
              class={look.input}
              value={draft}
              onInput={({ currentTarget }) => setDraft(currentTarget.value)}
            />
          </label>
          <div class={look.dialogButtons}>
            <Button kind="danger" onClick={() => finish(revokeToken(token.id))}>
              {t('Revoke token')}
            </Button>
            <span class={look.grow} />
            <Button onClick={onClose}>{t('Cancel')}</Button>
            <Button kind="primary" submit>
              {t('Save')}
            </Button>
          </div>
        </form>
      </div>
    </div>
  );
}
