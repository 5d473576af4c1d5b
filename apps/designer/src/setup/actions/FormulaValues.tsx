import type { ObjectDocument } from '@guanxi/metadata';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton, Select } from '../../ui/index.js';
import { FormulaField } from '../formula/FormulaField.js';
import { describeFields } from '../layouts/describe-fields.js';
import styles from '../views/Views.module.css';

interface FormulaValuesProps {
  /** The object whose fields get values. */
  readonly object: ObjectDocument;
  /** API name of the object that the formulas read. */
  readonly source: string;
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
}

/** Fields with the formulas that give their values. */
export function FormulaValues({ object, source, values, onChange }: FormulaValuesProps) {
  const { t, i18n } = useTranslation();
  const fields = useMemo(() => describeFields(object, t, i18n.language).filter(({ isSystem, name, type }) => (!isSystem || name === 'owner') && type !== 'formula' && type !== 'rollUp' && type !== 'autoNumber'), [object, t, i18n.language]);
  const left = fields.filter(({ name }) => !(name in values));
  return (
    <div role="group" aria-label={t('interface.action.values')} className={styles['stack']}>
      <div className={styles['groupTitle']}>{t('interface.action.values')}</div>
      {Object.entries(values).map(([name, formula]) => (
        <div key={name} className={styles['row']} style={{ gridTemplateColumns: '1fr auto' }}>
          <FormulaField label={fields.find((field) => field.name === name)?.title ?? name} object={source} isCompact value={formula} onChange={(next) => onChange({ ...values, [name]: next })} />
          <IconButton icon={X} label={t('interface.action.removeValue', { name })} onPress={() => onChange(Object.fromEntries(Object.entries(values).filter(([key]) => key !== name)))} />
        </div>
      ))}
      {left.length > 0 && <Select label={t('interface.action.addValue')} hideLabel value={null} placeholder={t('interface.action.addValue')} choices={left.map(({ name, title }) => ({ value: name, label: title }))} onChange={(name) => { if (name) onChange({ ...values, [name]: '' }); }} />}
    </div>
  );
}
