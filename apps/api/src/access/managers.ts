import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { SqlSession } from '../database/sql-session.js';
import type { Org } from '../orgs/org.js';

/**
 * Keeps whom people report to in the tables that records are read with, in the org and in its sandboxes: to be called in
 * every transaction that changes it. Of a manager whom a sandbox does not have it says nothing.
 */
export async function settleManagers(tx: SqlSession & { readonly org: Org }): Promise<void> {
  const sandboxes = await tx.run<{ schema: string }>(sql`select schema from guanxi.org where sandbox_of = ${tx.org.id} order by created_at, id`);
  for (const { schema } of [tx.org, ...sandboxes]) {
    const person = orgTable(schema, 'user');
    await tx.run(sql`
      update ${person} p set manager_id = wanted.manager_id
      from (select u.id, m.id as manager_id from guanxi."user" u left join ${person} m on m.id = u.manager_id where u.org_id = ${tx.org.sandboxOf ?? tx.org.id}) as wanted
      where wanted.id = p.id and p.manager_id is distinct from wanted.manager_id`);
  }
}
