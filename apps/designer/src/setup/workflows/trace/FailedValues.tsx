import type { ObjectDescription } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { CodeText } from '../../../ui/index.js';
import styles from './Trace.module.css';

interface FailedValuesProps {
  /** By name: as the step has them. */
  readonly formulas: Readonly<Record<string, unknown>>;
  /** What they came to. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly objects: readonly ObjectDescription[];
  /** The object whose fields they are for. */
  readonly object: string;
}

/** The formulas of a step that failed, each with what it came to. */
export function FailedValues({ formulas, values, objects, object }: FailedValuesProps) {
  const { t } = useTranslation();
  const fields = objects.find(({ name }) => name === object)?.fields ?? [];
  const known = Object.entries(formulas).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] in values);
  if (known.length === 0) return null;
  return (
    <dl className={styles['formulas']} aria-label={t('insight.step.formulas')}>
      {known.map(([name, formula]) => (
        <div key={name}>
          <dt>{fields.find((field) => field.name === name)?.label ?? t(`automation.input.${name}.title`, { defaultValue: name })}</dt>
          <dd><CodeText>{formula}</CodeText> = {values[name] === null ? <em>{t('ui.diff.blank')}</em> : String(values[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
