import type { FieldModel, ObjectModel } from '@guanxi/metadata';

/** A lookup whose target owns the record: access to the record is access to that one. */
export function isMasterField(field: FieldModel): boolean {
  return field.type === 'masterDetail';
}

/** The lookup to the record that decides who a record is shared with, where the object leaves it to another one. */
export function parentField({ document, fieldByName }: ObjectModel): FieldModel | undefined {
  const sharing = document?.guanxi.sharing;
  return sharing?.default === 'parent' && sharing.parent !== undefined ? fieldByName.get(sharing.parent) : undefined;
}
