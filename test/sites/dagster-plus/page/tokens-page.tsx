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
import { TokenRows } from './token-rows';
import { say, t } from './words';

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
  const nameOf = ({ name, email }: User) => (email === viewer.email ? `${name} ${say('(you)')}` : name);
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
  const create = async () => {
    onChange(await createToken('user'));
  };
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
      {active.length > 0 ? (
        <TokenRows
          tokens={active}
          revealable={own}
          descriptionOf={({ id, description }) => (
            <Description
              text={description}
              editable={own}
              onSave={async (text) => onChange(await renameToken(id, text))}
            />
          )}
          actionOf={({ id }) => (
            <Button kind="danger" onClick={async () => onChange(await revokeToken(id))}>
              {t('Revoke')}
            </Button>
          )}
        />
      ) : (
        <p class={look.empty}>{t('No active tokens')}</p>
      )}
      {revoked.length > 0 && boot.rendering.revoked === 'listed' && (
        <>
          <h3 class={look.listTitle}>{t('Revoked tokens')}</h3>
          <TokenRows
            tokens={revoked}
            revealable={own}
            showRevoked
            descriptionOf={({ description }) => <Description text={description} />}
          />
        </>
      )}
    </Panel>
  );
}
