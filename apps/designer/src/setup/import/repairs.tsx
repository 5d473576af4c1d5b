import type { FieldDescription } from '@guanxi/metadata';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox, Select, TextField, type Choice } from '../../ui/index.js';
import type { ImportProblem, RepairAction } from './import-queries.js';
import type { ColumnChoice } from './wizard-state.js';
import styles from './Import.module.css';

interface RepairProps {
  readonly problem: ImportProblem;
  readonly field: FieldDescription | undefined;
  readonly choice: ColumnChoice;
  readonly onChange: (choice: ColumnChoice) => void;
}

/** The rule by which a kind of problem is mended; null where only the file can be. A new one: a line. */
export const repairs: Readonly<Record<RepairAction, ((props: RepairProps) => ReactElement | null) | null>> = {
  MAP_VALUES: MapValues,
  DATE_FORMAT: DateFormat,
  NUMBER_FORMAT: NumberFormat,
  CUT_TEXT: CutText,
  FILL_BLANK: FillBlank,
  REPLACE_VALUES: ReplaceValues,
  CREATE_MISSING: CreateMissing,
  DUPLICATES: null,
  MEND_FILE: null,
};

const MOST_SHOWN = 12;
const asBlank = '(blank)';

/** Each value of the file that the field does not know, to one that it does. */
function MapValues({ problem, field, choice, onChange }: RepairProps) {
  const { t } = useTranslation();
  const known = Object.entries(field?.valueLabels ?? {}).map(([value, label]): Choice => ({ value, label }));
  if (known.length === 0) return <ReplaceValues problem={problem} field={field} choice={choice} onChange={onChange} />;
  return (
    <div className={styles['values']}>
      {problem.values.slice(0, MOST_SHOWN).map(({ value, rows }) => {
        const now = choice.replace?.[value];
        return (
          <Select key={value} label={t('importing.repair.valueOf', { value, count: rows })} value={now === undefined ? null : now === '' ? asBlank : now} isClearable placeholder={t('importing.repair.choose')}
            choices={[...known, { value: asBlank, label: t('importing.repair.blank') }]} onChange={(next) => onChange({ ...choice, replace: replaced(choice, value, next === asBlank ? '' : next) })} />
        );
      })}
    </div>
  );
}

function ReplaceValues({ problem, choice, onChange }: RepairProps) {
  const { t } = useTranslation();
  if (problem.values.length === 0) return null;
  return (
    <div className={styles['values']}>
      {problem.values.slice(0, MOST_SHOWN).map(({ value, rows }) => (
        <TextField key={value} label={t('importing.repair.valueOf', { value, count: rows })} value={choice.replace?.[value] ?? ''} placeholder={t('importing.repair.replaceBy')}
          onChange={(next) => onChange({ ...choice, replace: replaced(choice, value, next === '' ? null : next) })} />
      ))}
    </div>
  );
}

function replaced({ replace = {} }: ColumnChoice, value: string, by: string | null): Readonly<Record<string, string>> {
  const { [value]: _before, ...rest } = replace;
  return by === null ? rest : { ...rest, [value]: by };
}

/** Languages stand for the order in which they write a date. */
function DateFormat({ choice, onChange }: RepairProps) {
  const { t } = useTranslation();
  const orders = [{ value: 'en-GB', label: t('importing.repair.dates.dayFirst') }, { value: 'en-US', label: t('importing.repair.dates.monthFirst') }, { value: 'zh-TW', label: t('importing.repair.dates.yearFirst') }];
  return <WrittenAs label={t('importing.repair.dates.label')} choices={orders} choice={choice} onChange={onChange} />;
}

function NumberFormat({ choice, onChange }: RepairProps) {
  const { t } = useTranslation();
  return <WrittenAs label={t('importing.repair.numbers')} choices={[{ value: 'en', label: '1,234.50' }, { value: 'de', label: '1.234,50' }, { value: 'fr', label: '1 234,50' }]} choice={choice} onChange={onChange} />;
}

interface WrittenAsProps extends Pick<RepairProps, 'choice' | 'onChange'> {
  readonly label: string;
  readonly choices: readonly Choice[];
}

function WrittenAs({ label, choices, choice: { locale, ...rest }, onChange }: WrittenAsProps) {
  const { t } = useTranslation();
  return <Select label={label} value={locale ?? null} isClearable placeholder={t('importing.repair.asFile')} choices={choices} onChange={(next) => onChange(next === null ? rest : { ...rest, locale: next })} />;
}

function CutText({ choice, onChange }: RepairProps) {
  const { t } = useTranslation();
  return <Checkbox isSelected={choice.cut ?? false} onChange={(cut) => onChange({ ...choice, cut })}>{t('importing.repair.cut')}</Checkbox>;
}

function FillBlank({ field, choice, onChange }: RepairProps) {
  const { t } = useTranslation();
  const known = Object.entries(field?.valueLabels ?? {}).map(([value, label]): Choice => ({ value, label }));
  if (known.length > 0) return <Select label={t('importing.repair.default')} value={choice.default ?? null} isClearable choices={known} onChange={(next) => onChange({ ...choice, default: next ?? '' })} />;
  return <TextField label={t('importing.repair.default')} value={choice.default ?? ''} onChange={(next) => onChange({ ...choice, default: next })} />;
}

function CreateMissing({ choice, onChange }: RepairProps) {
  const { t } = useTranslation();
  return <Checkbox isSelected={choice.createMissing ?? false} isDisabled={choice.match === undefined} onChange={(createMissing) => onChange({ ...choice, createMissing })}>{t('importing.repair.createMissing')}</Checkbox>;
}
