/** The organizations that every stand-in starts with. */
import { Organization } from './organization';

const ACME_ADMIN = 'ada@acme.example';
const ACME_EDITOR = 'grace@acme.example';

/** "Acme Inc." in the US region, with a branch deployment and a deployment that the editor may not see. */
export function acme(): Organization {
  const organization = new Organization({
    slug: 'acme',
    displayName: 'Acme Inc.',
    region: 'us',
    users: [
      { name: 'Ada Lindqvist', email: ACME_ADMIN, role: 'Organization Admin' },
      { name: 'Grace Okafor', email: ACME_EDITOR, role: 'Editor' },
      { name: 'Tomás Rey', email: 'tomas@acme.example', role: 'Viewer' },
    ],
    deployments: [
      { name: 'prod', branch: null },
      { name: 'data-eng-prod', branch: null },
      { name: 'finance-prod', branch: null, closedTo: [ACME_EDITOR] },
      { name: '5f0c1e9a7b3d4826', branch: 'ada/orders-backfill' },
    ],
  });
  const past = (day: string): Date => new Date(`${day}T09:30:00Z`);
  organization.createToken({
    description: 'Old laptop',
    created: past('2025-11-18'),
    revoked: past('2026-02-02'),
  });
  organization.createToken({ owner: ACME_EDITOR, description: 'Notebook', created: past('2026-01-27') });
  organization.createToken({ kind: 'agent', description: 'Kubernetes agent', created: past('2025-09-09') });
  organization.createToken({ kind: 'agent', description: 'Staging agent', created: past('2026-02-14') });
  organization.createToken({ description: 'Local CLI', created: past('2026-04-03') });
  return organization;
}

/** "Nordwind GmbH" in the EU region. */
export function nordwind(): Organization {
  return new Organization({
    slug: 'nordwind',
    displayName: 'Nordwind GmbH',
    region: 'eu',
    users: [
      { name: 'Jonas Weber', email: 'jonas@nordwind.example', role: 'Organization Admin' },
      { name: 'Elif Aydın', email: 'elif@nordwind.example', role: 'Viewer' },
    ],
    deployments: [
      { name: 'prod', branch: null },
      { name: 'analytics', branch: null },
    ],
  });
}
