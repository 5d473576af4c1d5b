import type { PicklistDependency, PicklistValue } from '@guanxi/field-types';
import { useTranslation } from 'react-i18next';
import { Checkbox, PlainButton, Select } from '../../ui/index.js';
import { allowAll, isAllowed, toggleAllowed } from './dependency.js';
import styles from './Dependency.module.css';

interface DependencyMatrixProps {
  readonly dependency: PicklistDependency;
  readonly onChange: (dependency: PicklistDependency) => void;
  readonly values: readonly Pick<PicklistValue, 'value' | 'label'>[];
  readonly controllers: readonly { readonly name: string; readonly title: string; readonly values: readonly Pick<PicklistValue, 'value' | 'label'>[] }[];
  readonly error?: string | undefined;
}

/** Which values are left to choose for each value of the field that decides. A head ticks its whole column. */
export function DependencyMatrix({ dependency, onChange, values, controllers, error }: DependencyMatrixProps) {
  const { t } = useTranslation();
  const controller = controllers.find(({ name }) => name === dependency.field);
  const all = values.map(({ value }) => value);
  return (
    <div className={styles['matrix']}>
      <Select label={t('model.picklist.controller')} isRequired value={dependency.field || null} onChange={(field) => onChange({ field: field ?? '', values: {} })} error={error ?? null}
        choices={controllers.map(({ name, title }) => ({ value: name, label: title }))} />
      {controller && values.length > 0 && (
        <div className={styles['frame']}>
          <table className={styles['table']} aria-label={t('model.picklist.matrix', { field: controller.title })}>
            <thead>
              <tr>
                <td />
                {controller.values.map(({ value, label }) => (
                  <th key={value} scope="col">
                    <PlainButton className={styles['head'] ?? ''} label={t('model.picklist.allFor', { name: label })} onPress={() => onChange(allowAll(dependency, value, all))}>{label}</PlainButton>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {values.map(({ value, label }) => (
                <tr key={value}>
                  <th scope="row">{label}</th>
                  {controller.values.map((deciding) => (
                    <td key={deciding.value}>
                      <Checkbox aria-label={t('model.picklist.cell', { value: label, when: deciding.label })} isSelected={isAllowed(dependency, deciding.value, value)} onChange={() => onChange(toggleAllowed(dependency, deciding.value, value, all))} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
