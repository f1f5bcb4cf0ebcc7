/** The agent tokens of the organization, for administrators. */
import { useState } from 'preact/hooks';
import type { TokenRow } from '../boot';
import { createToken, renameToken, revokeToken } from './api';
import { Button, Panel } from './controls';
import { Description } from './description';
import { PlusIcon } from './icons';
import look from './look.module.css';
import { TokenRows } from './token-rows';
import { say, t } from './words';

interface AgentTokensProps {
  readonly tokens: readonly TokenRow[];
  readonly onChange: (token: TokenRow) => void;
}

export function AgentTokens({ tokens, onChange }: AgentTokensProps) {
  const [edited, setEdited] = useState<TokenRow | null>(null);
  const create = async () => {
    onChange(await createToken('agent'));
  };
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
      <TokenRows
        tokens={tokens.filter(({ revoked }) => !revoked)}
        revealable
        descriptionOf={({ description }) => <Description text={description} />}
        actionOf={(token) => <Button onClick={() => setEdited(token)}>{t('Edit')}</Button>}
      />
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
