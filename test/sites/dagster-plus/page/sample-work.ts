/** What the pipelines of every deployment look like. */

export interface Run {
  readonly id: string;
  readonly job: string;
  readonly status: 'Success' | 'Failed' | 'Running';
  readonly created: string;
  readonly duration: string;
}

export const RUNS: readonly Run[] = [
  { id: 'c41f09ab', job: 'daily_orders', status: 'Running', created: '09:12', duration: '3m 41s' },
  { id: '7be2d5f0', job: 'refresh_dashboards', status: 'Success', created: '09:00', duration: '1m 08s' },
  { id: '0d93ac1e', job: 'sync_crm', status: 'Success', created: '08:30', duration: '48s' },
  { id: 'f6a80b27', job: 'train_forecast', status: 'Failed', created: '08:04', duration: '12m 55s' },
  { id: '2ec7941d', job: 'daily_orders', status: 'Success', created: '07:12', duration: '4m 02s' },
  { id: '98b1f3c6', job: 'sync_crm', status: 'Success', created: '06:30', duration: '51s' },
  { id: 'a05d7e42', job: 'load_events', status: 'Success', created: '06:00', duration: '7m 19s' },
  { id: '5c3f8e91', job: 'refresh_dashboards', status: 'Success', created: '05:00', duration: '1m 02s' },
];

export const ASSETS = [
  { path: 'raw / orders', location: 'warehouse', materialized: '09:12' },
  { path: 'raw / customers', location: 'warehouse', materialized: '08:30' },
  { path: 'raw / web_events', location: 'warehouse', materialized: '06:00' },
  { path: 'staging / orders_cleaned', location: 'dbt_models', materialized: '07:15' },
  { path: 'marts / revenue_by_region', location: 'dbt_models', materialized: '07:16' },
  { path: 'marts / customer_lifetime_value', location: 'dbt_models', materialized: '07:16' },
  { path: 'ml / demand_forecast', location: 'forecasting', materialized: '08:04' },
] as const;

export const JOBS = [
  { name: 'daily_orders', schedule: '12 7,9 * * *' },
  { name: 'load_events', schedule: '0 6 * * *' },
  { name: 'refresh_dashboards', schedule: '0 5,9 * * *' },
  { name: 'sync_crm', schedule: '30 6,8 * * *' },
  { name: 'train_forecast', schedule: '4 8 * * 1' },
] as const;

export const CODE_LOCATIONS = ['warehouse', 'dbt_models', 'forecasting'] as const;

/** Runs on the timeline: percent of its width. */
export const TIMELINE = [
  {
    job: 'daily_orders',
    bars: [
      { start: 6, width: 9 },
      { start: 52, width: 8 },
      { start: 88, width: 11, status: 'Running' },
    ],
  },
  { job: 'load_events', bars: [{ start: 38, width: 15 }] },
  {
    job: 'refresh_dashboards',
    bars: [
      { start: 30, width: 4 },
      { start: 83, width: 4 },
    ],
  },
  {
    job: 'sync_crm',
    bars: [
      { start: 45, width: 3 },
      { start: 74, width: 3 },
    ],
  },
  { job: 'train_forecast', bars: [{ start: 60, width: 21, status: 'Failed' }] },
] as const;
