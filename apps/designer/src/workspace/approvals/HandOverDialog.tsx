import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useSession } from '../../api/index.js';
import { Button, Dialog, Notice, RecordField, Select, showToast, TextArea } from '../../ui/index.js';
import { handOverApproval, type Approval } from './people-queries.js';
import styles from './Approvals.module.css';

/** Lets somebody else decide: in one's own place, or as an admin in that of whoever is asked. */
export function HandOverDialog({ approval, onClose }: { readonly approval: Approval; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const asked = (approval.levels[approval.level]?.seats ?? []).filter(({ decision }) => decision === null).flatMap(({ people }) => people);
  const own = asked.some(({ id }) => id === user.id);
  const [from, setFrom] = useState<string | null>(own ? user.id : (asked[0]?.id ?? null));
  const [to, setTo] = useState<string | null>(null);
  const [comment, setComment] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const send = async () => {
    if (to === null) return;
    try {
      await handOverApproval(approval.id, to, from === user.id ? null : from, comment);
      showToast({ tone: 'success', message: t('people.handOver.done', { title: approval.title }) });
      onClose();
    } catch (cause) {
      setFault(cause instanceof ApiError ? cause.message : String(cause));
    }
  };
  return (
    <Dialog isOpen onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} size="small" title={t('people.handOver.title', { title: approval.title })}
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isDisabled={to === null} onPress={() => void send()}>{t('people.handOver.button')}</Button></>}>
      <div className={styles['dialog']}>
        {fault !== null && <Notice tone="danger">{fault}</Notice>}
        {!own && <Select label={t('people.handOver.from')} value={from} onChange={setFrom} choices={asked.map(({ id, name }) => ({ value: id, label: name }))} />}
        <RecordField label={t('people.handOver.to')} object="User" value={to} onChange={setTo} isRequired />
        <TextArea label={t('people.comment')} value={comment} onChange={setComment} maxLength={4000} />
      </div>
    </Dialog>
  );
}
