import type { DocumentColumn, DocumentTable, ObjectDescription } from '@guanxi/metadata';
import { Plus, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Checkbox, IconButton, NumberField, Select, TextField } from '../../ui/index.js';
import { FormulaField } from '../formula/FormulaField.js';
import { recordScope } from '../formula/record-scope.js';
import type { MessageLanguage } from '../messages/message-draft.js';
import { titleIn, writeTitle } from './letter-draft.js';
import styles from './Letters.module.css';

interface LetterTableProps {
  readonly table: DocumentTable;
  readonly object: ObjectDescription;
  readonly objects: readonly ObjectDescription[];
  readonly language: MessageLanguage;
  readonly onChange: (table: DocumentTable) => void;
}

const MOST_COLUMNS = 12;

/** A table over a related list: which records, in which order, and what stands in each column. */
export function LetterTable({ table, object, objects, language, onChange }: LetterTableProps) {
  const { t, i18n } = useTranslation();
  const related = object.relations.find(({ name }) => name === table.relation)?.object ?? '';
  const scope = useMemo(() => recordScope(objects, related, { language: i18n.language }), [objects, related, i18n.language]);
  const { where = '', orderBy = '', columns } = table;
  const setFormula = (key: 'where' | 'orderBy', text: string) => {
    const { [key]: _before, ...rest } = table;
    onChange(text.trim() === '' ? rest : { ...rest, [key]: text });
  };
  const set = (index: number, column: DocumentColumn) => onChange({ ...table, columns: columns.with(index, column) });
  return (
    <>
      <Select label={t('letters.relation')} value={table.relation} onChange={(relation) => { if (relation) onChange({ ...table, relation }); }} choices={object.relations.map(({ name, label }) => ({ value: name, label }))} />
      <div className={styles['two']}>
        <FormulaField label={t('letters.where')} isCompact value={where} scope={scope} expected="boolean" onChange={(text) => setFormula('where', text)} />
        <FormulaField label={t('letters.orderBy')} isCompact value={orderBy} scope={scope} onChange={(text) => setFormula('orderBy', text)} />
      </div>
      <ol className={styles['columns']} aria-label={t('letters.columns')}>
        {columns.map((column, index) => (
          // The order is all that tells two columns apart.
          <li key={index} className={styles['column']}>
            <TextField label={t('letters.columnTitle')} value={titleIn(column, language)} placeholder={column.title} maxLength={255} onChange={(words) => set(index, writeTitle(column, language, words))} />
            <FormulaField label={t('letters.columnValue')} isCompact value={column.value} scope={scope} onChange={(value) => set(index, { ...column, value })} />
            <div className={styles['columnFoot']}>
              <NumberField label={t('letters.width')} min={1} max={10} value={column.width ?? null} onChange={(width) => {
                const { width: _before, ...rest } = column;
                set(index, width === null ? rest : { ...rest, width });
              }} />
              <Checkbox isSelected={column.total === true} onChange={(total) => {
                const { total: _before, ...rest } = column;
                set(index, total ? { ...rest, total } : rest);
              }}>{t('letters.total')}</Checkbox>
              <IconButton size="small" icon={Trash2} label={t('letters.removeColumn', { number: index + 1 })} isDisabled={columns.length === 1} onPress={() => onChange({ ...table, columns: columns.toSpliced(index, 1) })} />
            </div>
          </li>
        ))}
      </ol>
      <span><Button size="small" variant="quiet" icon={Plus} isDisabled={columns.length >= MOST_COLUMNS} onPress={() => onChange({ ...table, columns: [...columns, { title: '', value: '' }] })}>{t('letters.addColumn')}</Button></span>
    </>
  );
}
