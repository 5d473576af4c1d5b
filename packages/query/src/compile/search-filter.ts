import { fieldType, operators } from '@guanxi/field-types';
import { sql, type RawBuilder } from 'kysely';
import { toParameter, type Operand } from '../request/operand.js';
import { displayText } from './column-types.js';
import type { Compilation, Table } from './compilation.js';
import { fieldExpression } from './field-expression.js';

/** Some readable field of the record that the record search looks at contains the text. What is worked out only on reading is not among them. */
export function compileSearchFilter(text: Operand, table: Table, compilation: Compilation): RawBuilder<boolean> {
  const { nameField } = table.object;
  const fields = table.object.fields.filter(
    (field) =>
      table.access.readableFields.has(field.name) &&
      (field.name === nameField || (!field.system && field.storage === 'column' && fieldType(field.value.type).searchable)),
  );
  const pattern = toParameter(text, (value) => operators.contains.toParameter(String(value ?? '')));
  const matches = fields.map((field) => operators.contains.sql(displayText(field, fieldExpression(table, field, compilation)), sql`${pattern}::text`));
  return matches.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(matches, sql` or `)})`;
}
