import type { Model } from '@guanxi/metadata';
import { bindStatement, compileNames } from '@guanxi/query';
import type { Actor } from '../access/actor.js';
import type { SqlSession } from '../database/sql-session.js';

interface Place {
  readonly session: SqlSession;
  readonly schema: string;
  readonly model: Model;
}

/** What records are called, by id, also of those in the recycle bin. */
export async function readNamesWithBin({ session, schema, model }: Place, { access, userId, timeZone, org }: Actor, object: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (!access.objects.has(object)) return new Map();
  const statement = compileNames(object, { model, access, schema });
  const values = bindStatement(statement, { variables: { ids: [...ids] }, me: userId, now: new Date().toISOString(), timeZone, org });
  const rows = await session.run<{ id: string; name: string | null }>({ text: statement.text, values });
  return new Map(rows.map(({ id, name }) => [id, name ?? '']));
}
