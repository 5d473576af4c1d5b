import { writeInput } from '@guanxi/forms';
import type { JsonValue } from '@guanxi/field-types';
import { widgetOf } from '@guanxi/field-types/widgets';
import type { FieldDescription, ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, type Problem } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Button, ComboBox, Dialog, ErrorSummary, hasModKey, IconButton, isComposing, Notice } from '../../ui/index.js';
import { useDisplay } from '../records/use-display.js';
import { countReach, permittedReach, updateMany, type BulkReach, type BulkResult } from './bulk-operations.js';
import { changeOthers, type LeftRecord } from './change-others.js';
import { mostRows } from './write-rows.js';
import styles from './MassEdit.module.css';

interface MassEditProps {
  readonly workspace: WorkspaceDescription;
  readonly object: ObjectDescription;
  readonly reach: BulkReach;
  /** Names of the fields that it opens with. */
  readonly startsWith: readonly string[];
  readonly onClose: () => void;
  /** `left` are the records that were refused, where the others were wanted all the same. */
  readonly onDone: (result: BulkResult, left: readonly LeftRecord[]) => void;
}

interface Entry { readonly name: string; readonly value: JsonValue }

/** The same values for many records: says first how many will change. */
export function MassEdit({ object, reach, startsWith, onClose, onDone }: MassEditProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const fields = useMemo(() => object.fields.filter((field) => field.writable && field.storage === 'column' && !field.unique && (!field.system || field.name === 'owner')), [object]);
  const [entries, setEntries] = useState<readonly Entry[]>(() => (startsWith.length > 0 ? startsWith : [firstChoice(fields)?.name ?? '']).filter(Boolean).map((name) => ({ name, value: null })));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  /** Something about single records was refused, not the values themselves. */
  const [isRuled, setRuled] = useState(false);
  const [isPending, setPending] = useState(false);
  const permitted = useMemo(() => permittedReach(reach, object.editsOwnOnly), [reach, object]);
  const { data: count } = useQuery({ queryKey: ['totals', object.name, 'permitted', permitted.where, permitted.search], queryFn: ({ signal }) => countReach(object, permitted, signal) });
  const refused = count === undefined ? 0 : Math.max(0, reach.count - count);
  const free = fields.filter(({ name }) => !entries.some((entry) => entry.name === name));
  const set = (index: number, entry: Entry) => setEntries(entries.with(index, entry));

  const save = async (onlyOthers = false) => {
    if (isPending || entries.length === 0 || count === 0) return;
    setPending(true);
    setProblems([]);
    setRuled(false);
    try {
      const data = writeInput(object, Object.fromEntries(entries.map(({ name, value }) => [name, value])));
      const those = { ...permitted, count: count ?? reach.count };
      if (onlyOthers) {
        const { result, left } = await changeOthers(object, those, data);
        onDone(result, left);
      } else onDone(await updateMany(object, those, data), []);
    } catch (error) {
      setRuled(!onlyOthers && error instanceof ApiError && error.code === 'VALIDATION_FAILED');
      setProblems(error instanceof ApiError && error.problems.length > 0 ? error.problems : [{ path: '', code: 'failed', message: error instanceof ApiError ? error.message : String(error) }]);
      setPending(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.key !== 'Enter' || !hasModKey(event)) return;
    event.preventDefault();
    void save();
  };
  const name = (many: number) => (many === 1 ? object.label : object.pluralLabel);
  return (
    <Dialog isOpen onOpenChange={onClose} isGuarded={isPending} title={t('lists.bulk.editTitle', { count: reach.count, shown: format.number(reach.count), name: name(reach.count) })}
      footer={<>
        <p role="status" className={styles['preview']}>{count === undefined ? '…' : refused > 0 ? t('lists.bulk.previewRefused', { count, shown: format.number(count), refused: format.number(refused) }) : t('lists.bulk.preview', { count, shown: format.number(count) })}</p>
        <Button onPress={onClose}>{t('ui.cancel')}</Button>
        <Button variant="primary" isPending={isPending} isDisabled={entries.length === 0 || count === 0} onPress={() => void save()}>{t('lists.bulk.apply', { count: count ?? reach.count, shown: format.number(count ?? reach.count) })}</Button>
      </>}>
      <div className={styles['stack']} onKeyDown={onKeyDown}>
        {problems.length > 0 && <ErrorSummary title={t('lists.bulk.nothingChanged')} entries={problems.slice(0, mostProblems).map(({ message }) => ({ message }))} />}
        {isRuled && (count ?? reach.count) > 1 && (count ?? reach.count) <= mostRows && (
          <div className={styles['others']}><Button onPress={() => void save(true)}>{t('lists.bulk.others')}</Button><span className={styles['note']}>{t('lists.bulk.othersNote')}</span></div>
        )}
        {problems.length > mostProblems && <Notice tone="warning" title={t('lists.cell.moreRefused', { count: problems.length - mostProblems })} />}
        {entries.map((entry, index) => {
          const field = fields.find((candidate) => candidate.name === entry.name);
          return field && (
            <div key={entry.name} className={styles['entry']}>
              <ComboBox label={t('lists.filter.field')} hideLabel isRequired value={entry.name} choices={[field, ...free].map((each) => ({ value: each.name, label: each.label }))} onChange={(next) => { if (next !== null && next !== entry.name) set(index, { name: next, value: null }); }} />
              <EntryInput field={field} value={entry.value} autoFocus={index === entries.length - 1} onChange={(value) => set(index, { ...entry, value })} />
              <IconButton icon={X} label={t('ui.remove')} onPress={() => setEntries(entries.toSpliced(index, 1))} />
            </div>
          );
        })}
        {free.length > 0 && <div><Button size="small" variant="quiet" icon={Plus} onPress={() => setEntries([...entries, { name: (firstChoice(free) ?? free[0])?.name ?? '', value: null }])}>{t('lists.bulk.addField')}</Button></div>}
        <p className={styles['note']}>{t('lists.bulk.blank')}</p>
      </div>
    </Dialog>
  );
}

const mostProblems = 8;

function firstChoice(fields: readonly FieldDescription[]): FieldDescription | undefined {
  return fields.find(({ valueLabels }) => valueLabels !== undefined) ?? fields[0];
}

function EntryInput({ field, value, autoFocus, onChange }: { readonly field: FieldDescription; readonly value: JsonValue; readonly autoFocus: boolean; readonly onChange: (value: JsonValue) => void }) {
  const display = useDisplay();
  const { widget: { Input }, settings } = widgetOf(field);
  return <Input label={field.label} hideLabel={field.type !== 'boolean'} autoFocus={autoFocus} value={value} onChange={onChange} settings={settings} display={{ ...display, ...(field.valueLabels && { valueLabels: field.valueLabels }) }} />;
}
