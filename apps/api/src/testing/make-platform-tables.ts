import { sql, type RawBuilder } from 'kysely';

/** As much of the platform's tables as those of an org ask for, where a suite makes an org without the whole application. */
export async function makePlatformTables(run: (statement: RawBuilder<unknown>) => Promise<unknown>): Promise<void> {
  await run(sql`create schema if not exists guanxi`);
  await run(sql`create table guanxi.org (id uuid, sandbox_of uuid, schema text not null, published_revision integer not null)`);
  await run(sql`create table guanxi."user" (id uuid, org_id uuid, name text, email text, active boolean, locale text, time_zone text, kind text, manager_id uuid)`);
}
