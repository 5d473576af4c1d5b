// A thousand people in a tree of six levels, and accounts with deals that they own: made by set-based SQL, the same each time.
import { parseDocuments, plan } from '../../packages/metadata/dist/index.js';
import { compileStatement, orgTable, orgTables } from '../../packages/query/dist/index.js';
import { sql } from 'kysely';

export const SCHEMA = 'org_sharing';
/** How many people stand under each one of the level above: 1, 3, 12, 60, 240 and the rest. */
const SPREAD = [3, 4, 5, 4];
export const PEOPLE = 1000;

const text = (title) => ({ title, type: 'string', maxLength: 80, guanxi: { type: 'text' } });
const amount = (title) => ({ title, type: 'string', format: 'decimal', guanxi: { type: 'currency', precision: 12, scale: 2 } });
const named = (kind, name, more, guanxi = {}) => ({ kind, name, title: name, ...more, guanxi });

/** Both models have the same tables; in one of them everybody sees everything. */
export function makeModel(roles, rules = []) {
  const account = { ...named('object', 'Account', { type: 'object', required: ['name'], properties: { name: text('Name'), city: text('City'), limit: amount('Limit') } }, { nameField: 'name', sharing: { default: 'private' } }) };
  const deal = named('object', 'Deal', { type: 'object', properties: { name: text('Name'), amount: amount('Amount'), account: { title: 'Account', type: 'string', format: 'uuid', guanxi: { type: 'lookup', target: 'Account', inverse: { name: 'deals' } } } } }, { nameField: 'name', sharing: { default: 'private' } });
  const objects = (read) => ({ Account: { read }, Deal: { read } });
  const parsed = parseDocuments(withIds([account, deal, ...roles, ...rules, named('permissions', 'all', { objects: objects('all') }), named('permissions', 'shared', { objects: objects('shared') })]));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems.slice(0, 3)));
  return parsed.value;
}

function withIds(documents) {
  let serial = 0;
  const id = () => `51000000-0000-4000-8000-${String((serial += 1)).padStart(12, '0')}`;
  return documents.map((document) => ({
    ...document,
    ...(document.properties && { properties: Object.fromEntries(Object.entries(document.properties).map(([name, property]) => [name, { ...property, guanxi: { id: id(), ...property.guanxi } }])) }),
    guanxi: { id: id(), ...document.guanxi },
  }));
}

/** Each person has a role of their own: the tree of roles is the tree of people. */
export function makePeople() {
  const people = [{ level: 0, above: undefined }];
  let level = [0];
  for (const spread of SPREAD) {
    const next = level.flatMap((above) => Array.from({ length: spread }, () => people.push({ level: people[above].level + 1, above }) - 1));
    level = next;
  }
  while (people.length < PEOPLE) people.push({ level: 5, above: level[people.length % level.length] });
  return people.map((person, index) => ({ ...person, id: idOf(index) }));
}

export const idOf = (index) => `00000000-0000-7000-8000-${String(index + 1).padStart(12, '0')}`;

/** Nobody searches here. */
const FOR_SEARCH = / using gin /;

export async function fillOffice(database, model, people, records) {
  const run = (builder) => {
    const { text: statement, parameters } = compileStatement(builder);
    return database.query({ text: statement, values: [...parameters] });
  };
  await run(sql`create schema ${sql.id(SCHEMA)}`);
  await run(sql`create table ${orgTable(SCHEMA, 'user')} (id uuid primary key, name text not null, email text not null, active boolean not null)`);
  await run(sql`create table ${orgTable(SCHEMA, 'history')} (id bigint generated always as identity primary key, record_id uuid)`);
  for (const statement of sharingTables()) await run(statement);
  for (const { statements } of plan(null, model, { schema: SCHEMA })) for (const statement of statements) if (!FOR_SEARCH.test(compileStatement(statement).text)) await run(statement);
  const ids = people.map(({ id }) => id);
  await run(sql`insert into ${orgTable(SCHEMA, 'user')} select id, 'Person', id || '@example.com', true from unnest(${ids}::uuid[]) id`);
  const below = people.flatMap((person, index) => pathUp(people, person.above).map((above) => [idOf(above), idOf(index)]));
  await run(sql`insert into ${orgTable(SCHEMA, 'below')} select * from unnest(${below.map(([a]) => a)}::uuid[], ${below.map(([, b]) => b)}::uuid[])`);
  await run(sql`insert into ${orgTable(SCHEMA, 'principal')} select id, p from unnest(${ids}::uuid[]) id, lateral (values ('everyone'), ('user:' || id)) v(p)`);
  const system = sql`o.id as owner_id, now() - n * interval '7 seconds' as created_at, o.id as created_by, now() - n * interval '7 seconds' as updated_at, o.id as updated_by, 1 as version`;
  const columns = sql`owner_id, created_at, created_by, updated_at, updated_by, version`;
  const owner = sql`cross join lateral (select (${ids}::uuid[])[1 + (hashint4(n) & 2147483647) % ${PEOPLE}::integer] as id) o`;
  const recordId = (kind, n) => sql`(${kind} || lpad((${n})::text, 12, '0'))::uuid`;
  await run(sql`insert into ${sql.id(SCHEMA, 'account')} (id, ${columns}, name, city) select ${recordId('0a000000-0000-7000-8000-', sql`n`)}, ${system}, 'Account ' || n, 'City ' || n % 50 from generate_series(1, ${records / 10}::integer) n ${owner}`);
  await run(sql`insert into ${sql.id(SCHEMA, 'deal')} (id, ${columns}, name, amount, ${sql.id(model.objectByName.get('Deal').fieldByName.get('account').column)})
    select ${recordId('0d000000-0000-7000-8000-', sql`n`)}, ${system}, 'Deal ' || n, n % 1000, ${recordId('0a000000-0000-7000-8000-', sql`1 + n % ${records / 10}::integer`)} from generate_series(1, ${records}::integer) n ${owner}`);
  // Some records are shared one by one, a few with each person.
  await run(sql`insert into ${orgTable(SCHEMA, 'share')} (id, object, record_id, principal, access, created_by, created_at)
    select gen_random_uuid(), ${model.objectByName.get('Deal').id}, ${recordId('0d000000-0000-7000-8000-', sql`1 + (n * 37) % ${records}::integer`)}, 'user:' || (${ids}::uuid[])[1 + n % ${PEOPLE}::integer], 'read', ${idOf(0)}, now() from generate_series(1, 5000) n on conflict do nothing`);
  await database.query('vacuum analyze');
}

function pathUp(people, above) {
  return above === undefined ? [] : [above, ...pathUp(people, people[above].above)];
}

function sharingTables() {
  const table = (name) => sql.id(SCHEMA, orgTables[name]);
  return [
    sql`create table ${table('principal')} (user_id uuid not null, principal text not null, primary key (user_id, principal))`,
    sql`create index on ${table('principal')} (principal)`,
    sql`create table ${table('below')} (user_id uuid not null, owner_id uuid not null, primary key (user_id, owner_id))`,
    sql`create table ${table('share')} (id uuid primary key, object text not null, record_id uuid not null, principal text not null, access text not null, until timestamptz, created_by uuid, created_at timestamptz)`,
    sql`create unique index on ${table('share')} (record_id, principal)`,
    sql`create index on ${table('share')} (principal, object)`,
  ];
}
