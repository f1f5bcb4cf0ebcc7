/** Organization settings: the tabs and their pages. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { BootOrganization } from '../boot';
import type { User } from '../organization';
import { revealScimToken } from './api';
import { boot } from './boot-data';
import { Avatar, Button, Panel, Tag } from './controls';
import look from './look.module.css';
import { Link } from './router';
import { type Route, SETTINGS_TABS, type SettingsTab } from './routes';
import { Rows } from './rows';
import { pathOf } from './shell';
import { HiddenToken, RevealedToken, revealLabel } from './token-value';
import { TokensPage } from './tokens-page';
import { t, type Word } from './words';

const TAB_WORDS: Record<SettingsTab, Word> = {
  users: 'Users',
  teams: 'Teams',
  deployments: 'Deployments',
  tokens: 'Tokens',
  provisioning: 'Provisioning',
};

interface SettingsProps {
  readonly route: Extract<Route, { page: 'settings' }>;
  readonly organization: BootOrganization;
  readonly viewer: User;
}

export function Settings({ route, organization, viewer }: SettingsProps) {
  const pages: Record<SettingsTab, () => ComponentChildren> = {
    users: () => <UsersPage users={organization.users} />,
    teams: () => <TeamsPage />,
    deployments: () => <DeploymentsPage organization={organization} />,
    tokens: () => <TokensPage viewer={viewer} users={organization.users} />,
    provisioning: () => <ProvisioningPage />,
  };
  return (
    <>
      <h1 class={look.title}>{t('Organization settings')}</h1>
      <nav class={look.tabs}>
        {SETTINGS_TABS.map((tab) => (
          <Link
            key={tab}
            to={pathOf(route.deployment, `${boot.rendering.settings}/${tab}`)}
            class={look.tab}
            current={tab === route.tab}
          >
            {t(TAB_WORDS[tab])}
          </Link>
        ))}
      </nav>
      <div class={look.page}>{pages[route.tab]()}</div>
    </>
  );
}

function UsersPage({ users }: { readonly users: readonly User[] }) {
  const rows = users.map(({ name, email, role }) => ({
    key: email,
    cells: [
      <span key="name" class={look.withAvatar}>
        <Avatar name={name} />
        {name}
      </span>,
      email,
      <Tag key="role">{t(role)}</Tag>,
    ],
  }));
  return (
    <Panel title={t('Users')}>
      <Rows columns={[t('Name'), t('Email'), t('Role')]} tracks="1fr 1fr 220px" rows={rows} />
    </Panel>
  );
}

const TEAMS = [
  { name: 'Data Platform', members: 4 },
  { name: 'Analytics', members: 7 },
];

function TeamsPage() {
  const rows = TEAMS.map(({ name, members }) => ({ key: name, cells: [name, members] }));
  return (
    <Panel title={t('Teams')}>
      <Rows columns={[t('Name'), t('Members')]} tracks="1fr 220px" rows={rows} />
    </Panel>
  );
}

function DeploymentsPage({ organization }: { readonly organization: BootOrganization }) {
  const rows = organization.deployments.map(({ name, branch }) => ({
    key: name,
    cells: [
      <Link key="name" to={pathOf(name, 'overview')} class={look.textLink}>
        {branch ?? name}
      </Link>,
      <Tag key="type">{t(branch === null ? 'Full' : 'Branch')}</Tag>,
    ],
  }));
  return (
    <Panel title={t('Deployments')}>
      <Rows columns={[t('Name'), t('Type')]} tracks="1fr 220px" rows={rows} />
    </Panel>
  );
}

function ProvisioningPage() {
  const [value, setValue] = useState<string | null>(null);
  const toggle = async () => setValue(value === null ? await revealScimToken() : null);
  return (
    <Panel
      title={t('SCIM provisioning')}
      note={t('Your identity provider uses this API token to create and deactivate users.')}
    >
      <Rows
        columns={[t('Name'), t('Token'), '']}
        tracks="220px 1fr 150px"
        rows={[
          {
            key: 'scim',
            cells: [
              t('API token'),
              value === null ? <HiddenToken key="hidden" /> : <RevealedToken key="shown" value={value} />,
              <Button key="reveal" onClick={toggle}>
                {revealLabel(value !== null)}
              </Button>,
            ],
          },
        ]}
      />
    </Panel>
  );
}
