/** The pages of a deployment; they only have to look like work is going on. */
import type { Deployment } from '../organization';
import { Panel, Tag, type Tone } from './controls';
import look from './look.module.css';
import { Link } from './router';
import type { Section } from './routes';
import { type Row, Rows } from './rows';
import { ASSETS, CODE_LOCATIONS, JOBS, RUNS, type Run, TIMELINE } from './sample-work';
import { pathOf, SECTION_WORDS } from './shell';
import { t } from './words';

const TONES: Record<Run['status'], Tone> = { Success: 'good', Failed: 'bad', Running: 'busy' };

export function SectionPage({ section }: { readonly section: Section }) {
  const pages = { overview, runs, assets, jobs, automation: jobs, deployment: codeLocations };
  return (
    <>
      <h1 class={look.title}>{t(SECTION_WORDS[section])}</h1>
      <div class={look.page}>{pages[section]()}</div>
    </>
  );
}

function overview() {
  return (
    <>
      <Panel title={t('Last 12 hours')}>
        <div class={look.timeline}>
          {TIMELINE.map(({ job, bars }) => (
            <div key={job} class={look.lane}>
              <span>{job}</span>
              <div class={look.track}>
                {bars.map((bar) => (
                  <i
                    key={bar.start}
                    class={`${look.bar} ${look[TONES['status' in bar ? bar.status : 'Success']]}`}
                    style={{ left: `${bar.start}%`, width: `${bar.width}%` }}
                  />
                ))}
              </div>
            </div>
          ))}
        </div>
      </Panel>
      {runs()}
    </>
  );
}

function runs() {
  const rows = RUNS.map(({ id, job, status, created, duration }) => ({
    key: id,
    cells: [
      <code key="id">{id}</code>,
      job,
      <Tag key="status" tone={TONES[status]}>
        {t(status)}
      </Tag>,
      created,
      duration,
    ],
  }));
  return (
    <Panel title={t('Runs')}>
      <Rows
        columns={[t('Run ID'), t('Jobs'), t('Status'), t('Created'), t('Duration')]}
        tracks="140px 1fr 140px 120px 120px"
        rows={rows}
      />
    </Panel>
  );
}

function assets() {
  const rows: Row[] = ASSETS.map(({ path, location, materialized }) => ({
    key: path,
    cells: [path, <Tag key="location">{location}</Tag>, materialized],
  }));
  return (
    <Panel title={t('Assets')}>
      <Rows
        columns={[t('Name'), t('Code location'), t('Last materialized')]}
        tracks="1fr 220px 180px"
        rows={rows}
      />
    </Panel>
  );
}

function jobs() {
  const rows: Row[] = JOBS.map(({ name, schedule }) => ({
    key: name,
    cells: [name, <code key="schedule">{schedule}</code>],
  }));
  return (
    <Panel title={t('Jobs')}>
      <Rows columns={[t('Name'), t('Schedule')]} tracks="1fr 220px" rows={rows} />
    </Panel>
  );
}

function codeLocations() {
  const rows: Row[] = CODE_LOCATIONS.map((name) => ({
    key: name,
    cells: [
      name,
      <Tag key="status" tone="good">
        {t('Loaded')}
      </Tag>,
    ],
  }));
  return (
    <Panel title={t('Code location')}>
      <Rows columns={[t('Name'), t('Status')]} tracks="1fr 220px" rows={rows} />
    </Panel>
  );
}

/** `/br/`: the branch deployments of the organization. */
export function BranchList({ deployments }: { readonly deployments: readonly Deployment[] }) {
  const rows = deployments
    .filter(({ branch }) => branch !== null)
    .map(({ name, branch }) => ({
      key: name,
      cells: [
        <Link key="name" to={pathOf(name, 'overview')} class={look.textLink}>
          {branch}
        </Link>,
      ],
    }));
  return (
    <>
      <h1 class={look.title}>{t('Branch deployments')}</h1>
      <div class={look.page}>
        <Panel title={t('Branch deployments')}>
          <Rows columns={[t('Name')]} tracks="1fr" rows={rows} />
        </Panel>
      </div>
    </>
  );
}
