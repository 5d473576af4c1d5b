import type { Model } from '@guanxi/metadata';
import { recordTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import type { OrgTransaction } from '../database/sql-session.js';
import type { Org } from '../orgs/org.js';

/** Of each object the latest so many records, and whatever they refer to. */
const LATEST = 200;

/** Fills a temporary table with the ids of a sample in which no reference leads nowhere, and answers the condition that a record is in it. */
export async function chooseSample(tx: OrgTransaction, source: Org, model: Model): Promise<(id: RawBuilder<unknown>) => RawBuilder<boolean>> {
  await tx.run(sql`create temporary table sample_record (id uuid primary key, fresh boolean not null) on commit drop`);
  const objects = model.objects.filter(({ platform }) => !platform);
  for (const object of objects) {
    await tx.run(sql`insert into sample_record select id, true from ${recordTable(source.schema, object)} where deleted_at is null order by id desc limit ${LATEST} on conflict do nothing`);
  }
  const references = objects.flatMap((object) =>
    object.fields.filter(({ target, storage, system }) => storage === 'column' && !system && target !== undefined && model.objectByName.get(target)?.platform === false).map((field) => ({ object, field })),
  );
  for (let found = 1; found > 0; ) {
    found = 0;
    for (const { object, field } of references) {
      const target = model.objectByName.get(field.target ?? '');
      if (!target) continue;
      const [answer] = await tx.run<{ count: number }>(sql`
        with added as (
          insert into sample_record
          select target.id, true from ${recordTable(source.schema, target)} target
          where target.id in (select record.${sql.id(field.column)} from ${recordTable(source.schema, object)} record join sample_record chosen on chosen.id = record.id and chosen.fresh)
          on conflict do nothing returning 1
        ) select count(*)::integer as count from added`);
      found += answer?.count ?? 0;
    }
  }
  return (id) => sql<boolean>`exists (select from sample_record chosen where chosen.id = ${id})`;
}
