import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Check, Download, Eraser, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Button, ErrorState, LinkButton, Notice, PageHeader, SkeletonLines } from '../../ui/index.js';
import { Certificate } from './Certificate.js';
import { CloseDialog } from './CloseDialog.js';
import { DueBadge } from './DueBadge.js';
import { EraseDialog } from './EraseDialog.js';
import { HoldNotice } from './HoldNotice.js';
import { privacyRequestOptions, type PrivacyRequest } from './privacy-queries.js';
import { Survey } from './Survey.js';
import { useNames } from './use-names.js';
import styles from './Privacy.module.css';

/** One request: whom it is about, what is kept of them, and what was done. */
export function RequestPage() {
  const { t } = useTranslation();
  const { request: id } = useParams({ strict: false }) as { readonly request: string };
  const names = useNames();
  const { data, error, isPending, refetch } = useQuery(privacyRequestOptions(id));
  const title = data ? names.person(data) : t('shell.setupNav.privacyRequests');
  const list = { label: t('shell.setupNav.privacyRequests'), href: '/setup/privacy' };
  usePage({ title, crumbs: [{ label: t('shell.setup'), href: '/setup' }, list, ...(data ? [{ label: title }] : [])] });
  return (
    <PageBody>
      {isPending && <SkeletonLines count={6} />}
      {error && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && <OpenedRequest request={data} title={title} />}
    </PageBody>
  );
}

function OpenedRequest({ request, title }: { readonly request: PrivacyRequest; readonly title: string }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const [asked, setAsked] = useState<'erase' | 'done' | 'refuse' | null>(null);
  const isOpen = request.status === 'OPEN';
  const isErased = request.kind === 'ERASURE' && request.status === 'DONE';
  const copy = `/privacy/requests/${request.id}/copy.zip?language=${encodeURIComponent(i18n.language)}`;
  const facts = [
    [t('privacy.asks'), t(`privacy.kind.${request.kind}`)],
    [t('privacy.object'), names.object(request.object)],
    [t('privacy.received'), format.date(request.receivedOn)],
    [t('privacy.openedBy'), request.openedBy?.name ?? '–'],
    ...(request.closedAt === null ? [] : [[t('privacy.closedBy'), `${request.closedBy?.name ?? '–'} · ${format.dateTime(request.closedAt)}`]]),
  ] as const;
  return (
    <>
      <PageHeader title={title} badges={<DueBadge request={request} />} actions={(
        <>
          {isOpen && <Button onPress={() => setAsked('refuse')}>{t('privacy.refuse')}</Button>}
          {isOpen && request.kind === 'ACCESS' && <Button icon={Check} isDisabled={request.exports === 0} onPress={() => setAsked('done')}>{t('privacy.markDone')}</Button>}
          {!isErased && <LinkButton href={copy} icon={Download} variant={request.kind === 'ACCESS' && isOpen ? 'primary' : 'secondary'} download>{t('privacy.copy')}</LinkButton>}
          {isOpen && request.kind === 'ERASURE' && <Button variant="danger" icon={Eraser} onPress={() => setAsked('erase')}>{t('privacy.erase')}</Button>}
          {!isOpen && <Button icon={Printer} onPress={() => window.print()}>{t('privacy.print')}</Button>}
        </>
      )} />
      <dl className={styles['facts']}>{facts.map(([term, value]) => <div key={term}><dt>{term}</dt><dd>{value}</dd></div>)}</dl>
      {isOpen && request.kind === 'ERASURE' && <section className={styles['section']}><HoldNotice recordId={request.recordId} /></section>}
      {request.refusal !== null && <section className={styles['section']}><Notice tone="warning" title={t('privacy.refusedBecause')}>{request.refusal}</Notice></section>}
      {!isOpen && <Certificate request={request} />}
      {!isErased && <Survey request={request} />}
      {asked === 'erase' && <EraseDialog request={request} onClose={() => setAsked(null)} />}
      {(asked === 'done' || asked === 'refuse') && <CloseDialog request={request} isRefused={asked === 'refuse'} onClose={() => setAsked(null)} />}
    </>
  );
}
