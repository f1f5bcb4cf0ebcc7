/** What surrounds every page: navigation, deployment switcher, avatar menu. */
import type { ComponentChildren } from 'preact';
import type { BootOrganization } from '../boot';
import type { User } from '../organization';
import { signOut } from './api';
import { boot } from './boot-data';
import { Avatar, Menu, MenuItem } from './controls';
import { BranchIcon, ChevronIcon, HelpIcon, Mark, SECTION_ICONS, SearchIcon } from './icons';
import look from './look.module.css';
import { Link, navigate } from './router';
import { type Route, SECTIONS, type Section } from './routes';
import { t, type Word } from './words';

export const SECTION_WORDS: Record<Section, Word> = {
  overview: 'Overview',
  runs: 'Runs',
  assets: 'Assets',
  jobs: 'Jobs',
  automation: 'Automation',
  deployment: 'Deployment',
};

export const pathOf = (deployment: string | null, rest: string): string =>
  deployment === null ? `/${rest}` : `/${encodeURIComponent(deployment)}/${rest}`;

interface ShellProps {
  readonly organization: BootOrganization;
  readonly viewer: User;
  readonly route: Route;
  readonly children: ComponentChildren;
}

export function Shell(props: ShellProps) {
  return boot.rendering.navigation === 'side' ? <SideShell {...props} /> : <TopShell {...props} />;
}

function SideShell({ children, ...props }: ShellProps) {
  return (
    <div class={`${look.app} ${look.sideShell}`}>
      <aside class={look.side}>
        <Brand />
        <DeploymentSwitcher {...props} side="below" />
        <Sections {...props} icons />
        <div class={look.grow} />
        <div class={look.sideLink}>
          <SearchIcon />
          {t('Search')}
          <kbd class={look.key}>/</kbd>
        </div>
        <div class={look.sideLink}>
          <HelpIcon />
          {t('Support')}
        </div>
        <AvatarMenu {...props} side="above" />
      </aside>
      <main class={look.main}>{children}</main>
    </div>
  );
}

function TopShell({ children, ...props }: ShellProps) {
  return (
    <div class={`${look.app} ${look.topShell}`}>
      <header class={look.top}>
        <Brand />
        <Sections {...props} icons={false} />
        <div class={look.grow} />
        <DeploymentSwitcher {...props} side="below-right" />
        <AvatarMenu {...props} side="below-right" />
      </header>
      <main class={look.main}>{children}</main>
    </div>
  );
}

function Brand() {
  return (
    <div class={look.brand} translate={false}>
      <Mark />
      <span>dagster+</span>
    </div>
  );
}

interface SectionsProps {
  readonly organization: BootOrganization;
  readonly route: Route;
  readonly icons: boolean;
}

function Sections({ organization, route, icons }: SectionsProps) {
  const deployment = route.deployment ?? organization.deployments[0]?.name ?? null;
  return (
    <nav class={look.sections}>
      {SECTIONS.map((section) => {
        const Icon = SECTION_ICONS[section];
        return (
          <Link
            key={section}
            to={pathOf(deployment, section)}
            class={look.sideLink}
            current={route.page === 'section' && route.section === section}
          >
            {icons && <Icon />}
            {t(SECTION_WORDS[section])}
          </Link>
        );
      })}
    </nav>
  );
}

type SwitcherProps = Omit<ShellProps, 'children'> & { readonly side: 'below' | 'below-right' };

function DeploymentSwitcher({ organization, route, side }: SwitcherProps) {
  const current =
    organization.deployments.find(({ name }) => name === route.deployment) ?? organization.deployments[0];
  const rest = route.page === 'section' ? route.section : 'overview';
  const label = (
    <>
      {current?.branch && <BranchIcon />}
      <span class={look.switcherName}>{current?.branch ?? current?.name}</span>
      <ChevronIcon />
    </>
  );
  const itemsFor = (branches: boolean, close: () => void) =>
    organization.deployments
      .filter(({ branch }) => (branch !== null) === branches)
      .map(({ name, branch }) => (
        <MenuItem
          key={name}
          chosen={name === current?.name}
          onClick={() => {
            close();
            navigate(pathOf(name, rest));
          }}
        >
          {branch ?? name}
        </MenuItem>
      ));
  return (
    <Menu class={look.switcher} label={label} side={side}>
      {(close) => (
        <>
          <div class={look.menuTitle}>{t('Full deployments')}</div>
          {itemsFor(false, close)}
          <div class={look.menuTitle}>{t('Branch deployments')}</div>
          {itemsFor(true, close)}
          <MenuItem
            onClick={() => {
              close();
              navigate('/br/');
            }}
          >
            {t('All branch deployments')}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}

type AvatarMenuProps = Omit<ShellProps, 'children'> & { readonly side: 'above' | 'below-right' };

function AvatarMenu({ organization, viewer, route, side }: AvatarMenuProps) {
  const label = (
    <>
      <Avatar name={viewer.name} />
      {side === 'above' && (
        <span class={look.person}>
          <strong>{viewer.name}</strong>
          <span>{organization.displayName}</span>
        </span>
      )}
    </>
  );
  const deployment = route.deployment ?? organization.deployments[0]?.name ?? null;
  const leave = async () => {
    await signOut();
    location.reload();
  };
  return (
    <Menu class={look.avatarButton} label={label} name={viewer.name} side={side}>
      {(close) => (
        <>
          <div class={look.menuPerson}>
            <strong>{organization.displayName}</strong>
            <span>{viewer.email}</span>
          </div>
          <MenuItem
            onClick={() => {
              close();
              navigate(pathOf(deployment, boot.rendering.settings));
            }}
          >
            {t('Organization settings')}
          </MenuItem>
          <MenuItem onClick={leave}>{t('Sign out')}</MenuItem>
        </>
      )}
    </Menu>
  );
}
