import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useSession, useWorkspaceQuery, type Problem } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Button, ErrorSummary, NumberField, SegmentedControl, Select, Sheet, showToast, TextField, TimeField } from '../../ui/index.js';
import { everyMorning, readCron, writeCron, type Repeat, type Rhythm } from './cron.js';
import { useSaveSchedule, useStartBackup, useStartOrgExport, type ExportSchedule } from './schedule-queries.js';
import { everything, WhatFields, type What } from './WhatFields.js';
import styles from '../../workspace/export/Export.module.css';

interface OutSheetProps {
  /** The schedule that is changed; null for something new. */
  readonly schedule: ExportSchedule | null;
  readonly startsScheduled: boolean;
  readonly onClose: () => void;
}

/** Everything or some objects, at once or by the calendar. */
export function OutSheet({ schedule, startsScheduled, onClose }: OutSheetProps) {
  const { t } = useTranslation();
  const { data: workspace } = useWorkspaceQuery();
  const { timeZone: ownZone } = useFormat();
  const session = useSession();
  const [what, setWhat] = useState<What>(schedule ? { ...everything, ...schedule, format: schedule.format ?? 'XLSX', rowsPerFile: schedule.rowsPerFile ?? everything.rowsPerFile } : everything);
  const [when, setWhen] = useState<'now' | 'calendar'>(schedule || startsScheduled ? 'calendar' : 'now');
  const [title, setTitle] = useState(schedule?.title ?? '');
  const [rhythm, setRhythm] = useState<Rhythm>(schedule ? readCron(schedule.cron) : everyMorning);
  const [timeZone, setTimeZone] = useState(schedule?.timeZone ?? ownZone);
  const [problems, setProblems] = useState<readonly Pick<Problem, 'path' | 'message'>[]>([]);
  const save = useSaveSchedule();
  const exporting = useStartOrgExport();
  const backup = useStartBackup();
  const isPending = save.isPending || exporting.isPending || backup.isPending;
  const isReady = (what.kind === 'BACKUP' || what.objects.length > 0) && (when === 'now' || title.trim() !== '');

  const submit = async () => {
    const org = { objects: what.objects, format: what.format, rowsPerFile: what.rowsPerFile };
    try {
      if (when === 'calendar') {
        const input = { title, cron: writeCron(rhythm), timeZone, active: schedule?.active ?? true, ...(what.kind === 'ORG' ? { org } : { withPasswords: what.withPasswords }) };
        await save.mutateAsync({ input, ...(schedule && { id: schedule.id }) });
        showToast({ tone: 'success', message: t('exporting.scheduleSaved', { name: title }) });
      } else {
        if (what.kind === 'ORG') await exporting.mutateAsync(org);
        else await backup.mutateAsync(what.withPasswords);
        showToast({ message: t('exporting.later'), description: t('exporting.laterBody') });
      }
      onClose();
    } catch (failure) {
      setProblems(failure instanceof ApiError && failure.problems.length > 0 ? failure.problems : [{ path: '', message: failure instanceof Error ? failure.message : String(failure) }]);
    }
  };
  const errorAt = (path: string) => problems.find((problem) => problem.path === path)?.message;
  const change = (part: Partial<Rhythm>) => setRhythm((before) => ({ ...before, ...part }));
  return (
    <Sheet isOpen onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={schedule ? schedule.title : t('exporting.out')} description={t('exporting.outBody', { org: session.org.name })}
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} isDisabled={!isReady} onPress={() => void submit()}>{t(when === 'calendar' ? 'exporting.saveSchedule' : what.kind === 'ORG' ? 'exporting.export' : 'exporting.backUp')}</Button></>}>
      <form className={styles['form']} noValidate onSubmit={(event) => { event.preventDefault(); if (isReady) void submit(); }}>
        {problems.length > 0 && <ErrorSummary title={t('exporting.refused')} entries={problems} />}
        <WhatFields workspace={workspace} what={what} onChange={setWhat} />
        {!schedule && <SegmentedControl label={t('exporting.when')} value={when} onChange={setWhen} segments={[{ value: 'now', label: t('exporting.now') }, { value: 'calendar', label: t('exporting.calendar') }]} />}
        {when === 'calendar' && (
          <>
            <TextField label={t('exporting.scheduleName')} isRequired maxLength={80} value={title} onChange={setTitle} error={errorAt('/title')} placeholder={t('exporting.scheduleExample')} />
            <Select label={t('exporting.repeat')} value={rhythm.repeat} onChange={(repeat) => change({ repeat: repeat as Repeat, cron: writeCron(rhythm) })}
              choices={(['day', 'week', 'month', 'other'] as const).map((value) => ({ value, label: t(`exporting.repeats.${value}`) }))} />
            {rhythm.repeat === 'week' && (
              <Select label={t('exporting.weekday')} value={String(rhythm.weekday)} onChange={(weekday) => change({ weekday: Number(weekday) })}
                choices={[1, 2, 3, 4, 5, 6, 0].map((day) => ({ value: String(day), label: weekdayName(day, session.user.locale) }))} />
            )}
            {rhythm.repeat === 'month' && <NumberField label={t('exporting.day')} min={1} max={28} value={rhythm.day} onChange={(day) => change({ day: day ?? 1 })} />}
            {rhythm.repeat === 'other'
              ? <TextField label={t('exporting.cron')} isCode value={rhythm.cron} onChange={(cron) => change({ cron })} help={t('exporting.cronBody')} error={errorAt('/cron')} />
              : <TimeField label={t('exporting.time')} value={rhythm.time} onChange={(time) => change({ time: time ?? everyMorning.time })} />}
            <TextField label={t('exporting.timeZone')} isCode value={timeZone} onChange={setTimeZone} error={errorAt('/timeZone')} />
            <p className={styles['muted']}>{t('exporting.delivery')}</p>
          </>
        )}
      </form>
    </Sheet>
  );
}

/** 1970-01-04 was a Sunday. */
function weekdayName(day: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(1970, 0, 4 + day)));
}
