import type { FieldModel } from '@guanxi/metadata';

/** A lookup whose target owns the record: access to the record is access to that one. */
export function isMasterField(field: FieldModel): boolean {
  return field.type === 'masterDetail';
}
