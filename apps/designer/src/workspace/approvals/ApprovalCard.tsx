import { ChevronRight, HandHelping, Lock, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Button, PlainButton, showToast } from '../../ui/index.js';
import { afterWrite } from '../records/save-record.js';
import { ApprovalButtons, StatusBadge } from './ApprovalDetail.js';
import { ApprovalLevels } from './ApprovalLevels.js';
import { takeRecord, useRecordApprovals, useRecordWaiting, type Approval } from './people-queries.js';
import styles from './Approvals.module.css';

/** On the page of a record: the approval that is open, or the last one; and the queue that it waits in. Draws nothing where there is neither. */
export function ApprovalCard({ object, recordId }: { readonly object: string; readonly recordId: string }) {
  const { data: approvals = [] } = useRecordApprovals(object, recordId);
  const open = approvals.filter(({ status }) => status === 'OPEN');
  const shown = open.length > 0 ? open : approvals.slice(0, 1);
  return (
    <>
      <WaitingStrip object={object} recordId={recordId} />
      {shown.map((approval) => <Card key={approval.id} approval={approval} />)}
    </>
  );
}

function Card({ approval }: { readonly approval: Approval }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isOpen = approval.status === 'OPEN';
  const [isUnfolded, setUnfolded] = useState(isOpen);
  const next = (approval.levels[approval.level]?.seats ?? []).filter(({ decision }) => decision === null).map(({ queue, people }) => queue ?? people.map(({ name }) => name).join(t('people.and')));
  return (
    <section className={styles['card']} aria-label={approval.title} data-approval={approval.status}>
      <div className={styles['cardHead']}>
        <PlainButton className={styles['fold'] ?? ''} label={t(isUnfolded ? 'people.fold' : 'people.unfold')} onPress={() => setUnfolded(!isUnfolded)}><ChevronRight size={14} aria-hidden data-open={isUnfolded} /></PlainButton>
        <ShieldCheck size={15} aria-hidden />
        <strong className={styles['cardTitle']}>{approval.title}</strong>
        <StatusBadge status={approval.status} />
        <span className={styles['cardNext']}>{isOpen ? t('people.next', { names: next.join(t('people.and')) }) : approval.closedAt && format.relative(approval.closedAt)}</span>
        {isOpen && approval.locks && <span className={styles['lockSign']} title={t('people.locked')}><Lock size={13} aria-label={t('people.locked')} /></span>}
      </div>
      {isUnfolded && <div className={styles['cardBody']}><ApprovalLevels approval={approval} /><ApprovalButtons approval={approval} /></div>}
    </section>
  );
}

function WaitingStrip({ object, recordId }: { readonly object: string; readonly recordId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: waiting } = useRecordWaiting(recordId);
  if (!waiting) return null;
  const take = () => {
    void takeRecord(recordId).then(() => {
      afterWrite(object, recordId);
      showToast({ tone: 'success', message: t('people.queue.taken', { name: waiting.recordName }) });
    }, (cause: unknown) => showToast({ tone: 'danger', message: cause instanceof ApiError ? cause.message : String(cause) }));
  };
  return (
    <section className={styles['strip']}>
      <HandHelping size={15} aria-hidden />
      <span>{t('people.queue.waits', { queue: waiting.queue, when: format.relative(waiting.since) })}</span>
      <Button size="small" onPress={take}>{t('people.queue.take')}</Button>
    </section>
  );
}
