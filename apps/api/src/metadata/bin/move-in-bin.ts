import type { Model, PlannedChange } from '@guanxi/metadata';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { OrgTransaction } from '../../database/sql-session.js';

interface Moves {
  readonly planned: readonly PlannedChange[];
  readonly from: Model | null;
  readonly to: Model;
  readonly revision: number;
  readonly userId?: string | undefined;
}

/** Takes note of what a plan puts aside and takes back, in the transaction that does it. */
export async function moveInBin(tx: OrgTransaction, { planned, from, to, revision, userId }: Moves): Promise<void> {
  const removed = sql.id(tx.org.schema, '_removed');
  for (const { bin } of planned) {
    if (bin?.takes !== undefined) await tx.run(sql`delete from ${removed} where id = ${bin.takes}`);
  }
  await followTables(tx, planned, from, to);
  for (const { bin } of planned) {
    if (!bin?.puts) continue;
    const { kind, object, field, document, tableName, columnName } = bin.puts;
    await tx.run(sql`
      insert into ${removed} (id, kind, object, field, document, table_name, column_name, removed_at, removed_by, revision)
      values (${uuidv7()}, ${kind}, ${object}, ${field ?? null}, ${JSON.stringify(document)}, ${tableName}, ${columnName ?? null}, now(), ${userId ?? null}, ${revision})`);
  }
}

/** Columns that stand aside are found in their tables, whatever those are called by now. */
async function followTables(tx: OrgTransaction, planned: readonly PlannedChange[], from: Model | null, to: Model): Promise<void> {
  const aside = new Map(planned.flatMap(({ bin }) => (bin?.puts?.kind === 'object' ? [[bin.puts.object, bin.puts.tableName] as const] : [])));
  const before = new Map(from?.objects.map((object) => [object.id, object.table]));
  const moved = [
    ...[...aside].map(([object, table]) => ({ object, table })),
    ...to.objects.filter(({ id, table }) => before.get(id) !== table).map(({ id, table }) => ({ object: id, table })),
  ];
  for (const { object, table } of moved) {
    await tx.run(sql`update ${sql.id(tx.org.schema, '_removed')} set table_name = ${table} where kind = 'field' and object = ${object}`);
  }
}
