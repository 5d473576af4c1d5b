import { translate, type ObjectDocument, type Translations } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../shell/index.js';
import { Button, EmptyState, SearchField, Select, useShortcut } from '../../../ui/index.js';
import { moveField, putField, relabelField } from '../../documents/object-edits.js';
import { fieldStatisticsOptions } from '../../documents/usage-queries.js';
import { useEdit } from '../../documents/use-edit.js';
import { WhereUsedSheet } from '../../where-used/WhereUsedSheet.js';
import { FieldSheet } from '../field/FieldSheet.js';
import { RemoveFieldDialog } from '../field/RemoveFieldDialog.js';
import { BulkFieldsBar } from './BulkFieldsBar.js';
import { filters, passesFilter, type FieldFilter } from './field-filters.js';
import { FieldsGrid } from './FieldsGrid.js';
import { readFieldRows, type FieldRow } from './field-rows.js';
import styles from './Fields.module.css';

interface FieldsTabProps {
  readonly object: ObjectDocument;
  readonly before: ObjectDocument | null;
  readonly title: string;
  readonly isRemoved: boolean;
}

/** Every field of an object with how much it is used; labels and order are changed in place, the rest in the panel. */
export function FieldsTab({ object, before, title, isRemoved }: FieldsTabProps) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { field: opened } = useSearch({ strict: false }) as { readonly field?: string };
  const [isAdding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<readonly string[] | null>(null);
  const [asking, setAsking] = useState<FieldRow | null>(null);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<FieldFilter>('all');
  const { edit, isPending } = useEdit();
  const statistics = useQuery({ ...fieldStatisticsOptions(before?.name ?? object.name), enabled: before !== null });
  useShortcut({ keys: 'c', label: t('setup.field.new'), section: t('shell.setup'), isDisabled: isRemoved, run: () => setAdding(true) });
  useCommands(useMemo(() => (isRemoved ? [] : [{ id: 'new-field', label: t('setup.field.newOf', { object: title }), section: t('shell.commands.here'), icon: Plus, shortcut: 'c', run: () => setAdding(true) }]), [t, title, isRemoved]));

  const rows = useMemo(() => readFieldRows(object, before), [object, before]);
  const titleOf = ({ name, property }: FieldRow) => translate(property.title ?? name, property.guanxi['titles'] as Translations | undefined, i18n.language);
  const wanted = search.trim().toLocaleLowerCase();
  const shown = rows.filter((row) => passesFilter(filter, row, statistics.data) && [row.name, row.property.title ?? '', titleOf(row)].some((text) => text.toLocaleLowerCase().includes(wanted)));
  const open = (field: string | undefined) => void navigate({ to: '/setup/objects/$object', params: { object: object.name }, search: field === undefined ? {} : { field }, replace: true });
  const isPublished = (name: string) => rows.find((row) => row.name === name)?.state !== 'CREATED';

  const move = (name: string, index: number) => void edit({ documents: [moveField(object, name, index)] }, t('setup.field.moved'));
  const relabel = (name: string, label: string) => void edit({ documents: [relabelField(object, name, label, i18n.language)] }, t('model.fields.relabelled', { name: label }));
  const bringBack = ({ name, property, isRequired }: FieldRow) => void edit({ documents: [putField(object, { name, property, isRequired })] }, t('setup.field.broughtBack'));
  const openField = opened !== undefined && Object.hasOwn(object.properties, opened) ? opened : null;
  const add = <Button variant="primary" icon={Plus} isDisabled={isRemoved} onPress={() => setAdding(true)}>{t('setup.field.new')}</Button>;

  return (
    <>
      <div className={styles['tools']}>
        <div className={styles['search']}><SearchField label={t('setup.field.search')} value={search} onChange={setSearch} /></div>
        <div className={styles['filter']}><Select label={t('ui.filter')} hideLabel value={filter} onChange={(next) => setFilter((next ?? 'all') as FieldFilter)} choices={filters.map((value) => ({ value, label: t(`model.fields.filter.${value}`) }))} /></div>
        {statistics.error && <span className={styles['quiet']}>{t('model.fields.noStatistics')} <Button size="small" variant="quiet" onPress={() => void statistics.refetch()}>{t('ui.retry')}</Button></span>}
        <span className={styles['end']}>{add}</span>
      </div>
      {rows.length === 0 && <EmptyState title={t('model.fields.none')} actions={add}>{t('model.fields.noneBody')}</EmptyState>}
      {rows.length > 0 && shown.length === 0 && <EmptyState kind="no-match" title={t('ui.noMatch')} actions={<Button onPress={() => { setSearch(''); setFilter('all'); }}>{t('ui.clearFilters')}</Button>} />}
      {shown.length > 0 && (
        <FieldsGrid label={t('setup.object.tab.fields')} rows={shown} titleOf={titleOf} statistics={statistics.data} isCounting={before !== null && statistics.isPending} selection={selection} onSelectionChange={setSelection}
          isReorderable={wanted === '' && filter === 'all' && !isRemoved && !isPending} isEditable={!isRemoved}
          onOpen={open} onMove={move} onRelabel={relabel} onRemove={(name) => setRemoving([name])} onBringBack={bringBack} onAskUses={setAsking} />
      )}
      {selection.size > 0 && <BulkFieldsBar count={selection.size} onClear={() => setSelection(new Set())} onRemove={() => setRemoving([...selection])} />}
      {isAdding && <FieldSheet object={object} objectTitle={title} fieldName={null} isPublished={false} onClose={() => setAdding(false)} />}
      {openField !== null && !isRemoved && (
        <FieldSheet key={openField} object={object} objectTitle={title} fieldName={openField} isPublished={isPublished(openField)} onClose={() => open(undefined)} onRemove={(name) => { open(undefined); setRemoving([name]); }} />
      )}
      {removing !== null && <RemoveFieldDialog object={object} fieldNames={removing} isPublished={removing.some(isPublished)} onClose={() => setRemoving(null)} onRemoved={() => setSelection(new Set())} />}
      {asking && <WhereUsedSheet object={before?.name ?? object.name} field={asking.name} title={titleOf(asking)} onClose={() => setAsking(null)} />}
    </>
  );
}
