import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing, useShortcut } from '../../ui/index.js';
import type { RecordRow } from '../records/record-row.js';
import type { OpenPart } from './TaskRow.js';
import type { TaskHands } from './use-tasks.js';

interface TaskKeys {
  readonly place: RefObject<HTMLElement | null>;
  readonly rows: readonly RecordRow[];
  readonly hands: TaskHands;
  readonly onOpen: (id: string, part: OpenPart) => void;
}

/**
 * D and A act on the task that has the focus; so do Space and Enter, which belong to whatever else has it: the answer takes them from
 * the tasks themselves.
 */
export function useTaskKeys({ place, rows, hands, onOpen }: TaskKeys): (event: KeyboardEvent) => void {
  const { t } = useTranslation();
  const section = t('shell.commands.here');
  const focused = () => {
    const item = document.activeElement?.closest<HTMLElement>('[data-task]');
    const row = item && place.current?.contains(item) ? rows.find(({ id }) => id === item.dataset['task']) : undefined;
    return item && row ? { item, row } : undefined;
  };
  useShortcut({ keys: 'd', label: t('tasks.due'), section, run: () => { const found = focused(); if (found) onOpen(found.row.id, 'due'); } });
  useShortcut({ keys: 'a', label: t('tasks.assign'), section, run: () => { const found = focused(); if (found) onOpen(found.row.id, 'assign'); } });
  return (event) => {
    const found = focused();
    if (!found || found.item !== event.target || isComposing(event) || (event.key !== ' ' && event.key !== 'Enter')) return;
    event.preventDefault();
    if (event.key === 'Enter') {
      found.item.querySelector<HTMLElement>('a')?.click();
      return;
    }
    const all = [...(place.current?.querySelectorAll<HTMLElement>('[data-task]') ?? [])];
    const at = all.indexOf(found.item);
    (all[at + 1] ?? all[at - 1])?.focus();
    hands.complete(found.row);
  };
}
