import type { WorkspaceDescription } from '@guanxi/metadata';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/index.js';
import { classNames, CountBadge } from '../../ui/index.js';
import { useItemKeys } from '../bin/use-item-keys.js';
import { valueIn } from '../records/FieldValue.js';
import { mayEdit } from '../records/record-rights.js';
import type { RecordRow } from '../records/record-row.js';
import { dueGroupOf, dueGroups } from './due-groups.js';
import type { TaskKind } from './task-kind.js';
import { TaskRow, type OpenPart } from './TaskRow.js';
import { useTaskKeys } from './use-task-keys.js';
import { useTaskHands } from './use-tasks.js';
import styles from './Tasks.module.css';

interface TaskGroupsProps {
  readonly workspace: WorkspaceDescription;
  readonly kind: TaskKind;
  readonly rows: readonly RecordRow[];
  /** `YYYY-MM-DD` where the person is. */
  readonly today: string;
  readonly isBoard: boolean;
}

/** Tasks by when they are due, under one another or side by side. */
export function TaskGroups({ workspace, kind, rows, today, isBoard }: TaskGroupsProps) {
  const { t } = useTranslation();
  const { user } = useSession();
  const place = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<{ readonly id: string; readonly part: OpenPart } | null>(null);
  const hands = useTaskHands(kind);
  useItemKeys(place, '[data-task]');
  const onKeyDown = useTaskKeys({ place, rows, hands, onOpen: (id, part) => setOpen({ id, part }) });
  const groups = dueGroups.map((group) => ({ group, rows: rows.filter((row) => dueGroupOf(valueIn(row, kind.due) as string | null, today) === group) }));
  return (
    <div ref={place} onKeyDown={onKeyDown} className={classNames(isBoard ? styles['board'] : styles['groups'])}>
      {groups.filter(({ group, rows: held }) => held.length > 0 || (isBoard && group !== 'overdue')).map(({ group, rows: held }) => (
        <section key={group} aria-labelledby={`tasks-${group}`} className={styles['group']}>
          <h2 id={`tasks-${group}`} className={classNames(styles['title'], group === 'overdue' && styles['late'])}>{t(`tasks.groups.${group}`)}<CountBadge count={held.length} /></h2>
          <ul className={styles['rows']}>
            {held.map((row) => (
              <TaskRow key={row.id} workspace={workspace} kind={kind} row={row} group={group} today={today} mayEdit={mayEdit(kind.object, row, user.id)} hands={hands}
                open={open?.id === row.id ? open.part : null} onOpen={(part) => setOpen(part && { id: row.id, part })} />
            ))}
          </ul>
          {held.length === 0 && <p className={styles['none']}>{t('tasks.noneHere')}</p>}
        </section>
      ))}
    </div>
  );
}
