import type { FieldTypeName } from '@guanxi/field-types';
import { parseDocuments, plan, type Model } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { orgTable, recordTable } from '../../org-tables.js';
import { compileStatement } from '../../statement/statement.js';
import { leadsTo, objectNames, type ObjectName, type RandomPolicy } from './random-policy.js';
import { SlowReference } from './slow-reference.js';

const inverses: Readonly<Partial<Record<ObjectName, string>>> = { Deal: 'deals', Visit: 'visits', Item: 'items' };

function property(object: number, field: number, type: FieldTypeName, keywords: object, guanxi: object = {}) {
  return { title: `Field ${String(field)}`, type: 'string', ...keywords, guanxi: { id: `a${String(object)}000000-0000-4000-8000-${String(field).padStart(12, '0')}`, type, ...guanxi } };
}

function objectDocument(name: ObjectName, index: number, policy: RandomPolicy) {
  const above = leadsTo[name];
  const sharing = policy.sharing[name];
  return {
    kind: 'object', name, title: name, type: 'object',
    properties: {
      name: property(index, 1, 'text', { maxLength: 80 }),
      region: property(index, 2, 'text', { maxLength: 20 }),
      amount: property(index, 3, 'integer', { type: 'integer' }),
      secret: property(index, 4, 'text', { maxLength: 20 }),
      ...(above && { [above.field]: property(index, 5, name === 'Item' ? 'masterDetail' : 'lookup', { format: 'uuid' }, { target: above.object, inverse: { name: inverses[name] } }) }),
    },
    guanxi: { id: `b0000000-0000-4000-8000-00000000000${String(index)}`, nameField: 'name', ...(sharing && { sharing }) },
  };
}

/** What is published for a policy: its objects, and who has what. */
export function documentsOf(policy: RandomPolicy): readonly { readonly kind: string; readonly name: string }[] {
  const objects = objectNames.map((name, index) => objectDocument(name, index, policy));
  return [...objects, ...policy.roles, ...policy.teams, ...policy.queues, ...policy.sets, ...policy.groups, ...policy.rules];
}

/** The documents of a policy as the product reads them. */
export function modelOf(policy: RandomPolicy): Model {
  const parsed = parseDocuments(documentsOf(policy));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1));
  return parsed.value;
}

export interface Runner {
  query(query: { text: string; values: unknown[] }): Promise<unknown>;
}

const runnerOf = (pool: Runner) => (builder: RawBuilder<unknown>) => {
  const { text, parameters } = compileStatement(builder);
  return pool.query({ text, values: [...parameters] });
};
const rows = (list: readonly unknown[]) => sql`${JSON.stringify(list)}::jsonb`;

/** Makes an org's schema with the records, people and shares of a policy. */
export async function layOutPolicy(pool: Runner, schema: string, policy: RandomPolicy, model: Model): Promise<void> {
  const run = runnerOf(pool);
  const reference = new SlowReference(policy);
  await run(sql`create schema ${sql.id(schema)}`);
  await run(sql`create table ${orgTable(schema, 'user')} (id uuid primary key, name text not null, email text not null, active boolean not null, manager_id uuid)`);
  await run(sql`create table ${orgTable(schema, 'history')} (id bigint generated always as identity primary key, object text not null, record_id uuid not null,
    kind text not null, changes jsonb not null, actor_id uuid, source text not null, operation_id uuid, at timestamptz not null)`);
  await run(sql`create table ${orgTable(schema, 'event')} (lane smallint not null, history_id bigint not null, primary key (lane, history_id))`);
  await run(sql`create table ${orgTable(schema, 'principal')} (user_id uuid not null, principal text not null, primary key (user_id, principal))`);
  await run(sql`create table ${orgTable(schema, 'below')} (user_id uuid not null, owner_id uuid not null, primary key (user_id, owner_id))`);
  await run(sql`create table ${orgTable(schema, 'share')} (id uuid primary key, object text not null, record_id uuid not null, principal text not null, access text not null,
    until timestamptz, reason text, created_by uuid not null, created_at timestamptz not null)`);
  for (const statement of plan(null, model, { schema }).flatMap(({ statements }) => statements)) await run(statement);
  await run(sql`insert into ${orgTable(schema, 'user')} select r.id, r.email, r.email, true from jsonb_to_recordset(${rows(policy.people)}) as r(id uuid, email text)`);
  const principals = policy.people.flatMap((person) => [...reference.principals(person)].map((principal) => ({ user: person.id, principal })));
  await run(sql`insert into ${orgTable(schema, 'principal')} select r.* from jsonb_to_recordset(${rows(principals)}) as r("user" uuid, principal text)`);
  const below = policy.people.flatMap((person) => reference.below(person).map((owner) => ({ user: person.id, owner })));
  await run(sql`insert into ${orgTable(schema, 'below')} select r.* from jsonb_to_recordset(${rows(below)}) as r("user" uuid, owner uuid)`);
  await fillPolicy(pool, schema, policy, model);
  // Without statistics large policies are read by plans for ten rows.
  const tables = [...(['user', 'principal', 'below', 'share'] as const).map((name) => orgTable(schema, name)), ...model.objects.map((object) => recordTable(schema, object))];
  await run(sql`analyze ${sql.join(tables)}`);
}

/** Writes the records and shares of a policy into an org's schema whose tables are there. */
export async function fillPolicy(pool: Runner, schema: string, policy: RandomPolicy, model: Model): Promise<void> {
  const run = runnerOf(pool);
  const ids = new Map(model.objects.map(({ name, id }) => [name, id]));
  const shares = policy.shares.map((share) => ({ ...share, object: ids.get(share.object) }));
  await run(sql`insert into ${orgTable(schema, 'share')} (id, object, record_id, principal, access, until, created_by, created_at)
    select r.id, r.object, r.record, r.principal, r.access, r.until, r.id, ${policy.now}::timestamptz
    from jsonb_to_recordset(${rows(shares)}) as r(id uuid, object text, record uuid, principal text, access text, until timestamptz)`);
  for (const name of objectNames) {
    const above = leadsTo[name];
    const records = policy.records.filter(({ object }) => object === name).map((record) => ({ ...record, ...(record.deleted && { gone: policy.now }) }));
    const link = above ? sql`, ${sql.id(`${above.field}_id`)}` : sql``;
    await run(sql`insert into ${recordTable(schema, model.objectByName.get(name) ?? { table: '' })} (id, owner_id, created_at, created_by, updated_at, updated_by, version, deleted_at, name, region, amount, secret${link})
      select r.id, r.owner, ${policy.now}, r.owner, ${policy.now}, r.owner, 1, r.gone, r.name, r.region, r.amount, r.secret${above ? sql`, r.parent` : sql``}
      from jsonb_to_recordset(${rows(records)}) as r(id uuid, owner uuid, gone timestamptz, name text, region text, amount bigint, secret text, parent uuid)`);
  }
}
