import { useQuery } from '@tanstack/react-query';
import { Archive, Ban, Coffee, FileDown, FileUp, FlaskConical, Layers, RotateCcw, TableProperties, type LucideIcon } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceQuery } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Badge, CodeText, EmptyState, ErrorState, IconButton, PageHeader, Person, ProgressBar, SegmentedControl, Select, showToast, SimpleTable, SkeletonLines, type BadgeTone } from '../../ui/index.js';
import { BacklogSection } from '../workflows/care/BacklogSection.js';
import { useItemKeys } from '../../workspace/bin/use-item-keys.js';
import { jobKinds, jobsOptions, useJobAction, type BackgroundJob, type JobKind, type JobStatus } from './job-queries.js';
import styles from '../../workspace/export/Export.module.css';

const tones: Readonly<Record<JobStatus, BadgeTone>> = { WAITING: 'neutral', RUNNING: 'info', DONE: 'success', FAILED: 'danger', CANCELLED: 'warning' };
const icons: Readonly<Record<JobKind, LucideIcon>> = { IMPORT: FileUp, EXPORT: FileDown, BACKUP: Archive, OPERATION: Layers, TABLE: TableProperties, SANDBOX: FlaskConical };

/** What goes on behind the page, and what can be done about it. */
export function JobsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [kind, setKind] = useState<JobKind | null>(null);
  const [shown, setShown] = useState<'all' | 'open' | 'failed'>('all');
  const { data: found, isPending, error, refetch } = useQuery(jobsOptions({ kind, isOpen: shown === 'open' }));
  const data = shown === 'failed' ? found?.filter((job) => job.status === 'FAILED') : found;
  const { data: workspace } = useWorkspaceQuery();
  const place = useRef<HTMLDivElement>(null);
  useItemKeys(place, 'tbody tr');
  const act = useJobAction();
  usePage({ title: t('shell.setupNav.jobs'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.jobs') }] });
  const run = (action: 'cancelBackgroundJob' | 'retryBackgroundJob', job: BackgroundJob) => act.mutate({ action, kind: job.kind, id: job.id }, { onError: (failure) => showToast({ tone: 'danger', message: failure.message }) });
  const labelOf = (object: string | null) => workspace?.objects.find(({ name }) => name === object)?.pluralLabel;
  const subjectOf = ({ subject, object, kind: of }: BackgroundJob) => (of === 'TABLE' ? [labelOf(object), subject].filter(Boolean).join(' · ') : subject) || (workspace?.objects.find(({ name }) => name === object)?.pluralLabel ?? object) || t(`exporting.jobs.kinds.${of}`);
  return (
    <PageBody>
      <PageHeader title={t('shell.setupNav.jobs')} description={t('exporting.jobs.body')} actions={(
        <>
          <Select label={t('exporting.jobs.kind')} hideLabel isClearable placeholder={t('exporting.jobs.every')} value={kind} onChange={(next) => setKind(next as JobKind | null)} choices={jobKinds.map((value) => ({ value, label: t(`exporting.jobs.kinds.${value}`), icon: icons[value] }))} />
          <SegmentedControl label={t('exporting.jobs.show')} value={shown} onChange={setShown} segments={[{ value: 'all', label: t('ui.all') }, { value: 'open', label: t('exporting.jobs.open') }, { value: 'failed', label: t('exporting.jobs.status.FAILED') }]} />
        </>
      )} />
      {isPending && <SkeletonLines count={6} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState icon={Coffee} title={t('exporting.jobs.none')}>{t('exporting.jobs.noneBody')}</EmptyState>}
      {data && data.length > 0 && (
        <div ref={place}><SimpleTable label={t('shell.setupNav.jobs')} rows={data} rowKey={({ kind: of, id }) => `${of} ${id}`} columns={[
          { id: 'what', header: t('exporting.jobs.what'), render: (job) => { const Icon = icons[job.kind]; return <span className={styles['file']} tabIndex={0}><Icon size={16} aria-hidden />{subjectOf(job)}</span>; } },
          { id: 'kind', header: t('exporting.jobs.kind'), render: (job) => t(`exporting.jobs.kinds.${job.kind}`) },
          { id: 'status', header: t('exporting.state'), width: '240px', render: (job) => <JobProgress job={job} /> },
          { id: 'by', header: t('exporting.by'), render: ({ by }) => by && <Person name={by.name} /> },
          { id: 'when', header: t('exporting.when'), align: 'end', render: ({ startedAt }) => <span title={format.dateTime(startedAt)}>{format.relative(startedAt)}</span> },
          { id: 'acts', header: '', align: 'end', render: (job) => (
            <span className={styles['acts']}>
              {job.cancellable && <IconButton icon={Ban} label={t('exporting.cancel', { name: subjectOf(job) })} onPress={() => run('cancelBackgroundJob', job)} />}
              {job.retryable && <IconButton icon={RotateCcw} label={t('exporting.retry', { name: subjectOf(job) })} onPress={() => run('retryBackgroundJob', job)} />}
            </span>
          ) },
        ]} /></div>
      )}
      <BacklogSection />
    </PageBody>
  );
}

function JobProgress({ job: { kind, status, done, total, error, id } }: { readonly job: BackgroundJob }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (status === 'RUNNING' && !error) {
    const label = kind === 'TABLE' && done !== null && total !== null ? format.percent(Math.round((done / total) * 100)) : done === null || kind === 'TABLE' ? t('exporting.jobs.status.RUNNING') : t('exporting.jobs.done', { count: done, shown: format.number(done) });
    return total === null || done === null ? <ProgressBar label={label} /> : <ProgressBar label={label} value={Math.min(done, total)} max={Math.max(total, 1)} />;
  }
  return (
    <>
      <Badge tone={tones[status]} hasDot>{t(`exporting.jobs.status.${status}`)}</Badge>
      {error && (status === 'CANCELLED' ? <p className={styles['muted']}>{error}</p> : <p className={styles['error']}>{error} <CodeText>{id}</CodeText></p>)}
    </>
  );
}
