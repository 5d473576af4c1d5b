import { sql } from 'kysely';
import type { FieldModel, ObjectModel } from '../../model/model.js';
import { asideName, primaryKeyName } from '../../naming/index.js';
import type { ObjectPair } from '../model-pair.js';
import type { BinMove, Place } from '../planned-change.js';
import { dropRequiredCheck } from '../sql/drop-required-check.js';
import { tableSql, type Sql } from '../sql/table-sql.js';

export interface Aside {
  readonly statements: readonly Sql[];
  readonly bin?: BinMove;
}

/** What the bin keeps of a field: enough to lay it into the object again. */
export interface BinnedField {
  readonly name: string;
  readonly required: boolean;
  readonly property: FieldModel['property'];
}

/**
 * A column leaves the table: renamed aside where it may be wanted again. `table` and `column` are what they are
 * called at that moment.
 */
export function putColumnAside(field: FieldModel, at: { readonly objects: ObjectPair; readonly table: ObjectModel; readonly column: string }, place: Place): Aside {
  const table = tableSql(at.table, place);
  const owner = at.objects.to;
  if (place.revision === undefined) return { statements: [sql`alter table ${table} drop column ${sql.id(at.column)}`] };
  // Two columns of one name may stand aside after one revision: they had different ones before it.
  const name = asideName(place.revision, field.column);
  const document: BinnedField = { name: field.name, required: field.required, property: field.property };
  return {
    statements: [
      ...(field.required ? [sql`alter table ${table} alter column ${sql.id(at.column)} drop not null`, ...dropRequiredCheck({ from: at.objects.from, to: at.table }, field, place)] : []),
      sql`alter table ${table} rename column ${sql.id(at.column)} to ${sql.id(name)}`,
    ],
    bin: { puts: { kind: 'field', object: owner.id, field: field.id, document, tableName: owner.table, columnName: name } },
  };
}

export function putTableAside(object: ObjectModel, place: Place): Aside {
  const table = tableSql(object, place);
  if (place.revision === undefined) return { statements: [sql`drop table ${table}`] };
  const name = asideName(place.revision, object.table);
  return {
    statements: [
      sql`alter table ${table} rename constraint ${sql.id(primaryKeyName(object.table))} to ${sql.id(primaryKeyName(name))}`,
      sql`alter table ${table} rename to ${sql.id(name)}`,
    ],
    bin: { puts: { kind: 'object', object: object.id, document: object.document, tableName: name } },
  };
}
