import type { FormulaScope } from '@guanxi/formula';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../../api/index.js';
import { Button, Field, IconButton, TextField } from '../../../../ui/index.js';
import { FormulaField } from '../../../formula/FormulaField.js';
import styles from '../Inspector.module.css';
import own from './NamedFormulas.module.css';

interface NamedFormulasProps {
  readonly label: string;
  readonly help: string;
  readonly error?: string;
  readonly values: Readonly<Record<string, string>>;
  readonly scope: FormulaScope;
  /** What they are called, and so which names there can be. */
  readonly naming?: keyof typeof namings;
  /** Paths count from the values. */
  readonly problems: readonly Problem[];
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
}

/** Names of values differ by their letters; headers are the same in small ones. */
const namings = { values: { pattern: /^[A-Za-z]\w{0,63}$/, most: 64, same: (name: string) => name }, headers: { pattern: /^[A-Za-z0-9-]{1,100}$/, most: 100, same: (name: string) => name.toLowerCase() } } as const;

/** A formula under each of the names that somebody gives. */
export function NamedFormulas({ label, help, error, values, scope, naming = 'values', problems, onChange }: NamedFormulasProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const { pattern, most, same } = namings[naming];
  const isFree = pattern.test(name) && !Object.keys(values).some((key) => same(key) === same(name));
  const add = () => {
    if (!isFree) return;
    onChange({ ...values, [name]: '' });
    setName('');
  };
  return (
    <Field label={label} help={help} {...(error !== undefined && { error })}>
      <ul className={styles['values']}>
        {Object.entries(values).map(([key, formula]) => (
          <li key={key} className={styles['value']}>
            <div className={styles['valueHead']}>
              <span className={styles['valueName']}>{key}</span>
              <IconButton size="small" icon={Trash2} label={t('automation.values.remove', { field: key })} onPress={() => onChange(without(values, key))} />
            </div>
            <FormulaField label={key} hideLabel isCompact value={formula} scope={scope} error={problems.filter(({ path }) => path === `/${key}`).map(({ message }) => message).join(' ') || undefined} onChange={(next) => onChange({ ...values, [key]: next })} />
          </li>
        ))}
      </ul>
      <div className={own['add']}>
        <TextField label={t(`calls.${naming}.name`)} value={name} maxLength={most} error={name !== '' && !isFree ? t(`calls.${naming}.wrong`) : null} onChange={setName} />
        <Button icon={Plus} isDisabled={!isFree} onPress={add}>{t(`calls.${naming}.add`)}</Button>
      </div>
    </Field>
  );
}

function without(values: Readonly<Record<string, string>>, name: string): Readonly<Record<string, string>> {
  const { [name]: _gone, ...rest } = values;
  return rest;
}
