import { CalendarOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Button } from '../../ui/index.js';
import { AbsenceDialog } from './AbsenceDialog.js';
import { useAbsences } from './people-queries.js';
import styles from './Approvals.module.css';

/** Says when this person is away next, and who decides meanwhile. */
export function AwayNotice() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: [next] = [] } = useAbsences(true);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles['away']}>
      <CalendarOff size={14} aria-hidden />
      <span>{next ? t(next.delegate ? 'people.away.with' : 'people.away.alone', { from: format.date(next.from), to: format.date(next.to), name: next.delegate?.name ?? '' }) : t('people.away.never')}</span>
      <Button variant="quiet" size="small" onPress={() => setOpen(true)}>{t('people.away.change')}</Button>
      {isOpen && <AbsenceDialog onClose={() => setOpen(false)} />}
    </div>
  );
}
