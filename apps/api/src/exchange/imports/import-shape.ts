import { columnTypeSql, fieldType, fieldTypes, type JsonValue } from '@guanxi/field-types';
import type { CheckedImportColumn, CheckedImportPlan, FieldModel, Model, ObjectModel } from '@guanxi/metadata';
import { recordTable, type StagedReference } from '@guanxi/query';
import { sql } from 'kysely';

/** A lookup whose cells name the record by a key. */
export interface KeyReference {
  readonly heading: string;
  readonly field: FieldModel;
  readonly target: ObjectModel;
  readonly by: FieldModel;
  readonly createMissing: boolean;
  readonly staged: StagedReference;
}

/** What the rows of an import are made of: worked out once from its plan. */
export interface ImportShape {
  readonly checked: CheckedImportPlan;
  readonly object: ObjectModel;
  /** The fields that staged rows have a column for. */
  readonly fields: readonly FieldModel[];
  /** Those that the file fills; a record that is changed keeps its other values. */
  readonly filled: readonly FieldModel[];
  readonly references: readonly KeyReference[];
  /** Many-to-many lists, which are written after the records: `column` of the staged rows holds who joins. */
  readonly lists: readonly { readonly field: FieldModel; readonly column: string }[];
  /** Values of new records that are the same for all of them, in canonical form. */
  readonly defaults: ReadonlyMap<FieldModel, JsonValue>;
}

const TYPE = 'recordType';

export function shapeOf(checked: CheckedImportPlan, model: Model, schema: string): ImportShape {
  const { object, columns, plan } = checked;
  const named = [...new Set(columns.flatMap(({ field }) => membersOf(field, object)))];
  const filled = named.filter(({ column }) => column !== '');
  const lists = named.filter(({ column }) => column === '').map((field, index) => ({ field, column: `_list ${index}` }));
  const references = columns.flatMap((column) => referencesOf(column, object)).map((one, index) => ({ ...one, staged: stagedReference(one, index, schema) }));
  const given = plan.mode === 'update' ? [] : object.fields.filter(isGiven);
  const defaults = new Map(given.flatMap((field): [FieldModel, JsonValue][] => {
    if (field.default === undefined || (field.name !== TYPE && object.recordTypes.length > 0)) return [];
    return [[field, fieldType(field.type).normalize(field.default, field.settings)]];
  }));
  return { checked, object, filled, references, lists, defaults, fields: [...new Set([...filled, ...given])] };
}

/** Of new records, what nobody has to bring. */
function isGiven(field: FieldModel): boolean {
  return field.storage === 'column' && field.writable && (field.default !== undefined || field.defaultFormula !== undefined || field.name === TYPE);
}

/** A reference to one of several objects is kept in a lookup per object. */
function membersOf(field: FieldModel, object: ObjectModel): readonly FieldModel[] {
  return field.members ? field.members.flatMap((name) => object.fieldByName.get(name) ?? []) : [field];
}

type Keyed = Omit<KeyReference, 'staged'>;

function referencesOf({ column: heading, field, match, pointers = [] }: CheckedImportColumn, object: ObjectModel): readonly Keyed[] {
  if (match) return [{ heading, field, target: match.target, by: match.field, createMissing: match.createMissing }];
  return membersOf(field, object).flatMap((member): Keyed[] => {
    const pointer = pointers.find(({ target }) => target.name === member.target);
    const [by] = pointer?.by ?? [];
    return pointer && by ? [{ heading, field: member, target: pointer.target, by, createMissing: false }] : [];
  });
}

function stagedReference({ field, target, by }: Keyed, index: number, schema: string): StagedReference {
  return {
    field: field.name,
    keys: `_key ${index}`,
    target: recordTable(schema, target),
    keyColumn: by.column,
    keyType: columnTypeSql(fieldTypes[by.type].column(by.settings)),
    alive: target.platform ? sql`t.active` : sql`t.deleted_at is null`,
  };
}
