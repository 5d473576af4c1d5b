import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { Button, Dialog, hasModKey, Kbd, Notice, showToast, TextArea } from '../../ui/index.js';
import { decideApproval, recallApproval, type Approval } from './people-queries.js';
import styles from './Approvals.module.css';

export type Deciding = 'APPROVE' | 'REJECT' | 'RECALL';

interface DecideDialogProps {
  readonly approval: Approval;
  readonly deciding: Deciding;
  readonly onClose: () => void;
}

/** A last word before a decision, which nobody can take back. */
export function DecideDialog({ approval, deciding, onClose }: DecideDialogProps) {
  const { t } = useTranslation();
  const [comment, setComment] = useState('');
  const [isPending, setPending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const { title } = approval;
  const send = async () => {
    if (isPending) return;
    setPending(true);
    setFault(null);
    try {
      await (deciding === 'RECALL' ? recallApproval(approval.id, comment) : decideApproval(approval.id, deciding, comment));
      showToast({ tone: 'success', message: t(`people.decide.${deciding}.done`, { title }) });
      onClose();
    } catch (cause) {
      setFault(cause instanceof ApiError ? cause.message : String(cause));
      setPending(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !hasModKey(event) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  return (
    <Dialog isOpen onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} size="small" title={t(`people.decide.${deciding}.title`, { title })}
      {...(approval.inPlaceOf && deciding !== 'RECALL' && { description: t('people.youStandIn', { name: approval.inPlaceOf.name }) })}
      footer={(
        <>
          <span className={styles['keys']}><Kbd keys="mod+enter" /></span>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant={deciding === 'APPROVE' ? 'primary' : 'danger'} isPending={isPending} onPress={() => void send()}>{t(`people.decide.${deciding}.button`)}</Button>
        </>
      )}>
      <div className={styles['dialog']} onKeyDown={onKeyDown}>
        {fault !== null && <Notice tone="danger">{fault}</Notice>}
        <TextArea label={t('people.comment')} help={t('people.commentHelp')} value={comment} onChange={setComment} maxLength={4000} autoFocus />
      </div>
    </Dialog>
  );
}
