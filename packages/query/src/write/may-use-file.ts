import { FILE } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { allOf, column, visible, type Compilation, type Table } from '../compile/compilation.js';
import { ME } from '../statement/slot.js';

/** Files that this person may put into a record: their own, and those of records that they may read. To name a file is to read it. */
export function mayUseFile(file: Table, compilation: Compilation): RawBuilder<boolean> {
  const { model, access } = compilation.ground;
  const uses = model.objects.flatMap((object) => {
    const rights = access.objects.get(object.name);
    const fields = object.fields.filter(({ target, column: name }) => target === FILE && name !== '');
    if (!rights || rights.read === 'none') return [];
    return fields.filter(({ name }) => rights.readableFields.has(name)).map((field) => {
      const table = compilation.table(object.name);
      const predicates = [sql<boolean>`${column(table, field)} = ${sql.id(file.alias, 'id')}`, ...visible(table)];
      return sql<boolean>`exists (select from ${table.from} where ${allOf(predicates)})`;
    });
  });
  return sql<boolean>`(${sql.join([sql<boolean>`${sql.id(file.alias, 'created_by')} = ${ME}`, ...uses], sql` or `)})`;
}
