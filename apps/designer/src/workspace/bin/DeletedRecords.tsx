import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ArchiveRestore, Trash2 } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useWorkspaceQuery } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Button, Checkbox, EmptyState, ErrorState, ObjectGlyph, Person, Select, showToast, SimpleTable, SkeletonLines, type SimpleColumn } from '../../ui/index.js';
import { recordHref } from '../records/record-href.js';
import { restoreRecords } from '../records/move-records.js';
import { binOptions, type DeletedRecord } from './bin-query.js';
import { useItemKeys } from './use-item-keys.js';
import styles from './Bin.module.css';

const everything = '*';
/** No record is called so. */
const several = '*';

interface DeletedRecordsProps {
  readonly mine: boolean;
  /** What else can be done with those that are chosen. `object` is the one that is shown, null for all. */
  readonly acts?: (chosen: readonly DeletedRecord[], object: string | null, clear: () => void) => ReactNode;
}

/** What was deleted and can be brought back, with all that was deleted along with it. */
export function DeletedRecords({ mine, acts }: DeletedRecordsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [object, setObject] = useState<string | null>(null);
  const [restoring, setRestoring] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const place = useRef<HTMLDivElement>(null);
  useItemKeys(place, 'tbody tr');
  const { data: workspace } = useWorkspaceQuery();
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(binOptions(object, mine));
  const records = data?.pages.flatMap((page) => page.records) ?? [];
  const objectOf = (name: string) => workspace?.objects.find((candidate) => candidate.name === name);

  const restore = async (record: DeletedRecord) => {
    const description = objectOf(record.object);
    if (!description) return;
    setRestoring(record.id);
    setChosen((before) => new Set([...before].filter((id) => id !== record.id)));
    try {
      await restoreRecords(description, [record.id]);
      showToast({ tone: 'success', message: t('keeping.bin.restored', { name: record.name ?? description.label }), action: { label: t('keeping.bin.open'), run: () => void navigate({ to: recordHref(record.object, record.id) }) } });
    } catch (failure) {
      showToast({ tone: 'danger', message: failure instanceof ApiError ? (failure.problems[0]?.message ?? failure.message) : String(failure) });
    } finally {
      setRestoring(null);
      await queries.invalidateQueries({ queryKey: ['deletedRecords'] });
    }
  };

  const choose = (id: string, isChosen: boolean) => setChosen(new Set(isChosen ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  const picked = records.filter(({ id }) => chosen.has(id));
  /** Object by object: what one of them refuses keeps none of the others back. */
  const restoreAll = async () => {
    setRestoring(several);
    const refusals: string[] = [];
    let count = 0;
    for (const name of new Set(picked.map((record) => record.object))) {
      const description = objectOf(name);
      const ids = picked.flatMap((record) => (record.object === name ? [record.id] : []));
      if (!description) continue;
      try {
        await restoreRecords(description, ids);
        count += ids.length;
        setChosen((before) => new Set([...before].filter((id) => !ids.includes(id))));
      } catch (failure) {
        refusals.push(`${description.pluralLabel}: ${failure instanceof ApiError ? (failure.problems[0]?.message ?? failure.message) : String(failure)}`);
      }
    }
    setRestoring(null);
    if (count > 0) showToast({ tone: 'success', message: t('keeping.bin.restoredMany', { count, shown: format.number(count) }) });
    for (const message of refusals) showToast({ tone: 'danger', message });
    await queries.invalidateQueries({ queryKey: ['deletedRecords'] });
  };

  const columns: readonly SimpleColumn<DeletedRecord>[] = [
    {
      id: 'name', header: t('keeping.bin.record'),
      render: ({ id, object: name, name: called }) => <span className={styles['record']}><Checkbox aria-label={t('keeping.bin.choose', { name: called ?? t('keeping.bin.unnamed') })} isSelected={chosen.has(id)} onChange={(isChosen) => choose(id, isChosen)} /><ObjectGlyph icon={objectOf(name)?.icon} hue={objectOf(name)?.color} name={name} size="small" />{called ?? t('keeping.bin.unnamed')}</span>,
    },
    { id: 'object', header: t('keeping.bin.kind'), render: ({ object: name }) => objectOf(name)?.label ?? name },
    ...(mine ? [] : [{ id: 'by', header: t('keeping.bin.by'), render: ({ deletedBy }: DeletedRecord) => (deletedBy ? <Person name={deletedBy.name} /> : t('workspace.activity.platform')) }]),
    { id: 'at', header: t('keeping.bin.at'), render: ({ deletedAt }) => <time dateTime={deletedAt} title={format.dateTime(deletedAt)}>{format.relative(deletedAt)}</time> },
    {
      id: 'restore', header: '', align: 'end',
      render: (record) => <Button size="small" icon={ArchiveRestore} isPending={restoring === record.id} isDisabled={restoring !== null && restoring !== record.id} onPress={() => void restore(record)}>{t('keeping.bin.restore')}</Button>,
    },
  ];

  const choices = [{ value: everything, label: t('keeping.bin.allObjects') }, ...(workspace?.objects ?? []).filter(({ platform }) => !platform).map(({ name, pluralLabel }) => ({ value: name, label: pluralLabel }))];
  return (
    <div ref={place}>
      <div className={styles['bar']}>
        <div className={styles['filter']}><Select label={t('keeping.bin.kind')} value={object ?? everything} choices={choices} onChange={(next) => { setObject(next === everything ? null : next); setChosen(new Set()); }} /></div>
        <div className={styles['acts']}>
          {picked.length > 0 && <Button icon={ArchiveRestore} isPending={restoring === several} isDisabled={restoring !== null && restoring !== several} onPress={() => void restoreAll()}>{t('keeping.bin.restoreMany', { count: picked.length, shown: format.number(picked.length) })}</Button>}
          {acts?.(picked, object, () => setChosen(new Set()))}
        </div>
      </div>
      {isPending && <SkeletonLines count={6} />}
      {error && <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />}
      {data && records.length === 0 && <EmptyState icon={Trash2} title={t('keeping.bin.none')}>{t(mine ? 'keeping.bin.noneMine' : 'keeping.bin.noneAll')}</EmptyState>}
      {records.length > 0 && <SimpleTable label={t('keeping.bin.title')} rows={records} rowKey={({ id }) => id} columns={columns} />}
      {hasNextPage && <div className={styles['more']}><Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>{t('keeping.more')}</Button></div>}
    </div>
  );
}
