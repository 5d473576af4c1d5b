import { useQuery } from '@tanstack/react-query';
import { ChevronRight, GitCommitVertical } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { AlertDialog, Badge, Button, EmptyState, ErrorState, Notice, PageHeader, Person, showToast, SkeletonLines, Tabs } from '../../ui/index.js';
import type { Revision } from '../documents/document-types.js';
import { revisionsOptions } from '../documents/setup-queries.js';
import { ChangeGroupList } from '../publish/ChangeGroupList.js';
import { ComparisonSheet } from './ComparisonSheet.js';
import { RemovedItems } from './RemovedItems.js';
import { pendingWorkOptions, useRollBack } from './revision-queries.js';
import styles from './Revisions.module.css';

/** What was published when and by whom, how two of these differ, the way back, and what was removed. */
export function RevisionsPage() {
  const { t } = useTranslation();
  const [tab, setTab] = useState('revisions');
  const { data: pending } = useQuery(pendingWorkOptions);
  usePage({ title: t('shell.setupNav.revisions'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.revisions') }] });
  return (
    <PageBody>
      <PageHeader title={t('shell.setupNav.revisions')} description={t('setup.revisions.description')} />
      {pending && pending.length > 0 && (
        <Notice tone={pending.some(({ error }) => error !== null) ? 'warning' : 'info'} title={t('platform.pending.title', { count: pending.length })}>
          {pending.map(({ object, field, kind, error }) => `${t(`platform.pending.kind.${kind}`, { defaultValue: kind })} ${object}${field === null ? '' : `.${field}`}${error === null ? '' : `: ${error}`}`).join(' · ')}
        </Notice>
      )}
      <Tabs label={t('shell.setupNav.revisions')} value={tab} onChange={setTab} items={[
        { id: 'revisions', label: t('platform.revisions.published'), content: <div className={styles['tab']}><RevisionList /></div> },
        { id: 'removed', label: t('platform.removed.title'), content: <div className={styles['tab']}><RemovedItems /></div> },
      ]} />
    </PageBody>
  );
}

function RevisionList() {
  const { t } = useTranslation();
  const { data, isPending, error, refetch } = useQuery(revisionsOptions);
  const [comparing, setComparing] = useState<{ readonly from: number; readonly to: number } | null>(null);
  const [returning, setReturning] = useState<number | null>(null);
  const { mutateAsync: rollBack, isPending: isRolling } = useRollBack();
  const current = data?.[0]?.number ?? 0;
  const goBack = async (to: number) => {
    const problems = await rollBack(to).catch((failure: Error) => [{ message: failure.message }]);
    setReturning(null);
    showToast(problems[0] ? { message: problems[0].message, tone: 'danger' } : { message: t('platform.revisions.inDraft', { number: to }), description: t('platform.revisions.inDraftHint'), tone: 'success' });
  };
  if (isPending) return <SkeletonLines count={8} />;
  if (error && !data) return <ErrorState message={error.message} onRetry={() => void refetch()} />;
  if (data.length === 0) return <EmptyState icon={GitCommitVertical} title={t('setup.revisions.none')}>{t('setup.revisions.noneBody')}</EmptyState>;
  return (
    <>
      <ol className={styles['list']}>
        {data.map((revision, index) => (
          <RevisionItem key={revision.number} revision={revision} isCurrent={index === 0} onCompare={() => setComparing(index === 0 ? { from: revision.number - 1, to: revision.number } : { from: revision.number, to: current })} onReturn={() => setReturning(revision.number)} />
        ))}
      </ol>
      {comparing && <ComparisonSheet {...comparing} numbers={data.map(({ number }) => number)} onClose={() => setComparing(null)} />}
      <AlertDialog isOpen={returning !== null} onOpenChange={() => setReturning(null)} title={t('platform.revisions.returnTitle', { number: returning ?? 0 })} tone="primary" confirmLabel={t('platform.revisions.returnConfirm')} isPending={isRolling} onConfirm={() => { if (returning !== null) void goBack(returning); }}>
        {t('platform.revisions.returnBody')}
      </AlertDialog>
    </>
  );
}

interface RevisionItemProps {
  readonly revision: Revision;
  readonly isCurrent: boolean;
  readonly onCompare: () => void;
  readonly onReturn: () => void;
}

function RevisionItem({ revision: { number, at, by, note, changes }, isCurrent, onCompare, onReturn }: RevisionItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className={styles['item']}>
      <span className={styles['mark']} aria-hidden />
      <details className={styles['details']}>
        <summary className={styles['summary']}>
          <ChevronRight size={14} aria-hidden className={styles['chevron']} />
          <span className={styles['number']}>{t('setup.revisions.number', { number: format.number(number) })}</span>
          {isCurrent && <Badge tone="success" hasDot>{t('setup.revisions.current')}</Badge>}
          <span className={styles['what']}>{note ?? changes[0]?.sentence ?? t('setup.revisions.first')}{changes.length > 1 && <span className={styles['more']}> {t('setup.revisions.more', { count: changes.length - 1 })}</span>}</span>
          <span className={styles['who']}>{by ? <Person name={by.name} /> : t('setup.revisions.platform')}</span>
          <time className={styles['when']} dateTime={at} title={format.dateTime(at)}>{format.relative(at)}</time>
        </summary>
        <div className={styles['changes']}>
          <div className={styles['acts']}>
            <Button size="small" onPress={onCompare}>{isCurrent ? t('platform.revisions.compareBefore') : t('platform.revisions.compareNow')}</Button>
            {!isCurrent && <Button size="small" onPress={onReturn}>{t('platform.revisions.return')}</Button>}
          </div>
          {changes.length > 0 ? <ChangeGroupList changes={changes} /> : <p>{t('setup.revisions.noChanges')}</p>}
        </div>
      </details>
    </li>
  );
}
