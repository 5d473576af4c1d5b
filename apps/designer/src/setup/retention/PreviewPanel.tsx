import type { RetentionRuleDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Badge, Notice, SimpleTable, SkeletonLines, TextLink } from '../../ui/index.js';
import { recordHref } from '../../workspace/records/record-href.js';
import { MonthBars } from './MonthBars.js';
import { retentionPreviewOptions, type RetentionPreview } from './retention-queries.js';
import { useKeptSentence } from './use-kept-sentence.js';
import styles from './Retention.module.css';

/** Milliseconds that nothing is typed before records are counted. */
const PAUSE = 500;

/** What a rule would do as it stands, on the records that there are. */
export function PreviewPanel({ rule }: { readonly rule: RetentionRuleDocument | null }) {
  const { t } = useTranslation();
  const asked = rule === null ? null : JSON.stringify(rule);
  const [settled, setSettled] = useState(asked);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(asked), PAUSE);
    return () => clearTimeout(timer);
  }, [asked]);
  const { data, error, isFetching } = useQuery(retentionPreviewOptions(settled));
  const refusal = error instanceof ApiError ? error.problems[0]?.message ?? error.message : error?.message;
  return (
    <section className={styles['preview']} aria-label={t('retention.preview.title')} aria-busy={isFetching}>
      <h3 className={styles['subheading']}>{t('retention.preview.title')}</h3>
      {asked === null && <p className={styles['quiet']}>{t('retention.preview.later')}</p>}
      {asked !== null && refusal !== undefined && <Notice tone="warning">{t('retention.preview.failed', { reason: refusal })}</Notice>}
      {asked !== null && refusal === undefined && !data && <SkeletonLines count={4} />}
      {asked !== null && refusal === undefined && data && <Told preview={data} object={rule?.object ?? ''} />}
    </section>
  );
}

function Told({ preview, object }: { readonly preview: RetentionPreview; readonly object: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const keptSentence = useKeptSentence();
  const { overdue, undated, records, kept, judged, months, sample } = preview;
  const staying = kept.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <p className={styles['sum']} role="status">
        <strong className={styles['figure']}>{format.number(overdue)}</strong>
        <span>{t('retention.preview.overdue', { count: overdue, all: format.number(records) })}</span>
      </p>
      {(staying > 0 || undated > 0) && (
        <ul className={styles['notes']}>
          {kept.map(({ reason, count }) => <li key={reason}>{keptSentence(reason, count)}</li>)}
          {staying > 0 && judged < overdue && <li>{t('retention.preview.judged', { number: format.number(judged) })}</li>}
          {undated > 0 && <li>{t('retention.preview.undated', { count: undated, number: format.number(undated) })}</li>}
        </ul>
      )}
      <MonthBars months={months} />
      {sample.length > 0 && (
        <SimpleTable label={t('retention.preview.sample')} rows={sample} rowKey={({ id }) => id} columns={[
          { id: 'name', header: t('retention.preview.sample'), render: ({ id, name }) => (name === null ? <span className={styles['quiet']}>{t('retention.unnamed')}</span> : <TextLink href={recordHref(object, id)} isExternal>{name || id.slice(0, 8)}</TextLink>) },
          { id: 'since', header: t('retention.preview.since'), width: '120px', render: ({ since }) => <span className={styles['day']}>{format.date(since)}</span> },
          { id: 'due', header: t('retention.preview.due'), width: '120px', render: ({ due }) => <span className={styles['day']}>{format.date(due)}</span> },
          { id: 'kept', header: t('retention.preview.stays'), width: '130px', render: ({ kept: reason }) => reason && <Badge tone="warning">{t(`retention.reasons.${reason}`)}</Badge> },
        ]} />
      )}
    </>
  );
}
