/** All releases of `@stackone/hub` that are on npm, and the two ways in which a customer's page uses one. */
export const HUB_VERSIONS = ['1.10.1', '1.11.2', '1.11.4'] as const;
export type HubVersion = (typeof HUB_VERSIONS)[number];

export const HUB_COMPONENTS = ['webcomponent', 'react'] as const;
export type HubComponent = (typeof HUB_COMPONENTS)[number];
