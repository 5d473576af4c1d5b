import type { FormulaOptions, FormulaType } from '@guanxi/formula';
import { useMemo } from 'react';
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
  const scope = useMemo(() => {
    const own = recordScope(objects, object);
    if (source === undefined) return own;
    const other = recordScope(objects, source);
    return {
      resolve: (path: readonly string[]) => (path[0] === '$Source' ? other.resolve(path.slice(1)) : own.resolve(path)),
      suggest: (path: readonly string[]) => (path[0] === '$Source' ? other.suggest?.(path.slice(1)) ?? [] : path.length === 0 ? [...(own.suggest?.(path) ?? []), '$Source'] : own.suggest?.(path) ?? []),
    };
  }, [objects, object, source]);
  return <FormulaField {...field} error={error ?? null} scope={scope} />;
}
