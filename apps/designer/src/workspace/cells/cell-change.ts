import type { JsonValue } from '@guanxi/field-types';
import { valueName, type FieldDescription } from '@guanxi/metadata';
import { recordNameIn, valueIn } from '../records/FieldValue.js';
import type { RecordRow } from '../records/record-row.js';

/** A new value of one field of one record. */
export interface CellChange {
  readonly row: RecordRow;
  readonly field: FieldDescription;
  readonly value: JsonValue;
  /** What the record is called that the value points to. */
  readonly recordName?: string | undefined;
}

/** The keys of a row as they stand once it has the value. */
export function patchOf({ field, value, recordName }: Pick<CellChange, 'field' | 'value' | 'recordName'>): Readonly<Record<string, unknown>> {
  if (field.target === undefined) return { [field.name]: value };
  return { [valueName(field)]: value, [field.name]: value === null ? null : { id: value, name: recordName ?? null } };
}

/** The change that takes another one back. */
export function inverseOf({ row, field }: CellChange): CellChange {
  return { row, field, value: valueIn(row, field), recordName: recordNameIn(row, field) };
}

export function isSameValue(left: JsonValue, right: JsonValue): boolean {
  return left === right || (typeof left === 'object' && typeof right === 'object' && JSON.stringify(left) === JSON.stringify(right));
}

/** Of several changes of one cell the last one holds; those that change nothing are left out. */
export function effectiveChanges(changes: readonly CellChange[]): readonly CellChange[] {
  const byCell = new Map(changes.map((change) => [`${change.row.id} ${change.field.name}`, change]));
  return [...byCell.values()].filter(({ row, field, value }) => !isSameValue(valueIn(row, field), value));
}
