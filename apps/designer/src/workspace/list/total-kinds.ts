import { fieldType } from '@guanxi/field-types';
import type { FieldDescription } from '@guanxi/metadata';

/** What can be said of a column under it, over all records of the list. */
export const totalKinds = ['filled', 'blank', 'sum', 'avg', 'min', 'max'] as const;
export type TotalKind = (typeof totalKinds)[number];

export function isTotalKind(value: unknown): value is TotalKind {
  return totalKinds.some((kind) => kind === value);
}

/** What stands under a column: what was chosen for it, else what is usual; `none` is a choice too. */
export function totalOf(field: FieldDescription, chosen: TotalKind | 'none' | undefined): TotalKind | undefined {
  if (chosen === 'none') return undefined;
  const kind = chosen ?? usualTotal(field);
  return kind !== undefined && totalsOf(field).includes(kind) ? kind : undefined;
}

/** What makes sense for a field, as the API can answer it. */
export function totalsOf(field: FieldDescription): readonly TotalKind[] {
  const type = fieldType(field.value.type);
  const column = type.column(field.value.settings).name;
  const isNumber = !field.system && (column === 'numeric' || column === 'bigint');
  const isOrdered = column !== 'jsonb' && column !== 'boolean' && type.encrypted !== true && type.sortable && field.target === undefined && field.storage !== 'through' && field.members === undefined;
  return [
    ...(field.operators.includes('isBlank') ? ['filled', 'blank'] as const : []),
    ...(isNumber ? ['sum', 'avg'] as const : []),
    ...(isOrdered && !field.valueLabels ? ['min', 'max'] as const : []),
  ];
}

/** Amounts are added up unless people choose otherwise. */
function usualTotal(field: FieldDescription): TotalKind | undefined {
  return field.value.type === 'currency' ? 'sum' : undefined;
}
