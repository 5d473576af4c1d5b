import { useQuery } from '@tanstack/react-query';
import { MailX, RotateCcw } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { Badge, Button, EmptyState, ErrorState, Notice, PlainButton, SearchField, Select, showToast, SimpleTable, SkeletonLines, TextLink } from '../../../ui/index.js';
import { mailCountsOptions, mailSettingsOptions, mailsOptions, mailStatuses, useRetryMails, type Mail, type MailStatus } from './mail-queries.js';
import { mailTones } from './mail-tones.js';
import { MailSheet } from './MailSheet.js';
import styles from './Mail.module.css';

/** What was written and where it is: waiting, sent, given up, or kept because there is no server. */
export function OutboxTab() {
  const { t } = useTranslation();
  const format = useFormat();
  const [status, setStatus] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const [openId, setOpenId] = useState<string | null>(null);
  const wanted = useDeferredValue(search.trim());
  const { data, isPending, error, refetch } = useQuery(mailsOptions(status as MailStatus | null, wanted));
  const { data: counts } = useQuery(mailCountsOptions);
  const { data: settings } = useQuery(mailSettingsOptions);
  const { mutate: retryAll, isPending: isRetrying } = useRetryMails();
  const stuck = (counts?.parked ?? 0) + (counts?.unsent ?? 0);
  const isFiltered = status !== null || wanted !== '';
  return (
    <section className={styles['section']} aria-label={t('mail.outbox')}>
      {settings?.server === 'NONE' && <Notice tone="warning" title={t('mail.noServer')} actions={<TextLink href="/setup/mail?tab=server">{t('mail.setServer')}</TextLink>}>{t('mail.noServerBody')}</Notice>}
      <div className={styles['tools']}>
        <div className={styles['search']}><SearchField label={t('mail.searchMails')} value={search} onChange={setSearch} /></div>
        <div className={styles['status']}><Select label={t('mail.status')} hideLabel isClearable placeholder={t('mail.everyStatus')} value={status} onChange={setStatus} choices={mailStatuses.map((value) => ({ value, label: t('mail.statusCount', { status: t(`mail.statuses.${value}`), number: format.number(counts?.[value] ?? 0) }) }))} /></div>
        {stuck > 0 && settings?.server !== 'NONE' && <Button icon={RotateCcw} isPending={isRetrying} onPress={() => retryAll(null, { onSuccess: (count) => showToast({ message: t('mail.retried', { count }), tone: 'success' }), onError: (failure) => showToast({ message: failure.message, tone: 'danger' }) })}>{t('mail.retryAll', { number: format.number(stuck) })}</Button>}
      </div>
      {isPending && <SkeletonLines count={5} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data?.length === 0 && (isFiltered
        ? <EmptyState kind="no-match" title={t('ui.noMatch')} actions={<Button onPress={() => { setStatus(null); setSearch(''); }}>{t('ui.clear')}</Button>} />
        : <EmptyState icon={MailX} title={t('mail.nothing')}>{t('mail.nothingBody')}</EmptyState>)}
      {data && data.length > 0 && (
        <SimpleTable<Mail> label={t('mail.outbox')} rows={data} rowKey={({ id }) => id} onOpenRow={({ id }) => setOpenId(id)} columns={[
          { id: 'to', header: t('mail.to'), render: ({ toName, toAddress }) => <span className={styles['named']}><span>{toName ?? toAddress}</span>{toName !== null && <span className={styles['quiet']}>{toAddress}</span>}</span> },
          { id: 'subject', header: t('mail.subject'), render: ({ id, subject, language }) => <PlainButton className={styles['link'] ?? ''} onPress={() => setOpenId(id)}><span lang={language}>{subject === '' ? t('mail.noSubject') : subject}</span></PlainButton> },
          { id: 'kind', header: t('mail.kind'), render: ({ kind }) => t(`mail.kinds.${kind}`) },
          { id: 'status', header: t('mail.status'), render: (mail) => <MailState mail={mail} /> },
          { id: 'at', header: t('mail.written'), align: 'end', render: ({ createdAt }) => <span title={format.dateTime(createdAt)}>{format.relative(createdAt)}</span> },
        ]} />
      )}
      {openId !== null && <MailSheet id={openId} onClose={() => setOpenId(null)} />}
    </section>
  );
}

function MailState({ mail: { status, attempts, nextAttemptAt, failure } }: { readonly mail: Mail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isRetrying = status === 'waiting' && attempts > 0;
  return <span title={failure ?? undefined}><Badge tone={isRetrying ? 'warning' : mailTones[status]} hasDot>{isRetrying && nextAttemptAt !== null ? t('mail.retrying', { when: format.relative(nextAttemptAt) }) : t(`mail.statuses.${status}`)}</Badge></span>;
}
