import type { Model } from '@guanxi/metadata';
import { bindStatement, compileNames, orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { Actor } from '../access/actor.js';
import type { SqlSession } from '../database/sql-session.js';

export type LeftOutReason = 'CHANGED_SINCE' | 'GONE' | 'RULE' | 'FORBIDDEN';

/** Something that an undo could not put back. */
export interface LeftOut {
  /** Names of the object and the field. */
  readonly object: string;
  readonly recordId: string;
  /** Null where this person may not read it. */
  readonly name: string | null;
  readonly field: string | null;
  readonly reason: LeftOutReason;
}

interface Row {
  /** The object's id. */
  readonly object: string;
  readonly record_id: string;
  readonly field: string | null;
  readonly reason: LeftOutReason;
}

/** What an undo left out, in the order it came upon it, with the names that this person may read. */
export async function readLeftOut(session: SqlSession, actor: Actor, model: Model, operationId: string, first: number): Promise<readonly LeftOut[]> {
  const rows = await session.run<Row>(sql`select object, record_id, field, reason from ${orgTable(actor.org.schema, 'operationLeftOut')}
    where operation_id = ${operationId}::uuid order by position limit ${first}`);
  const known = rows.flatMap((row) => {
    const object = model.objectById.get(row.object);
    return object && actor.access.objects.has(object.name) ? [{ row, name: object.name }] : [];
  });
  const names = new Map<string, string | null>();
  for (const object of new Set(known.map(({ name }) => name))) {
    const statement = compileNames(object, { model, access: actor.access, schema: actor.org.schema });
    const ids = known.flatMap(({ row, name }) => (name === object ? [row.record_id] : []));
    const values = bindStatement(statement, { variables: { ids }, me: actor.userId, now: new Date(0).toISOString(), timeZone: actor.timeZone });
    const found = await session.run<{ id: string; name: string | null }>({ text: statement.text, values });
    for (const { id, name } of found) names.set(id, name);
  }
  return known.map(({ row, name }) => ({ object: name, recordId: row.record_id, name: names.get(row.record_id) ?? null, field: row.field, reason: row.reason }));
}

export async function countLeftOut(session: SqlSession, { org }: Actor, operationId: string): Promise<number> {
  const [row] = await session.run<{ count: number }>(sql`select count(*)::integer as count from ${orgTable(org.schema, 'operationLeftOut')} where operation_id = ${operationId}::uuid`);
  return row?.count ?? 0;
}
