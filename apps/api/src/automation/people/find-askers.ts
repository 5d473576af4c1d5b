import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { SYSTEM_USER_ID } from '../../access/actors.js';
import type { OrgTransaction } from '../../database/sql-session.js';

/**
 * Who has caused runs: whoever made the change or pressed the button that set them off, also where workflows have set off
 * each other in between. A run that time or the platform itself has caused is missing.
 */
export async function findAskers(tx: OrgTransaction, runIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { schema } = tx.org;
  const [run, history] = [orgTable(schema, 'run'), orgTable(schema, 'history')];
  const change = sql`case when chain.parent_id is null and chain.occasion ~ '^[0-9]{1,18}$' then chain.occasion::bigint end`;
  const rows = await tx.run<{ start: string; asker: string }>(sql`
    with recursive chain as (
      select id as start, id, parent_id, occasion, trigger, 0 as steps from ${run} where id = any(${runIds}::uuid[])
      union all
      select chain.start, cause.id, cause.parent_id, cause.occasion, cause.trigger, chain.steps + 1
      from chain left join ${history} as history on history.id = ${change} and history.source = 'workflow'
      join ${run} as cause on cause.id = coalesce(chain.parent_id, history.operation_id)
      where chain.steps < 50
    )
    select distinct on (chain.start) chain.start, coalesce(history.actor_id::text, chain.trigger ->> 'actor') as asker
    from chain left join ${history} as history on history.id = ${change} and history.source <> 'workflow'
    where history.actor_id is not null or chain.trigger ->> 'actor' is not null
    order by chain.start, chain.steps desc`);
  const people = await tx.run<{ id: string }>(sql`select id from ${orgTable(schema, 'user')} where id::text = any(${rows.map(({ asker }) => asker)}::text[]) and id <> ${SYSTEM_USER_ID}::uuid`);
  const known = new Set(people.map(({ id }) => id));
  return new Map(rows.filter(({ asker }) => known.has(asker)).map(({ start, asker }) => [start, asker]));
}
