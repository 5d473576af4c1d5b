import { useQuery } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { Badge, Button, CodeText, ErrorState, SegmentedControl, Sheet, showToast, SkeletonLines, TextLink, useColourScheme } from '../../../ui/index.js';
import { MailFrame } from '../MailFrame.js';
import { mailOptions, useRetryMail } from './mail-queries.js';
import { mailTones } from './mail-tones.js';
import styles from './Mail.module.css';

/** One mail as it was written, and what the server said at each attempt. */
export function MailSheet({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const scheme = useColourScheme();
  const [shown, setShown] = useState<'html' | 'text'>('html');
  const { data: mail, isPending, error, refetch } = useQuery(mailOptions(id));
  const { mutate: retry, isPending: isRetrying } = useRetryMail();
  const canRetry = mail !== null && mail !== undefined && mail.status !== 'sent';
  return (
    <Sheet isOpen onOpenChange={onClose} size="large" title={mail?.subject ?? t('mail.mail')} description={mail ? [mail.toName, mail.toAddress].filter(Boolean).join(' · ') : ''} footer={(
      <>
        {canRetry && <Button icon={RotateCcw} isPending={isRetrying} onPress={() => retry(id, { onSuccess: () => showToast({ message: t('mail.retried', { count: 1 }), tone: 'success' }), onError: (failure) => showToast({ message: failure.message, tone: 'danger' }) })}>{t('mail.retry')}</Button>}
        <Button variant="primary" onPress={onClose}>{t('ui.close')}</Button>
      </>
    )}>
      {isPending && <SkeletonLines count={6} />}
      {error && !mail && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {mail && (
        <div className={styles['section']}>
          <dl className={styles['facts']}>
            <dt>{t('mail.status')}</dt><dd><Badge tone={mailTones[mail.status]} hasDot>{t(`mail.statuses.${mail.status}`)}</Badge></dd>
            <dt>{t('mail.written')}</dt><dd>{format.dateTime(mail.createdAt)}</dd>
            {mail.sentAt !== null && <><dt>{t('mail.sentAt')}</dt><dd>{format.dateTime(mail.sentAt)}</dd></>}
            {mail.status === 'waiting' && mail.nextAttemptAt !== null && <><dt>{t('mail.nextAttempt')}</dt><dd>{format.dateTime(mail.nextAttemptAt)}</dd></>}
            {mail.failure !== null && <><dt>{t('mail.failure')}</dt><dd className={styles['wrong']}>{mail.failure}</dd></>}
            {mail.messageId !== null && <><dt>Message-ID</dt><dd><CodeText>{mail.messageId}</CodeText></dd></>}
            {mail.template !== null && <><dt>{t('mail.template')}</dt><dd><TextLink href={`/setup/messages/${mail.template}`}>{mail.template}</TextLink></dd></>}
            {mail.runId !== null && <><dt>{t('mail.run')}</dt><dd><TextLink href={`/setup/runs/${mail.runId}`}>{t('mail.openRun')}</TextLink></dd></>}
          </dl>
          <SegmentedControl<'html' | 'text'> label={t('mail.shownAs')} value={shown} onChange={setShown} segments={[{ value: 'html', label: t('mail.asMail') }, { value: 'text', label: t('mail.asText') }]} />
          {shown === 'html' ? <div className={styles['mail']}><MailFrame html={mail.html} scheme={scheme} title={mail.subject} /></div> : <pre className={styles['plain']} lang={mail.language}>{mail.text}</pre>}
          <section aria-label={t('mail.log')}>
            <h3 className={styles['heading']}>{t('mail.log')}</h3>
            {mail.log.length === 0 && <p className={styles['quiet']}>{t('mail.noAttempts')}</p>}
            <ol className={styles['log']}>
              {mail.log.map(({ id: attempt, at, outcome, server, code, response, failure }) => (
                <li key={attempt}>
                  <Badge tone={outcome === 'sent' ? 'success' : outcome === 'parked' ? 'danger' : 'warning'}>{t(`mail.outcomes.${outcome}`)}</Badge>
                  <span className={styles['quiet']}>{format.dateTime(at)} · {server}</span>
                  <CodeText>{response ?? failure ?? String(code ?? '')}</CodeText>
                </li>
              ))}
            </ol>
          </section>
        </div>
      )}
    </Sheet>
  );
}
