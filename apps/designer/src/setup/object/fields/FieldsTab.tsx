import { translate, type ObjectDocument, type Translations } from '@guanxi/metadata';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../shell/index.js';
import { Button, EmptyState, SearchField, SegmentedControl, showToast, useShortcut } from '../../../ui/index.js';
import { moveField, putField } from '../../documents/object-edits.js';
import { useSaveDraft } from '../../documents/use-draft-edits.js';
import { FieldSheet } from '../field/FieldSheet.js';
import { RemoveFieldDialog } from '../field/RemoveFieldDialog.js';
import { FieldsTable } from './FieldsTable.js';
import { readFieldRows, type FieldRow } from './field-rows.js';
import styles from './Fields.module.css';

interface FieldsTabProps {
  readonly object: ObjectDocument;
  readonly before: ObjectDocument | null;
  readonly title: string;
  readonly isRemoved: boolean;
}

const filters = ['all', 'required', 'unique', 'changed'] as const;
type Filter = (typeof filters)[number];

const passes: Readonly<Record<Filter, (row: FieldRow) => boolean>> = {
  all: () => true,
  required: ({ isRequired }) => isRequired,
  unique: ({ property }) => property.guanxi['unique'] === true,
  changed: ({ state }) => state !== 'PUBLISHED',
};

export function FieldsTab({ object, before, title, isRemoved }: FieldsTabProps) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { field: opened } = useSearch({ strict: false }) as { readonly field?: string };
  const [isAdding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const { mutateAsync: save, isPending } = useSaveDraft();
  useShortcut({ keys: 'c', label: t('setup.field.new'), section: t('shell.setup'), isDisabled: isRemoved, run: () => setAdding(true) });
  useCommands(useMemo(() => (isRemoved ? [] : [{ id: 'new-field', label: t('setup.field.newOf', { object: title }), section: t('shell.commands.here'), icon: Plus, shortcut: 'c', run: () => setAdding(true) }]), [t, title, isRemoved]));

  const rows = useMemo(() => readFieldRows(object, before), [object, before]);
  const titleOf = ({ name, property }: FieldRow) => translate(property.title ?? name, property.guanxi['titles'] as Translations | undefined, i18n.language);
  const wanted = search.trim().toLocaleLowerCase();
  const shown = rows.filter((row) => passes[filter](row) && [row.name, row.property.title ?? '', titleOf(row)].some((text) => text.toLocaleLowerCase().includes(wanted)));
  const open = (field: string | undefined) => void navigate({ to: '/setup/objects/$object', params: { object: object.name }, search: field === undefined ? {} : { field }, replace: true });

  const edit = async (next: ObjectDocument, message: string) => {
    const problems = await save({ documents: [next] }).catch((error: Error) => [{ path: '', code: 'failed', message: error.message }]);
    const [first] = problems;
    showToast(first ? { message: first.message, tone: 'danger' } : { message, tone: 'success', onUndo: () => void save({ documents: [object] }) });
  };
  const move = (name: string, index: number) => void edit(moveField(object, name, index), t('setup.field.moved'));
  const bringBack = ({ name, property, isRequired }: FieldRow) => void edit(putField(object, { name, property, isRequired }), t('setup.field.broughtBack'));
  const openField = opened !== undefined && Object.hasOwn(object.properties, opened) ? opened : null;

  return (
    <>
      <div className={styles['tools']}>
        <div className={styles['search']}><SearchField label={t('setup.field.search')} value={search} onChange={setSearch} /></div>
        <SegmentedControl label={t('ui.filter')} value={filter} onChange={setFilter} segments={filters.map((value) => ({ value, label: t(`setup.field.filter.${value}`) }))} />
        <span className={styles['end']}><Button variant="primary" icon={Plus} isDisabled={isRemoved} onPress={() => setAdding(true)}>{t('setup.field.new')}</Button></span>
      </div>
      {shown.length === 0
        ? <EmptyState kind="no-match" title={t('ui.noMatch')} actions={<Button onPress={() => { setSearch(''); setFilter('all'); }}>{t('ui.clearFilters')}</Button>} />
        : (
          <FieldsTable rows={shown} titleOf={titleOf} isReorderable={wanted === '' && filter === 'all' && !isRemoved && !isPending} isEditable={!isRemoved} label={t('setup.object.tab.fields')}
            onOpen={open} onMove={move} onRemove={setRemoving} onBringBack={bringBack} />
        )}
      {isAdding && <FieldSheet object={object} objectTitle={title} fieldName={null} isPublished={false} onClose={() => setAdding(false)} />}
      {openField !== null && !isRemoved && (
        <FieldSheet key={openField} object={object} objectTitle={title} fieldName={openField} isPublished={rows.find(({ name }) => name === openField)?.state !== 'CREATED'} onClose={() => open(undefined)}
          onRemove={(name) => { open(undefined); setRemoving(name); }} />
      )}
      {removing !== null && <RemoveFieldDialog object={object} fieldName={removing} isPublished={rows.find(({ name }) => name === removing)?.state !== 'CREATED'} onClose={() => setRemoving(null)} />}
    </>
  );
}
