import { columnTypeSql, fieldType } from '@guanxi/field-types';
import { rollUpSumColumn, type FieldModel, type ObjectModel } from '@guanxi/metadata';
import { compileStatement, orgTable, recordTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { exactValueOf, valueOf, type MemoryOrg } from './memory-org.js';
import { people, rates } from './random-rows.js';

interface Runner {
  query(query: { text: string; values: unknown[] }): Promise<unknown>;
}

/** Puts the records in memory into the tables of an org, in place of what is there. */
export async function fillTables(pool: Runner, schema: string, org: MemoryOrg): Promise<void> {
  const run = (builder: RawBuilder<unknown>) => {
    const { text, parameters } = compileStatement(builder);
    return pool.query({ text, values: [...parameters] });
  };
  const objects = org.model.objects.filter(({ platform }) => !platform);
  await run(sql`truncate ${sql.join([...objects.map((object) => recordTable(schema, object)), orgTable(schema, 'user'), orgTable(schema, 'currencyRate'), orgTable(schema, 'principal'), orgTable(schema, 'below'), orgTable(schema, 'share')])}`);
  const users = sql.join(people.map(({ values }) => sql`(${values['id']}::uuid, ${values['name']}, ${values['email']}, true)`));
  await run(sql`insert into ${orgTable(schema, 'user')} (id, name, email, active) values ${users}`);
  for (const { code, startsOn, rate } of rates) await run(sql`insert into ${orgTable(schema, 'currencyRate')} (code, starts_on, rate) values (${code}, ${startsOn}::date, ${rate}::numeric)`);
  for (const object of objects) await fill(run, schema, object, org);
  await fillSharing(run, schema, org);
}

async function fillSharing(run: (builder: RawBuilder<unknown>) => Promise<unknown>, schema: string, { sharing, model, now, me }: MemoryOrg): Promise<void> {
  const pairs = (sets: ReadonlyMap<string, ReadonlySet<string>> = new Map()) => JSON.stringify([...sets].flatMap(([a, set]) => [...set].map((b) => ({ a, b }))));
  await run(sql`insert into ${orgTable(schema, 'principal')} (user_id, principal) select a, b from jsonb_to_recordset(${pairs(sharing?.principals)}::jsonb) as p(a uuid, b text)`);
  await run(sql`insert into ${orgTable(schema, 'below')} (user_id, owner_id) select a, b from jsonb_to_recordset(${pairs(sharing?.below)}::jsonb) as p(a uuid, b uuid)`);
  const shares = (sharing?.shares ?? []).map((share) => ({ ...share, object: model.objectByName.get(share.object)?.id }));
  await run(sql`insert into ${orgTable(schema, 'share')} (id, object, record_id, principal, access, until, created_by, created_at)
    select gen_random_uuid(), object, "recordId", principal, access, until, ${me}::uuid, ${now}::timestamptz from jsonb_to_recordset(${JSON.stringify(shares)}::jsonb) as s(object text, "recordId" uuid, principal text, access text, until timestamptz)`);
}

async function fill(run: (builder: RawBuilder<unknown>) => Promise<unknown>, schema: string, object: ObjectModel, org: MemoryOrg): Promise<void> {
  const kept = object.fields.filter(({ storage }) => storage === 'column' || storage === 'maintained');
  const sums = kept.filter(({ rollUp }) => rollUp?.operation === 'sum');
  const rows = (org.rows.get(object.name) ?? []).map((row) => ({
    deleted_at: row.deleted ? org.now : null,
    ...Object.fromEntries(kept.map((field) => [field.column, valueOf(org, row, field)])),
    ...Object.fromEntries(sums.map((field) => [rollUpSumColumn(field.column), exactValueOf(org, row, field)])),
  }));
  if (rows.length === 0) return;
  const columns: (readonly [string, RawBuilder<unknown>])[] = [
    ['deleted_at', sql`timestamptz`],
    ...kept.map((field) => [field.column, typeOf(field)] as const),
    ...sums.map((field) => [rollUpSumColumn(field.column), sql`numeric`] as const),
  ];
  const names = sql.join(columns.map(([name]) => sql.id(name)));
  const described = sql.join(columns.map(([name, type]) => sql`${sql.id(name)} ${type}`));
  await run(sql`insert into ${recordTable(schema, object)} (${names}) select ${names} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${described})`);
}

function typeOf({ value: { type, settings } }: FieldModel): RawBuilder<unknown> {
  return columnTypeSql(fieldType(type).column(settings));
}
