import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Button, DateField, Dialog, IconButton, Notice, RecordField, showToast } from '../../ui/index.js';
import { removeAbsence, setAbsence, useAbsences } from './people-queries.js';
import styles from './Approvals.module.css';

/** When this person is away, and who decides and answers in their place. */
export function AbsenceDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: absences = [] } = useAbsences(true);
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [delegate, setDelegate] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const attempt = async (work: Promise<void>, done: string) => {
    setFault(null);
    try {
      await work;
      showToast({ tone: 'success', message: done });
      return true;
    } catch (cause) {
      setFault(cause instanceof ApiError ? cause.message : String(cause));
      return false;
    }
  };
  const add = async () => {
    if (from === null || to === null || !(await attempt(setAbsence({ from, to, delegate }), t('people.away.saved')))) return;
    setFrom(null);
    setTo(null);
    setDelegate(null);
  };
  return (
    <Dialog isOpen onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} size="small" title={t('people.away.title')} description={t('people.away.body')}
      footer={<><Button onPress={onClose}>{t('ui.close')}</Button><Button variant="primary" isDisabled={from === null || to === null} onPress={() => void add()}>{t('people.away.add')}</Button></>}>
      <div className={styles['dialog']}>
        {fault !== null && <Notice tone="danger">{fault}</Notice>}
        {absences.length > 0 && (
          <ul className={styles['absences']}>
            {absences.map((absence) => (
              <li key={absence.id} className={styles['absence']}>
                <span>{format.date(absence.from)} – {format.date(absence.to)}</span>
                <span className={styles['itemAbout']}>{absence.delegate?.name ?? t('people.away.nobody')}</span>
                <IconButton size="small" icon={Trash2} label={t('people.away.remove')} onPress={() => void attempt(removeAbsence(absence.id), t('people.away.removed'))} />
              </li>
            ))}
          </ul>
        )}
        <div className={styles['days']}>
          <DateField label={t('people.away.from')} value={from} onChange={setFrom} />
          <DateField label={t('people.away.to')} value={to} onChange={setTo} />
        </div>
        <RecordField label={t('people.away.delegate')} help={t('people.away.delegateHelp')} object="User" value={delegate} onChange={setDelegate} />
      </div>
    </Dialog>
  );
}
