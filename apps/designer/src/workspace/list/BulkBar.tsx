import type { ObjectDescription } from '@guanxi/metadata';
import { Merge, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { Button, LinkButton, showToast, useShortcut } from '../../ui/index.js';
import { mostMerged } from '../merge/merge-choice.js';
import { deleteRecords, restoreRecords } from '../records/move-records.js';
import type { RecordList } from '../records/record-list.js';
import styles from './ListPage.module.css';

interface BulkBarProps {
  readonly object: ObjectDescription;
  readonly list: RecordList;
  readonly selection: ReadonlySet<string>;
  readonly onSelectionChange: (selection: ReadonlySet<string>) => void;
}

/** What can be done with the chosen records; stands over the foot of the list while some are chosen. */
export function BulkBar({ object, list, selection, onSelectionChange }: BulkBarProps) {
  const { t } = useTranslation();
  const [isPending, setPending] = useState(false);
  const count = selection.size;
  useShortcut({ keys: 'esc', label: t('workspace.bulk.clear'), section: t('shell.shortcuts.list'), isDisabled: count === 0, run: () => onSelectionChange(new Set()) });
  if (count === 0) return null;

  const remove = async () => {
    const ids = [...selection];
    setPending(true);
    try {
      await deleteRecords(object, ids);
      onSelectionChange(new Set());
      const restore = () => restoreRecords(object, ids).then(() => list.refresh(), (error: unknown) => showToast({ tone: 'danger', message: words(error) }));
      showToast({ message: t('workspace.bulk.deleted', { count, name: count === 1 ? object.label : object.pluralLabel }), onUndo: () => void restore() });
    } catch (error) {
      showToast({ tone: 'danger', message: words(error) });
      void list.refresh();
    }
    setPending(false);
  };
  return (
    <div className={styles['bulkPlace']}>
      <div role="toolbar" aria-label={t('workspace.bulk.label')} className={styles['bulk']}>
        <span role="status">{t('ui.grid.selected', { count })}</span>
        <Button size="small" variant="quiet" onPress={() => onSelectionChange(new Set())}>{t('workspace.bulk.clear')}</Button>
        {count > 1 && count <= mostMerged && object.canEdit && object.canDelete && (
          <LinkButton size="small" icon={Merge} href={`/app/${encodeURIComponent(object.name)}/merge?ids=${[...selection].join(',')}`}>{t('merging.bulk')}</LinkButton>
        )}
        <Button size="small" icon={Trash2} isPending={isPending} onPress={() => void remove()}>{t('ui.delete')}</Button>
      </div>
    </div>
  );
}

function words(error: unknown): string {
  return error instanceof ApiError ? error.message : String(error);
}
