import type { WorkflowTestValues } from '@guanxi/metadata';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton, Select, TextField } from '../../../ui/index.js';
import styles from './TestRun.module.css';

export interface ValueRowsProps {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly values: WorkflowTestValues;
  readonly onChange: (values: WorkflowTestValues) => void;
}

/** Fields with values, one below the other. */
export function ValueRows({ label, choices, values, onChange }: ValueRowsProps) {
  const { t } = useTranslation();
  const left = choices.filter(({ value }) => !(value in values));
  const drop = (name: string) => onChange(Object.fromEntries(Object.entries(values).filter(([one]) => one !== name)));
  return (
    <fieldset className={styles['rows']}>
      <legend>{label}</legend>
      {Object.entries(values).map(([name, value]) => {
        const title = choices.find((one) => one.value === name)?.label ?? name;
        return (
          <div key={name} className={styles['row']}>
            <TextField label={title} value={value === null ? '' : String(value)} onChange={(text) => onChange({ ...values, [name]: readValue(text, value) })} />
            <IconButton icon={Trash2} label={t('insight.test.removeField', { field: title })} onPress={() => drop(name)} />
          </div>
        );
      })}
      {left.length > 0 && <AddField choices={left} onAdd={(name) => onChange({ ...values, [name]: '' })} />}
    </fieldset>
  );
}

function AddField({ choices, onAdd }: { readonly choices: ValueRowsProps['choices']; readonly onAdd: (name: string) => void }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) return <div><Button size="small" variant="quiet" icon={Plus} onPress={() => setOpen(true)}>{t('insight.test.addField')}</Button></div>;
  return <Select label={t('insight.test.field')} choices={choices} value={null} onChange={(name) => { if (name) onAdd(name); setOpen(false); }} />;
}

/** As it was: a number stays one, and true or false too; a blank is none. */
function readValue(text: string, before: string | number | boolean | null): string | number | boolean | null {
  if (text === '') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  return typeof before === 'number' && Number.isFinite(Number(text)) ? Number(text) : text;
}
