import { fieldType } from '@guanxi/field-types';
import { sql, type RawBuilder } from 'kysely';
import { column, type Table } from '../compile/compilation.js';

/** What people know a record of the table by; null where this person may not read it. */
export function nameExpression(table: Table): RawBuilder<unknown> {
  const field = table.object.fieldByName.get(table.object.nameField);
  if (!field || field.column === '' || !table.access.readableFields.has(field.name)) return sql`null::text`;
  return fieldType(field.value.type).text?.(column(table, field)) ?? sql`${column(table, field)}::text`;
}
