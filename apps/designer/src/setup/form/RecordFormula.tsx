import type { FormulaOptions, FormulaType } from '@guanxi/formula';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraftedObjects } from '../documents/drafted-objects.js';
import { FormulaField } from '../formula/FormulaField.js';
import { recordScope } from '../formula/record-scope.js';

interface RecordFormulaProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  /** API name of the object whose record the formula is over. */
  readonly object: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly expected?: FormulaType | readonly FormulaType[] | undefined;
  readonly options?: FormulaOptions | undefined;
  /** The object of the record that `$Source` stands for, where there is one. */
  readonly source?: string;
}

/** A formula over a record of an object as the draft has it. */
export function RecordFormula({ object, source, error, ...field }: RecordFormulaProps) {
  const objects = useDraftedObjects();
  const { i18n } = useTranslation();
  const scope = useMemo(() => recordScope(objects, object, { language: i18n.language, ...(source !== undefined && { source }) }), [objects, object, source, i18n.language]);
  return <FormulaField {...field} error={error ?? null} object={object} scope={scope} />;
}
