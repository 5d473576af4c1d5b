import type { FieldProperty } from '@guanxi/field-types';
import type { ObjectDocument } from '@guanxi/metadata';
import type { DocumentState } from '../../documents/document-types.js';

export interface FieldRow {
  readonly name: string;
  readonly property: FieldProperty;
  readonly isRequired: boolean;
  readonly isNameField: boolean;
  readonly state: DocumentState;
}

/** The fields in their order with what the draft does to each; those that go stand last. */
export function readFieldRows(object: ObjectDocument, before: ObjectDocument | null): readonly FieldRow[] {
  const published = new Map(Object.entries(before?.properties ?? {}).map(([name, property]) => [property.guanxi.id, { name, property }]));
  const nameField = object.guanxi.nameField ?? (Object.hasOwn(object.properties, 'name') ? 'name' : undefined);
  const rows = Object.entries(object.properties).map(([name, property]): FieldRow => {
    const known = published.get(property.guanxi.id);
    published.delete(property.guanxi.id);
    const isRequired = object.required?.includes(name) ?? false;
    const isSame = known !== undefined && known.name === name && JSON.stringify(known.property) === JSON.stringify(property) && isRequired === (before?.required?.includes(name) ?? false);
    return { name, property, isRequired, isNameField: name === nameField, state: known === undefined ? 'CREATED' : isSame ? 'PUBLISHED' : 'CHANGED' };
  });
  const gone = [...published.values()].map(({ name, property }): FieldRow => ({ name, property, isRequired: before?.required?.includes(name) ?? false, isNameField: false, state: 'REMOVED' }));
  return [...rows, ...gone];
}

export function fieldTitle({ name, property }: Pick<FieldRow, 'name' | 'property'>): string {
  return property.title ?? name;
}
