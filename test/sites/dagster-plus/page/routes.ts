/** What an address of an organization shows. */

export const SETTINGS_TABS = ['users', 'teams', 'deployments', 'tokens', 'provisioning'] as const;
export type SettingsTab = (typeof SETTINGS_TABS)[number];

export const SECTIONS = ['overview', 'runs', 'assets', 'jobs', 'automation', 'deployment'] as const;
export type Section = (typeof SECTIONS)[number];

export type Route =
  /** `deployment` is the one in the address; null where the address has none. */
  | { readonly page: 'settings'; readonly deployment: string | null; readonly tab: SettingsTab }
  | { readonly page: 'section'; readonly deployment: string | null; readonly section: Section }
  | { readonly page: 'branches'; readonly deployment: null }
  | { readonly page: 'missing'; readonly deployment: string | null };

const includes = <Choice extends string>(
  choices: readonly Choice[],
  text: string | undefined,
): text is Choice => (choices as readonly (string | undefined)[]).includes(text);

/** Reads the path of an address; `deployments` are the names the organization has. */
export function routeOf(path: string, deployments: readonly string[]): Route {
  const segments = path.split('/').filter(Boolean).map(decodeURIComponent);
  if (segments[0] === 'br') return { page: 'branches', deployment: null };
  const deployment = includes(deployments, segments[0]) ? (segments.shift() as string) : null;
  const [first = 'overview', second = 'users'] = segments;
  if (first === 'org-settings' || first === 'cloud-settings') {
    return includes(SETTINGS_TABS, second)
      ? { page: 'settings', deployment, tab: second }
      : { page: 'missing', deployment };
  }
  if (includes(SECTIONS, first)) return { page: 'section', deployment, section: first };
  return { page: 'missing', deployment };
}
