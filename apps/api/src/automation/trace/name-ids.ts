import { nameSql, type Model } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import { validate as isId } from 'uuid';
import type { SqlSession } from '../../database/sql-session.js';

/** What an id in a trace stands for. */
export interface NamedId {
  readonly id: string;
  /** API name of the object; `User` of people. */
  readonly object: string;
  readonly name: string;
}

const MOST = 500;

/** The names of all records and people whose ids stand anywhere in `values`; what is not there any more is missing. */
export async function nameIds(session: SqlSession, schema: string, model: Model, values: unknown): Promise<readonly NamedId[]> {
  const ids = [...idsIn(values, new Set())].slice(0, MOST);
  if (ids.length === 0) return [];
  const wanted = sql`any(${ids}::uuid[])`;
  const own = model.objects.filter(({ platform }) => !platform);
  const branches = own.map((object) => sql`select id, ${object.name}::text as object, coalesce(${nameSql(object)}::text, '') as name from ${recordTable(schema, object)} where id = ${wanted}`);
  return session.run<NamedId & object>(sql`${sql.join([sql`select id, 'User' as object, name from ${orgTable(schema, 'user')} where id = ${wanted}`, ...branches], sql` union all `)}`);
}

function idsIn(value: unknown, found: Set<string>): Set<string> {
  if (typeof value === 'string' && isId(value)) found.add(value);
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) idsIn(one, found);
  return found;
}
