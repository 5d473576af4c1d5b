import type { FormulaScope } from '@guanxi/formula';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../api/index.js';
import { Button, Field, IconButton, TextField, type FieldProps } from '../../../ui/index.js';
import { FormulaField } from '../../formula/FormulaField.js';
import styles from './Inspector.module.css';

interface BranchCase {
  readonly name: string;
  readonly title?: string;
  readonly when: string;
}

interface BranchCasesProps extends FieldProps {
  /** As the step has them. */
  readonly cases: unknown;
  readonly scope: FormulaScope;
  /** Paths count from the list. */
  readonly problems: readonly Problem[];
  readonly onChange: (cases: readonly BranchCase[]) => void;
}

/** The ways of a branch in the order in which they are looked at: what each is called, and its condition. */
export function BranchCases({ label, help, error, cases: given, scope, problems, onChange }: BranchCasesProps) {
  const { t } = useTranslation();
  const cases = Array.isArray(given) ? (given as readonly BranchCase[]) : [];
  const set = (index: number, one: BranchCase) => onChange(cases.with(index, one));
  const problemOf = (path: string) => problems.filter((problem) => problem.path === path).map(({ message, hint }) => [message, hint].filter(Boolean).join(' ')).join(' ');
  return (
    <Field label={label} {...(help && { help })} {...(error && { error })}>
      <ul className={styles['values']}>
        {cases.map((one, index) => {
          const wrong = problemOf(`/${index}/when`) || problemOf(`/${index}/name`);
          const number = index + 1;
          return (
            <li key={one.name} className={styles['value']}>
              <div className={styles['valueHead']}>
                <span className={styles['valueName']}>{t('automation.way.number', { number })}</span>
                <IconButton size="small" icon={Trash2} label={t('automation.way.remove', { number })} isDisabled={cases.length === 1} onPress={() => onChange(cases.toSpliced(index, 1))} />
              </div>
              <TextField label={t('automation.way.title')} value={one.title ?? ''} maxLength={200}
                onChange={(title) => {
                  const { title: _before, ...rest } = one;
                  set(index, title === '' ? rest : { ...rest, title });
                }} />
              <FormulaField label={t('automation.way.when')} value={one.when} scope={scope} expected="boolean" {...(wrong && { error: wrong })} onChange={(when) => set(index, { ...one, when })} />
            </li>
          );
        })}
      </ul>
      <div className={styles['foot']}><Button size="small" icon={Plus} onPress={() => onChange([...cases, { name: freeName(cases), when: '' }])}>{t('automation.way.add')}</Button></div>
    </Field>
  );
}

/** Steps stand under the name of their way, so it stays when the title changes. */
function freeName(cases: readonly BranchCase[]): string {
  for (let number = cases.length + 1; ; number += 1) {
    const name = `way${number}`;
    if (cases.every((one) => one.name !== name)) return name;
  }
}
