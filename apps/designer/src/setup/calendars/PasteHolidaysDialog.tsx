import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Button, Dialog, ErrorSummary, TextArea } from '../../ui/index.js';
import { readHolidayLines, sortHolidays, type HolidayDraft } from './calendar-draft.js';
import formStyles from '../form/Form.module.css';

interface PasteHolidaysDialogProps {
  readonly holidays: readonly HolidayDraft[];
  readonly onAdd: (holidays: readonly HolidayDraft[]) => void;
  readonly onClose: () => void;
}

/** Many holidays at once; dates that are there already get the pasted name. */
export function PasteHolidaysDialog({ holidays, onAdd, onClose }: PasteHolidaysDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [text, setText] = useState('');
  const { holidays: found, wrong } = readHolidayLines(text);
  const add = () => {
    const known = new Map(holidays.map((holiday) => [holiday.date, holiday]));
    for (const holiday of found) known.set(holiday.date, { ...known.get(holiday.date), ...holiday });
    onAdd(sortHolidays([...known.values()]));
    onClose();
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('calendars.pasteTitle')} footer={(
      <>
        <Button onPress={onClose}>{t('ui.cancel')}</Button>
        <Button variant="primary" isDisabled={found.length === 0} onPress={add}>{t('calendars.pasteAdd', { count: found.length, number: format.number(found.length) })}</Button>
      </>
    )}>
      <div className={formStyles['stack']}>
        <TextArea label={t('calendars.lines')} value={text} onChange={setText} rows={10} autoFocus placeholder={t('calendars.linesExample')} help={t('calendars.linesHelp')} />
        {wrong.length > 0 && <ErrorSummary title={t('calendars.wrongLines')} entries={wrong.slice(0, 5).map((line) => ({ message: line }))} />}
      </div>
    </Dialog>
  );
}
