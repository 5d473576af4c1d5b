import type { FieldTypeName } from '@guanxi/field-types';
import type { LayoutCell, LayoutDocument } from '@guanxi/metadata';
import { generateRelatedLists } from './generate-related-lists.js';

/** What a layout is made from; both the model's objects and the page's descriptions of them have this shape. */
export interface LayoutSource {
  readonly name: string;
  readonly nameField: string;
  readonly fields: readonly LayoutField[];
  readonly relations: readonly { readonly name: string; readonly object: string; readonly field: string }[];
}

export interface LayoutField {
  readonly name: string;
  readonly type: FieldTypeName;
  readonly system: boolean;
  readonly required: boolean;
  readonly unique: boolean;
  readonly externalId: boolean;
}

/**
 * A layout for an object that has none: what tells the record apart first, then the owner and the other fields as the
 * document orders them, long text across both columns at the end; who made and changed it in a section of its own.
 * `findObject` gives the objects of related lists, for their columns.
 */
export function generateLayout(object: LayoutSource, findObject: (name: string) => LayoutSource | undefined = () => undefined): LayoutDocument {
  const own = object.fields.filter((field) => !field.system);
  const owner = object.fields.filter((field) => field.system && field.name === 'owner');
  const rank = (field: LayoutField) => rankOf(field, object.nameField);
  const cells = [...own.filter(isShort).sort((left, right) => rank(left) - rank(right)), ...owner];
  const tracked = object.fields.filter((field) => field.system && trackedFields.includes(field.name));
  const relatedLists = generateRelatedLists(object, findObject);
  return {
    kind: 'layout',
    name: object.name,
    object: object.name,
    sections: [
      { columns: 2, cells: [...cells.map(cellOf), ...own.filter((field) => !isShort(field)).map(cellOf)] },
      ...(tracked.length > 0 ? [{ ...trackedSection, cells: tracked.map(cellOf) }] : []),
    ],
    ...(relatedLists.length > 0 ? { relatedLists } : {}),
    guanxi: { id: `generated.layout.${object.name}` },
  };
}

const trackedFields = ['createdBy', 'createdAt', 'updatedBy', 'updatedAt'];

const trackedSection = {
  title: 'System information',
  titles: { 'zh-TW': '系統資訊', 'zh-CN': '系统信息' },
  columns: 2,
} as const;

/** Kinds that need the whole width to be read. */
const wideTypes: readonly FieldTypeName[] = ['longText'];

function isShort(field: LayoutField): boolean {
  return !wideTypes.includes(field.type);
}

function cellOf(field: LayoutField): LayoutCell {
  return isShort(field) ? { field: field.name } : { field: field.name, wide: true };
}

/** Sorting is stable, so fields of one rank keep the order of the document. */
function rankOf(field: LayoutField, nameField: string): number {
  if (field.name === nameField) return 0;
  if (field.externalId || field.unique || field.type === 'autoNumber') return 1;
  return field.required ? 2 : 3;
}
