import type { ObjectDescription } from '@guanxi/metadata';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ArchiveRestore, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, queryClient, useSession } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Button, EmptyState, showToast } from '../../ui/index.js';
import { binOptions } from '../bin/bin-query.js';
import { restoreRecords } from '../records/move-records.js';
import { forgetLists } from '../records/record-lists.js';
import { recordKey } from '../records/save-record.js';

interface MissingRecordProps {
  readonly object: ObjectDescription;
  readonly id: string;
  /** Where to go from here. */
  readonly children?: ReactNode;
}

/** In the place of a record that cannot be shown: says that it lies in the recycle bin, as far as this person may know, and brings it back. */
export function MissingRecord({ object, id, children }: MissingRecordProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { setupAreas } = useSession();
  const [isPending, setPending] = useState(false);
  const { data } = useInfiniteQuery(binOptions(object.name, !setupAreas.includes('objects')));
  const deleted = data?.pages.flatMap(({ records }) => records).find((record) => record.id === id);
  if (!deleted) return <EmptyState kind="no-access" title={t('workspace.record.missing', { name: object.label })} actions={children}>{t('workspace.record.missingBody')}</EmptyState>;
  const restore = async () => {
    setPending(true);
    try {
      await restoreRecords(object, [id]);
      forgetLists(object.name);
      await queryClient.invalidateQueries({ queryKey: recordKey(object.name, id) });
    } catch (error) {
      showToast({ tone: 'danger', message: error instanceof ApiError ? (error.problems[0]?.message ?? error.message) : String(error) });
      setPending(false);
    }
  };
  const name = deleted.name ?? object.label;
  return (
    <EmptyState icon={Trash2} title={t('lists.record.deleted', { name })} actions={<>{children}{object.canDelete && <Button variant="primary" icon={ArchiveRestore} isPending={isPending} onPress={() => void restore()}>{t('lists.record.restore')}</Button>}</>}>
      {t('lists.record.deletedBy', { name: deleted.deletedBy?.name ?? t('workspace.activity.platform'), when: format.relative(deleted.deletedAt) })}
    </EmptyState>
  );
}
