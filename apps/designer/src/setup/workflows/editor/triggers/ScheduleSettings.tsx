import { readCronPattern, writeCronPattern, type CronPattern } from '@guanxi/workflow/designer';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { metadataRequest } from '../../../../api/index.js';
import { ComboBox, Field, Notice, SegmentedControl, TextField } from '../../../../ui/index.js';
import { automationKey } from '../../automation-queries.js';
import { PatternFields } from './PatternFields.js';
import { errorAt, type TriggerSettingsProps } from './trigger-settings.js';
import styles from '../Inspector.module.css';

interface ScheduleTimes { readonly times: readonly string[]; readonly timeZone: string; readonly problem: string | null }

const scheduleTimesOptions = (cron: string, timeZone: string | undefined) => queryOptions({
  queryKey: [...automationKey, 'schedule-times', cron, timeZone],
  queryFn: async ({ signal }) => (await metadataRequest<{ scheduleTimes: ScheduleTimes }>('query ($cron: String!, $timeZone: String) { scheduleTimes(cron: $cron, timeZone: $timeZone, first: 5) { times timeZone problem } }', { cron, timeZone: timeZone ?? null }, signal)).scheduleTimes,
  staleTime: 60_000, placeholderData: keepPreviousData, retry: false,
});

const zones = Intl.supportedValuesOf('timeZone');

/** When the clock runs it: as people say it, or as the five fields of a cron schedule; with the next times. */
export function ScheduleSettings({ settings: { cron, timeZone }, problems, onChange }: TriggerSettingsProps<'schedule'>) {
  const { t, i18n } = useTranslation();
  const pattern = readCronPattern(cron);
  const [wish, setWish] = useState<'simple' | 'cron'>('simple');
  const mode = pattern ? wish : 'cron';
  const { data } = useQuery(scheduleTimesOptions(cron, timeZone));
  const put = (next: string, zone = timeZone) => onChange({ cron: next, ...(zone !== undefined && { timeZone: zone }) });
  const shown = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'full', timeStyle: 'short', timeZone: data?.timeZone ?? 'UTC' });
  return (
    <>
      <div><SegmentedControl label={t('flow.schedule.mode')} value={mode} onChange={(next) => { if (next === 'simple' && !pattern) put('0 9 * * *'); setWish(next); }} segments={[{ value: 'simple', label: t('flow.schedule.simple') }, { value: 'cron', label: t('flow.schedule.cron') }]} /></div>
      {mode === 'simple' && pattern
        ? <PatternFields pattern={pattern} onChange={(next: CronPattern) => put(writeCronPattern(next))} />
        : <TextField label={t('flow.schedule.cron')} help={t('flow.schedule.cronHelp')} value={cron} maxLength={200} isRequired error={errorAt(problems, '/cron') ?? data?.problem ?? null} onChange={(next) => put(next)} />}
      <ComboBox label={t('flow.schedule.timeZone')} value={timeZone ?? null} placeholder={t('flow.schedule.orgZone', { zone: data?.timeZone ?? '' })} choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))} error={errorAt(problems, '/timeZone') ?? null}
        onChange={(zone) => onChange({ cron, ...(zone !== null && { timeZone: zone }) })} />
      {data && data.times.length > 0 && (
        <Field label={t('flow.schedule.next', { zone: data.timeZone })}>
          <ol className={styles['times']}>{data.times.map((time) => <li key={time}><time dateTime={time}>{shown.format(new Date(time))}</time></li>)}</ol>
        </Field>
      )}
      <Notice>{t('flow.schedule.set')}</Notice>
    </>
  );
}
