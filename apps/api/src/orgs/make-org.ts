import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { OrgDatabase } from '../database/org-database.js';
import { migrateOrgSchema } from '../database/migrate-org-schema.js';
import type { Org } from './org.js';

export type NewOrg = Omit<Org, 'id' | 'schema'>;

/** Makes an org with an empty schema of its own; nothing is published in it yet. */
export async function makeOrg(database: OrgDatabase, wanted: NewOrg): Promise<Org> {
  const org: Org = Object.freeze({ ...wanted, id: uuidv7(), schema: `org_${randomBytes(6).toString('hex')}` });
  await database.transaction(org, async (tx) => {
    await tx.run(sql`
      insert into guanxi.org (id, name, schema, time_zone, currency, locale, country, sandbox_of, clock)
      values (${org.id}, ${org.name}, ${org.schema}, ${org.timeZone}, ${org.currency}, ${org.locale}, ${org.country ?? null}, ${org.sandboxOf ?? null}, ${org.clock ?? null})`);
    await tx.run(sql`create schema ${sql.id(org.schema)}`);
    await migrateOrgSchema(tx, org, 'in-transaction');
  });
  return org;
}
