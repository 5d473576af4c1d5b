import { useQuery } from '@tanstack/react-query';
import { Check, CircleHelp, Minus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../api/index.js';
import { useFormat } from '../../../format/index.js';
import { DateTimeField, EmptyState, ErrorState, LinkButton, Notice, RecordField, SimpleTable, SkeletonLines, TextLink } from '../../../ui/index.js';
import { explanationOptions } from '../automation-queries.js';
import type { WorkflowDraft } from '../automation-types.js';
import styles from './Runs.module.css';

/** Asks about one record why the workflow ran on it, or why it did not. */
export function ExplainPanel({ workflow, isPublished }: { readonly workflow: WorkflowDraft; readonly isPublished: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [recordId, setRecordId] = useState<string | null>(null);
  const [at, setAt] = useState<string | null>(null);
  const { data, isFetching, error, refetch } = useQuery({ ...explanationOptions(workflow.name, recordId ?? '', at), enabled: recordId !== null && isPublished });
  if (!isPublished) return <EmptyState icon={CircleHelp} title={t('automation.why.unpublishedTitle')}>{t('automation.why.unpublishedBody')}</EmptyState>;
  return (
    <div className={styles['why']}>
      <p className={styles['lead']}>{t('automation.why.lead')}</p>
      <div className={styles['ask']}>
        <RecordField label={t('automation.record')} object={workflow.object} value={recordId} onChange={setRecordId} />
        <DateTimeField label={t('insight.why.at')} help={t('insight.why.atHelp')} value={at} onChange={setAt} />
      </div>
      {recordId === null && <EmptyState icon={CircleHelp} title={t('automation.why.emptyTitle')}>{t('automation.why.emptyBody')}</EmptyState>}
      {isFetching && <SkeletonLines count={4} />}
      {error && !isFetching && <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />}
      {data && recordId !== null && !isFetching && (
        <>
          <Notice tone={data.ran ? 'success' : 'info'} title={t(data.ran ? 'automation.why.ran' : 'automation.why.notRan')} isAnnounced
            actions={data.run && <LinkButton size="small" href={`/setup/runs/${data.run.id}`}>{t('automation.why.openRun')}</LinkButton>}>
            <p>{data.verdict}</p>
          </Notice>
          {data.facts.length > 0 && (
            <SimpleTable label={t('automation.why.facts')} rows={data.facts} rowKey={({ label }) => label}
              columns={[
                { id: 'fact', header: t('automation.why.fact'), render: ({ label }) => label },
                { id: 'value', header: t('automation.condition.value'), render: ({ value }) => value },
                { id: 'holds', header: t('automation.why.holds'), align: 'end', render: ({ holds }) => <Holds holds={holds} /> },
              ]} />
          )}
          <p className={styles['muted']}>
            {data.dueAt && t('automation.why.due', { time: format.dateTime(data.dueAt) })} <TextLink href={`/app/${encodeURIComponent(workflow.object)}/${recordId}`}>{t('automation.run.openRecord')}</TextLink>
          </p>
        </>
      )}
    </div>
  );
}

function Holds({ holds }: { readonly holds: boolean | null }) {
  const { t } = useTranslation();
  if (holds === null) return <Minus size={15} aria-hidden className={styles['muted']} />;
  const Icon = holds ? Check : X;
  return <Icon size={15} role="img" aria-label={t(holds ? 'ui.yes' : 'ui.no')} className={styles[holds ? 'holds' : 'fails']} />;
}
