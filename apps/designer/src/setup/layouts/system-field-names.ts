import type { FieldTypeName } from '@guanxi/field-types';
import type { ObjectDocument } from '@guanxi/metadata';

/** The fields of every record that people may want to see on a page. */
export function buildSystemFieldNames({ guanxi }: ObjectDocument): readonly { readonly name: string; readonly type: FieldTypeName }[] {
  return [
    { name: 'owner', type: 'user' },
    ...((guanxi.recordTypes ?? []).length > 0 ? [{ name: 'recordType', type: 'picklist' as const }] : []),
    { name: 'createdBy', type: 'user' },
    { name: 'createdAt', type: 'dateTime' },
    { name: 'updatedBy', type: 'user' },
    { name: 'updatedAt', type: 'dateTime' },
  ];
}
