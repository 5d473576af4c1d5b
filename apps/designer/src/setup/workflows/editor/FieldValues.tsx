import type { FormulaScope } from '@guanxi/formula';
import type { FieldDescription, ObjectDescription } from '@guanxi/metadata';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../api/index.js';
import { Button, Field, IconButton, Menu } from '../../../ui/index.js';
import { FieldValue } from './FieldValue.js';
import styles from './Inspector.module.css';

interface FieldValuesProps {
  readonly label: string;
  readonly help: string;
  readonly error: string | undefined;
  readonly values: Readonly<Record<string, string>>;
  /** The object that is written. */
  readonly target: ObjectDescription;
  /** What the formulas may name. */
  readonly scope: FormulaScope;
  /** A new record also needs its required fields. */
  readonly isNew: boolean;
  readonly problems: readonly Problem[];
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
}

/** A formula for each field that a step writes. */
export function FieldValues({ label, help, error, values, target, scope, isNew, problems, onChange }: FieldValuesProps) {
  const { t } = useTranslation();
  const writable = target.fields.filter(({ writable: can, name }) => can && name !== 'id');
  const offered = writable.filter(({ name }) => !Object.hasOwn(values, name));
  const missing = isNew ? offered.filter(isNeeded) : [];
  const problemOf = (name: string) => problems.filter(({ path }) => path === `/${name}`).map(({ message, hint }) => [message, hint].filter(Boolean).join(' ')).join(' ');
  return (
    <Field label={label} help={help} {...(error && { error })}>
      <ul className={styles['values']}>
        {Object.entries(values).map(([name, formula]) => {
          const field = target.fields.find((one) => one.name === name);
          const title = field?.label ?? name;
          return (
            <li key={name} className={styles['value']}>
              <div className={styles['valueHead']}>
                <span className={styles['valueName']}>{title}{isNew && field && isNeeded(field) && <span className={styles['required']} aria-hidden> *</span>}</span>
                <IconButton size="small" icon={Trash2} label={t('automation.values.remove', { field: title })} onPress={() => onChange(without(values, name))} />
              </div>
              <FieldValue field={field} label={title} formula={formula} scope={scope} error={problemOf(name) || null} onChange={(next) => onChange({ ...values, [name]: next })} />
            </li>
          );
        })}
      </ul>
      <div className={styles['foot']}>
        <Menu label={t('automation.values.add')} trigger={<Button size="small" icon={Plus} isDisabled={offered.length === 0}>{t('automation.values.add')}</Button>}
          groups={[{ id: 'fields', items: offered.map(({ name, label: words, help: about }) => ({ id: name, label: words, ...(about && { description: about }), onAction: () => onChange({ ...values, [name]: '' }) })) }]} />
        {missing.length > 0 && (
          <Button size="small" variant="quiet" onPress={() => onChange({ ...values, ...Object.fromEntries(missing.map(({ name }) => [name, ''])) })}>
            {t('automation.values.addRequired', { count: missing.length })}
          </Button>
        )}
      </div>
    </Field>
  );
}

function isNeeded({ required, system, default: standard, type }: FieldDescription): boolean {
  return required && !system && standard === undefined && type !== 'autoNumber';
}

function without(values: Readonly<Record<string, string>>, name: string): Readonly<Record<string, string>> {
  const { [name]: _gone, ...rest } = values;
  return rest;
}
