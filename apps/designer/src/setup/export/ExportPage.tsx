import { useQuery } from '@tanstack/react-query';
import { CalendarClock, Ellipsis, FileDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Badge, Button, EmptyState, ErrorState, FormSection, IconButton, Menu, PageHeader, showToast, SimpleTable, SkeletonLines } from '../../ui/index.js';
import { exportsOptions } from '../../workspace/export/export-queries.js';
import { ExportTable } from '../../workspace/export/ExportTable.js';
import { OutSheet } from './OutSheet.js';
import { RestoreSheet } from './RestoreSheet.js';
import { schedulesOptions, useRemoveSchedule, useSaveSchedule, type ExportSchedule } from './schedule-queries.js';

/** Everything out, some of it out, and everything in again. */
export function ExportPage() {
  const { t } = useTranslation();
  const { data, isPending, error, refetch } = useQuery(exportsOptions(true));
  const { data: schedules } = useQuery(schedulesOptions);
  const [open, setOpen] = useState<{ readonly schedule: ExportSchedule | null; readonly isScheduled: boolean } | null>(null);
  const [isRestoring, setRestoring] = useState(false);
  usePage({ title: t('shell.setupNav.export'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.export') }] });
  const start = <Button variant="primary" onPress={() => setOpen({ schedule: null, isScheduled: false })}>{t('exporting.out')}</Button>;
  const plan = <Button icon={CalendarClock} onPress={() => setOpen({ schedule: null, isScheduled: true })}>{t('exporting.newSchedule')}</Button>;
  return (
    <PageBody>
      <PageHeader title={t('shell.setupNav.export')} description={t('exporting.pageBody')} actions={<><Button onPress={() => setRestoring(true)}>{t('exporting.restore.more')}</Button>{plan}{start}</>} />
      {schedules && schedules.length > 0 && (
        <FormSection title={t('exporting.schedules')}>
          <Schedules schedules={schedules} onOpen={(schedule) => setOpen({ schedule, isScheduled: true })} />
        </FormSection>
      )}
      <FormSection title={t('exporting.files')}>
        {isPending && <SkeletonLines count={4} />}
        {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
        {data?.length === 0 && <EmptyState icon={FileDown} title={t('exporting.none')} actions={start}>{t('exporting.noneSetup')}</EmptyState>}
        {data && data.length > 0 && <ExportTable exports={data} isOfAll />}
      </FormSection>
      {open && <OutSheet key={open.schedule?.id ?? 'new'} schedule={open.schedule} startsScheduled={open.isScheduled} onClose={() => setOpen(null)} />}
      {isRestoring && <RestoreSheet onClose={() => setRestoring(false)} />}
    </PageBody>
  );
}

function Schedules({ schedules, onOpen }: { readonly schedules: readonly ExportSchedule[]; readonly onOpen: (schedule: ExportSchedule) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const save = useSaveSchedule();
  const remove = useRemoveSchedule();
  const onError = (failure: Error) => showToast({ tone: 'danger', message: failure.message });
  const turn = ({ id, title, cron, timeZone, active, kind, objects, format: written, rowsPerFile, withPasswords }: ExportSchedule) => save.mutate(
    { id, input: { title, cron, timeZone, active: !active, ...(kind === 'ORG' ? { org: { objects, format: written ?? 'XLSX', rowsPerFile: rowsPerFile ?? 1_000_000 } } : { withPasswords }) } }, { onError },
  );
  return (
    <SimpleTable label={t('exporting.schedules')} rows={schedules} rowKey={({ id }) => id} onOpenRow={onOpen} isRowMuted={({ active }) => !active} columns={[
      { id: 'title', header: t('exporting.scheduleName'), render: (schedule) => <Button variant="quiet" size="small" onPress={() => onOpen(schedule)}>{schedule.title}</Button> },
      { id: 'what', header: t('exporting.what'), render: ({ kind, objects }) => (kind === 'BACKUP' ? t('exporting.kinds.BACKUP') : t('exporting.objectCount', { count: objects.length })) },
      { id: 'next', header: t('exporting.next'), render: ({ active, nextAt }) => (active ? <span title={format.dateTime(nextAt)}>{format.relative(nextAt)}</span> : <Badge>{t('exporting.paused')}</Badge>) },
      { id: 'last', header: t('exporting.last'), render: ({ lastAt }) => (lastAt === null ? '–' : format.dateTime(lastAt)) },
      { id: 'acts', header: '', align: 'end', render: (schedule) => (
        <Menu label={t('exporting.scheduleActions', { name: schedule.title })} placement="bottom end" trigger={<IconButton icon={Ellipsis} label={t('exporting.scheduleActions', { name: schedule.title })} />} groups={[
          { id: 'work', items: [{ id: 'turn', label: t(schedule.active ? 'exporting.pause' : 'exporting.resume'), onAction: () => turn(schedule) }] },
          { id: 'remove', items: [{ id: 'remove', label: t('ui.delete'), tone: 'danger', onAction: () => remove.mutate(schedule.id, { onError }) }] },
        ]} />
      ) },
    ]} />
  );
}
