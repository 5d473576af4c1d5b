import { fieldType } from '@guanxi/field-types';
import { sql } from 'kysely';
import type { FieldModel, ObjectModel } from '../../model/model.js';
import { indexName, searchIndexName } from '../../naming/index.js';
import { hasColumn, type Sql } from '../sql/table-sql.js';
import type { Attachment } from './attachment.js';
import { indexAttachment } from './index-attachment.js';
import { isPrivate } from './is-private.js';

/** Finds a piece of the name; three letters and more. */
export function nameIndex(object: ObjectModel): readonly Attachment[] {
  const field = object.fieldByName.get(object.nameField);
  if (!field || field.system || !hasColumn(field) || !fieldType(field.type).searchable) return [];
  const name = searchIndexName(object.table, field.column);
  return [indexAttachment(object, { name, key: `search ${fieldType(field.type).text ? field.type : 'text'}`, field, definition: sql`using gin (${textOf(field)} public.gin_trgm_ops)` })];
}

function textOf(field: FieldModel): Sql {
  const text = fieldType(field.value.type).text?.(sql.id(field.column));
  return text ? sql`(${text})` : sql.id(field.column);
}

/** Lists are always found by one of their values; the rest where somebody wants it, and then among each owner's records too, where people see those of some owners only. */
export function columnIndexes(object: ObjectModel, field: FieldModel): readonly Attachment[] {
  const kind = fieldType(field.value.type);
  if (kind.encrypted) return [];
  if (kind.column(field.value.settings).name === 'text[]') {
    return [indexAttachment(object, { name: indexName(object.table, [field.column]), key: 'any of', field, definition: sql`using gin (${sql.id(field.column)})` })];
  }
  if (field.unique || field.target !== undefined || !field.indexed || !kind.sortable) return [];
  return [
    indexAttachment(object, { name: indexName(object.table, [field.column]), key: 'own', field, definition: sql`(${sql.id(field.column)}, id) where deleted_at is null` }),
    ...(isPrivate(object) ? [indexAttachment(object, { name: indexName(object.table, ['owner_id', field.column]), key: 'of each owner', mayBeThere: true, field, definition: sql`(owner_id, ${sql.id(field.column)}, id) where deleted_at is null` })] : []),
  ];
}
