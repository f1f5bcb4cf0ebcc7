/** Organization settings → Tokens. */
import { useEffect, useState } from 'preact/hooks';
import type { TokenRow } from '../boot';
import type { User } from '../organization';
import { AgentTokens } from './agent-tokens';
import { createToken, listTokens, renameToken, revokeToken } from './api';
import { boot } from './boot-data';
import { Avatar, Button, Menu, MenuItem, Panel } from './controls';
import { Description } from './description';
import { ChevronIcon, PlusIcon } from './icons';
import look from './look.module.css';
import { Rows } from './rows';
import { HiddenToken, RevealedToken, revealLabel } from './token-value';
import { useRevealedToken } from './use-revealed-token';
import { day, t } from './words';

const TRACKS = 'minmax(180px, 1fr) minmax(330px, 1.4fr) 120px 210px';

export function TokensPage({ viewer, users }: { readonly viewer: User; readonly users: readonly User[] }) {
  const [tokens, setTokens] = useState<readonly TokenRow[]>([]);
  const [user, setUser] = useState(viewer);
  useEffect(() => {
    listTokens().then(setTokens);
  }, []);
  const put = (token: TokenRow) =>
    setTokens((known) =>
      known.some(({ id }) => id === token.id)
        ? known.map((one) => (one.id === token.id ? token : one))
        : [token, ...known],
    );
  const isAdmin = viewer.role === 'Organization Admin';
  const own = user.email === viewer.email;
  const userTokens = tokens.filter(({ kind, owner }) => kind === 'user' && owner === user.email);
  return (
    <>
      {isAdmin && <UserChoice users={users} user={user} viewer={viewer} onChoose={setUser} />}
      <UserTokens key={user.email} user={user} own={own} tokens={userTokens} onChange={put} />
      {isAdmin && <AgentTokens tokens={tokens.filter(({ kind }) => kind === 'agent')} onChange={put} />}
    </>
  );
}

interface UserChoiceProps {
  readonly users: readonly User[];
  readonly user: User;
  readonly viewer: User;
  readonly onChoose: (user: User) => void;
}

function UserChoice({ users, user, viewer, onChoose }: UserChoiceProps) {
  const nameOf = ({ name, email }: User) => (email === viewer.email ? `${name} (you)` : name);
  const label = (
    <>
      <Avatar name={user.name} />
      <span>{nameOf(user)}</span>
      <ChevronIcon />
    </>
  );
  return (
    <div class={look.userChoice}>
      <span>{t('Manage tokens for')}</span>
      <Menu class={`${look.button} ${look.plain}`} label={label} side="below">
        {(close) =>
          users.map((one) => (
            <MenuItem
              key={one.email}
              chosen={one.email === user.email}
              onClick={() => {
                close();
                onChoose(one);
              }}
            >
              <Avatar name={one.name} />
              <span>{nameOf(one)}</span>
            </MenuItem>
          ))
        }
      </Menu>
    </div>
  );
}

interface UserTokensProps {
  readonly user: User;
  readonly own: boolean;
  readonly tokens: readonly TokenRow[];
  readonly onChange: (token: TokenRow) => void;
}

function UserTokens({ user, own, tokens, onChange }: UserTokensProps) {
  const active = tokens.filter(({ revoked }) => !revoked);
  const revoked = tokens.filter(({ revoked }) => revoked);
  const create = async () => onChange(await createToken('user'));
  const title = own ? (
    t('Manage tokens for your account')
  ) : (
    <>
      {t('Manage tokens for')} <span>{user.name}</span>
    </>
  );
  const createButton = (
    <Button kind="primary" onClick={create}>
      <PlusIcon />
      {t('Create user token')}
    </Button>
  );
  return (
    <Panel
      title={title}
      note={t('User tokens authenticate you to the Dagster+ API. They have the permissions of the user.')}
      action={own && createButton}
    >
      <h3 class={look.listTitle}>{t('Active tokens')}</h3>
      <TokenRows tokens={active} revealable={own} onChange={onChange} />
      {revoked.length > 0 && boot.rendering.revoked === 'listed' && (
        <>
          <h3 class={look.listTitle}>{t('Revoked tokens')}</h3>
          <TokenRows tokens={revoked} revealable={own} onChange={onChange} />
        </>
      )}
    </Panel>
  );
}

interface TokenRowsProps {
  readonly tokens: readonly TokenRow[];
  readonly revealable: boolean;
  readonly onChange: (token: TokenRow) => void;
}

function TokenRows({ tokens, revealable, onChange }: TokenRowsProps) {
  const [revealed, toggle] = useRevealedToken();
  if (tokens.length === 0) return <p class={look.empty}>{t('No active tokens')}</p>;
  const rename = async (id: string, description: string) => onChange(await renameToken(id, description));
  const revoke = async (id: string) => onChange(await revokeToken(id));
  const rows = tokens.map((token) => {
    const value = revealed.get(token.id);
    const buttons = (
      <div key="buttons" class={look.rowButtons}>
        {revealable && <Button onClick={() => toggle(token.id)}>{revealLabel(value !== undefined)}</Button>}
        {token.revoked ? (
          <span class={look.note}>
            {t('Revoked')} <span>{day(token.revoked)}</span>
          </span>
        ) : (
          <Button kind="danger" onClick={() => revoke(token.id)}>
            {t('Revoke')}
          </Button>
        )}
      </div>
    );
    return {
      key: token.id,
      cells: [
        <Description
          key="description"
          text={token.description}
          editable={!token.revoked}
          onSave={(text) => rename(token.id, text)}
        />,
        value === undefined ? <HiddenToken key="hidden" /> : <RevealedToken key="shown" value={value} />,
        <span key="created">{day(token.created)}</span>,
        buttons,
      ],
    };
  });
  return <Rows columns={[t('Description'), t('Token'), t('Created'), '']} tracks={TRACKS} rows={rows} />;
}
