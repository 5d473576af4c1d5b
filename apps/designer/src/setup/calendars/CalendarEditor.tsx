import { weekdays, type BusinessCalendarDocument } from '@guanxi/metadata';
import { useNavigate } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { PageBody } from '../../shell/index.js';
import { AlertDialog, Button, ComboBox, ErrorSummary, IconButton, PageHeader, showToast, useShortcut } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { StateBadge } from '../documents/StateBadge.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { useDraftUndo } from '../documents/use-draft-undo.js';
import { sayProblem } from '../form/match-problems.js';
import { TranslatedText } from '../form/TranslatedText.js';
import { useLeaveGuard } from '../form/use-leave-guard.js';
import { readCalendarDraft, readHours, writeCalendar, type CalendarDraft } from './calendar-draft.js';
import { HolidayList } from './HolidayList.js';
import { MonthPreview } from './MonthPreview.js';
import { WeekHours } from './WeekHours.js';
import styles from './Calendars.module.css';

const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));

/** The hours of a week, the days that are otherwise, and what a month comes to. */
export function CalendarEditor({ stated }: { readonly stated: StatedDocument<BusinessCalendarDocument> }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { document: saved } = stated;
  const [initial, setInitial] = useState<CalendarDraft>(() => readCalendarDraft(saved));
  const [draft, setDraft] = useState(initial);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isRemoving, setRemoving] = useState(false);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const { undo } = useDraftUndo();
  const isDirty = draft !== initial;
  const guard = useLeaveGuard(isDirty);
  const set = (changes: Partial<CalendarDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const isReadable = [...weekdays.map((day) => draft.week[day]), ...draft.holidays.map(({ hours }) => hours)].every((hours) => readHours(hours) !== undefined);

  const attempt = async (edit: Parameters<typeof save>[0]): Promise<boolean> => {
    const found = await save(edit).catch((error: Error): readonly Problem[] => [{ path: '', code: 'failed', message: error.message }]);
    setProblems(found);
    return found.length === 0;
  };
  const submit = async () => {
    if (!isDirty || !isReadable || !await attempt({ documents: [writeCalendar(draft, saved)] })) return;
    setInitial(draft);
    showToast({ message: t('calendars.saved', { name: draft.label.text }), tone: 'success', onUndo: undo });
  };
  const remove = async () => {
    const isDone = await attempt({ remove: [{ kind: 'business-calendar', name: saved.name }] });
    setRemoving(false);
    if (!isDone) return;
    setDraft(initial);
    showToast({ message: t('setup.remove.done', { name: draft.label.text }), tone: 'success', onUndo: undo });
    void navigate({ to: '/setup/calendars' });
  };
  useShortcut({ keys: 'mod+s', label: t('ui.save'), section: t('shell.setup'), worksWhileTyping: true, run: () => void submit() });

  return (
    <PageBody>
      <div className={styles['page']}>
        <PageHeader title={draft.label.text || saved.name} badges={<StateBadge state={stated.state} />} description={t('calendars.editorBody')} actions={(
          <>
            <IconButton icon={Trash2} label={t('calendars.remove')} onPress={() => setRemoving(true)} />
            <Button variant="primary" isDisabled={!isDirty || !isReadable} isPending={isPending} onPress={() => void submit()}>{t('ui.save')}</Button>
          </>
        )} />
        {problems.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={problems.map((problem) => ({ message: sayProblem(problem) }))} />}
        <div className={styles['columns']}>
          <div className={styles['main']}>
            <div className={styles['settings']}>
              <TranslatedText label={t('setup.field.label')} isRequired value={draft.label} onChange={(label) => set({ label })} />
              <ComboBox label={t('calendars.zone')} choices={zones} value={draft.timeZone} onChange={(timeZone) => set({ timeZone })} placeholder={t('calendars.orgZone')} />
            </div>
            <WeekHours week={draft.week} onChange={(week) => set({ week })} />
            <HolidayList holidays={draft.holidays} onChange={(holidays) => set({ holidays })} />
          </div>
          <MonthPreview draft={draft} />
        </div>
      </div>
      <AlertDialog isOpen={isRemoving} onOpenChange={setRemoving} title={t('calendars.removeTitle', { name: draft.label.text })} confirmLabel={t('calendars.remove')} isPending={isPending} onConfirm={() => void remove()}>{t('calendars.removeBody')}</AlertDialog>
      {guard}
    </PageBody>
  );
}
