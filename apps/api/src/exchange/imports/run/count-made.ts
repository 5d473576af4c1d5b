import { sql } from 'kysely';
import type { ImportRun } from './import-run.js';

/** How many records a checked import would make because its rows name them, by object name. */
export async function countMade({ shape, staging, database, actor }: ImportRun): Promise<Readonly<Record<string, number>>> {
  const session = database.session(actor.org);
  const made: Record<string, number> = {};
  for (const { createMissing, staged, target } of shape.references) {
    if (!createMissing) continue;
    const key = sql.id('s', staged.keys);
    const [found] = await session.run<{ count: number }>(sql`select count(distinct ${key})::integer as count from ${staging.rows} s
      where ${key} is not null and not exists (select from ${staging.outcomes} o where o."row" = s."_row" and o.kind <> 'matched')
        and not exists (select from ${staged.target} t where ${sql.id('t', staged.keyColumn)} = ${key}::${staged.keyType} and ${staged.alive})`);
    if (found && found.count > 0) made[target.name] = (made[target.name] ?? 0) + found.count;
  }
  return made;
}
