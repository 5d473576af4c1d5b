import { type RawBuilder, sql } from 'kysely';
import { EASTERN, LARGE } from './name-order.js';

/** The same in SQL; null for a name of which nothing is shown. Without `concat`, which no index may be made over. */
export function nameText(column: RawBuilder<unknown>): RawBuilder<string | null> {
  const piece = (key: string) => sql`(${column} ->> ${sql.lit(key)})`;
  const [first, middle, last, suffix] = [piece('first'), piece('middle'), piece('last'), piece('suffix')];
  const or = (text: RawBuilder<unknown>) => sql`coalesce(${text}, '')`;
  const together = sql`(${or(last)} || ${or(first)} || ${or(middle)})`;
  const apart = sql`btrim(${or(sql`${first} || ' '`)} || ${or(sql`${middle} || ' '`)} || ${or(last)})`;
  const name = sql`case when ${together} ~ ${sql.lit(`^[${EASTERN}${LARGE.postgres}]+$`)} then ${together} else ${apart} end`;
  return sql<string | null>`nullif(btrim((${name}) || ${or(sql`' ' || ${suffix}`)}), '')`;
}
