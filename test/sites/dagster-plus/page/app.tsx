import type { BootOrganization } from '../boot';
import type { User } from '../organization';
import { boot } from './boot-data';
import look from './look.module.css';
import { usePath } from './router';
import { type Route, routeOf } from './routes';
import { BranchList, SectionPage } from './section-pages';
import { Settings } from './settings';
import { SECTION_WORDS, Shell } from './shell';
import { SignIn } from './sign-in';
import { say, t, type Word } from './words';

export function App() {
  const path = usePath();
  const { organization, viewer } = boot;
  if (!organization || !viewer) return <SignIn />;
  const names = organization.deployments.map(({ name }) => name);
  const route = routeOf(path, names);
  document.title = `${say(titleOf(route))} | Dagster+`;
  return (
    <Shell organization={organization} viewer={viewer} route={route}>
      <Content route={route} organization={organization} viewer={viewer} />
    </Shell>
  );
}

function titleOf(route: Route): Word {
  if (route.page === 'settings') return 'Organization settings';
  if (route.page === 'section') return SECTION_WORDS[route.section];
  return route.page === 'branches' ? 'Branch deployments' : 'Page not found';
}

interface ContentProps {
  readonly route: Route;
  readonly organization: BootOrganization;
  readonly viewer: User;
}

function Content({ route, organization, viewer }: ContentProps) {
  switch (route.page) {
    case 'settings':
      return <Settings route={route} organization={organization} viewer={viewer} />;
    case 'section':
      return <SectionPage section={route.section} />;
    case 'branches':
      return <BranchList deployments={organization.deployments} />;
    case 'missing':
      return <p class={look.empty}>{t('Page not found')}</p>;
  }
}
