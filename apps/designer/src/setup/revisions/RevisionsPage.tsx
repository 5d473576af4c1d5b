import { useQuery } from '@tanstack/react-query';
import { ChevronRight, GitCommitVertical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Badge, EmptyState, ErrorState, PageHeader, Person, SkeletonLines } from '../../ui/index.js';
import type { Revision } from '../documents/document-types.js';
import { revisionsOptions } from '../documents/setup-queries.js';
import { ChangeGroupList } from '../publish/ChangeGroupList.js';
import styles from './Revisions.module.css';

/** What was published when, and by whom. */
export function RevisionsPage() {
  const { t } = useTranslation();
  const { data, isPending, error, refetch } = useQuery(revisionsOptions);
  usePage({ title: t('shell.setupNav.revisions'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.revisions') }] });
  return (
    <PageBody>
      <PageHeader title={t('shell.setupNav.revisions')} description={t('setup.revisions.description')} />
      {isPending && <SkeletonLines count={8} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState icon={GitCommitVertical} title={t('setup.revisions.none')}>{t('setup.revisions.noneBody')}</EmptyState>}
      {data && data.length > 0 && <ol className={styles['list']}>{data.map((revision, index) => <RevisionItem key={revision.number} revision={revision} isCurrent={index === 0} />)}</ol>}
    </PageBody>
  );
}

function RevisionItem({ revision: { number, at, by, changes }, isCurrent }: { readonly revision: Revision; readonly isCurrent: boolean }) {
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
          <span className={styles['what']}>{changes[0]?.sentence ?? t('setup.revisions.first')}{changes.length > 1 && <span className={styles['more']}> {t('setup.revisions.more', { count: changes.length - 1 })}</span>}</span>
          <span className={styles['who']}>{by ? <Person name={by.name} /> : t('setup.revisions.platform')}</span>
          <time className={styles['when']} dateTime={at} title={format.dateTime(at)}>{format.relative(at)}</time>
        </summary>
        <div className={styles['changes']}>{changes.length > 0 ? <ChangeGroupList changes={changes} /> : <p>{t('setup.revisions.noChanges')}</p>}</div>
      </details>
    </li>
  );
}
