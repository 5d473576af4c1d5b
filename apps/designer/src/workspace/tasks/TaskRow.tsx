import { Check, CalendarDays } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceDescription } from '@guanxi/metadata';
import { useFormat } from '../../format/index.js';
import { Avatar, Button, classNames, DateField, ObjectGlyph, PlainButton, Popover, RecordField, TextLink, Tooltip } from '../../ui/index.js';
import { CellValue, recordNameIn, valueIn } from '../records/FieldValue.js';
import { recordHref } from '../records/record-href.js';
import { recordName } from '../records/record-name.js';
import type { RecordRow } from '../records/record-row.js';
import { useDisplay } from '../records/use-display.js';
import { laterDays, type DueGroup } from './due-groups.js';
import type { TaskKind } from './task-kind.js';
import type { TaskHands } from './use-tasks.js';
import styles from './Tasks.module.css';

/** What is open beside a task: its day, or whose it is. */
export type OpenPart = 'due' | 'assign';

interface TaskRowProps {
  readonly workspace: WorkspaceDescription;
  readonly kind: TaskKind;
  readonly row: RecordRow;
  readonly group: DueGroup;
  readonly today: string;
  readonly mayEdit: boolean;
  readonly open: OpenPart | null;
  readonly onOpen: (part: OpenPart | null) => void;
  readonly hands: TaskHands;
}

export function TaskRow({ workspace, kind, row, group, today, mayEdit, open, onOpen, hands }: TaskRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const display = useDisplay();
  const { object, due, about, marks, status } = kind;
  const name = recordName(object, row);
  const day = valueIn(row, due) as string | null;
  const dayText = day === null ? t('tasks.noDay') : dayWords(day, today, format);
  const target = workspace.objects.find((candidate) => candidate.name === about?.target);
  const aboutId = about && valueIn(row, about);
  const owner = row['owner'] as { readonly id: string; readonly name?: string } | null | undefined;
  const ownerName = owner?.name ?? t('tasks.nobody');
  return (
    <li className={styles['row']} data-task={row.id} tabIndex={0} aria-label={name}>
      {status && <Tooltip content={t('tasks.complete')} shortcut="space"><PlainButton className={styles['check'] ?? ''} label={t('tasks.completeOne', { name })} isDisabled={!mayEdit} onPress={() => hands.complete(row)}><Check size={12} strokeWidth={3} aria-hidden /></PlainButton></Tooltip>}
      <span className={styles['name']}><TextLink isPlain href={recordHref(object.name, row.id)}>{name}</TextLink></span>
      <span className={styles['facts']}>
        {about && typeof aboutId === 'string' && (
          <span className={styles['about']}>{target && <ObjectGlyph icon={target.icon} hue={target.color} name={target.name} size="small" />}<TextLink isPlain href={recordHref(about.target ?? '', aboutId)}>{recordNameIn(row, about) ?? aboutId}</TextLink></span>
        )}
        {marks.map((field) => <span key={field.name} className={styles['mark']}><CellValue field={field} row={row} display={display} /></span>)}
      </span>
      <Popover label={t('tasks.due')} placement="bottom end" isOpen={open === 'due'} onOpenChange={(isOpen) => onOpen(isOpen ? 'due' : null)} trigger={(
        <PlainButton className={classNames(styles['due'], styles[group])} isDisabled={!mayEdit} label={t('tasks.dueOf', { name, day: dayText })}><CalendarDays size={13} aria-hidden />{dayText}</PlainButton>
      )}>
        {(close) => (
          <div className={styles['panel']}>
            <div className={styles['days']}>{laterDays(today).map(({ day: word, date }) => <Button key={word} size="small" onPress={() => { close(); hands.putOff(row, date); }}>{t(`tasks.days.${word}`)}</Button>)}</div>
            <DateField label={t('tasks.due')} value={day} onChange={(date) => { if (date === null || date >= '1900-01-01') hands.putOff(row, date); }} />
          </div>
        )}
      </Popover>
      <Popover label={t('tasks.assign')} placement="bottom end" isOpen={open === 'assign'} onOpenChange={(isOpen) => onOpen(isOpen ? 'assign' : null)} trigger={(
        <PlainButton className={styles['owner'] ?? ''} isDisabled={!mayEdit} label={t('tasks.assignOf', { name, owner: ownerName })}><Avatar name={ownerName} size="small" /></PlainButton>
      )}>
        {(close) => <div className={styles['panel']}><RecordField label={t('tasks.assign')} object="User" autoFocus startsOpen value={null} onChange={() => undefined} onFind={({ id, name: found }) => { close(); hands.assign(row, { id, name: found }); }} /></div>}
      </Popover>
    </li>
  );
}

/** Days near today by their names, others by their dates. */
function dayWords(day: string, today: string, format: ReturnType<typeof useFormat>): string {
  const away = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  if (Math.abs(away) > 6) return format.date(day);
  return new Intl.RelativeTimeFormat(format.locale, { numeric: 'auto' }).format(away, 'day');
}
