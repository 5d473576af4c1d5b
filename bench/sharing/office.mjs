// A thousand people in a tree of six levels, and accounts with deals that they own: made by set-based SQL, the same each time.
import { createHash } from 'node:crypto';
import pg from 'pg';
import { publishDocuments } from '../ask.mjs';

/** How many people stand under each one of the level above: 1, 3, 12, 60, 240 and the rest. */
const SPREAD = [3, 4, 5, 4];
const PEOPLE = 1000;
const REGIONS = 50;
const STAGES = ['new', 'met', 'offered', 'won', 'lost'];
/** Somebody of no role, who owns a handful. */
const ALONE = PEOPLE;
/** From here on, people who see everything: as many as take part for everybody, since finding out who asks costs each of them. */
const SEES_ALL = PEOPLE + 1;
const OWNED_ALONE = 12;

const text = (title, guanxi = {}) => ({ title, type: 'string', maxLength: 80, guanxi: { type: 'text', ...guanxi } });
const amount = (title, guanxi = {}) => ({ title, type: 'string', format: 'decimal', guanxi: { type: 'currency', precision: 12, scale: 2, ...guanxi } });
const named = (kind, name, more, guanxi = {}) => ({ kind, name, title: name, ...more, guanxi });

/** Of all people every seventh takes part in turns: of each level as many as it has. */
const EVERYBODY_STEP = 7;
const EVERYBODY = Array.from({ length: Math.ceil(PEOPLE / EVERYBODY_STEP) }, (_, n) => n * EVERYBODY_STEP);

/** Who is measured, by the name of their place: everybody; then single ones, of whom nobody is below the first two, and some 16, 82, 332 and all of the others below the next. */
export const places = {
  everybody: EVERYBODY,
  alone: [ALONE],
  bottom: [PEOPLE - 1],
  middle: [1 + 3 + 12],
  third: [1 + 3],
  second: [1],
  top: [0],
};

function documents(people) {
  const sharing = { nameField: 'name', sharing: { default: 'private' } };
  const account = named('object', 'Account', { type: 'object', required: ['name'], properties: { name: text('Name'), city: text('City') } }, { ...sharing });
  const properties = {
    name: text('Name'), region: text('Region', { indexed: true }), stage: text('Stage'), amount: amount('Amount', { indexed: true }),
    account: { title: 'Account', type: 'string', format: 'uuid', guanxi: { type: 'lookup', target: 'Account', inverse: { name: 'deals' } } },
  };
  const deal = named('object', 'Deal', { type: 'object', properties }, { ...sharing });
  const grants = (read) => ({ objects: { Account: { read }, Deal: { read } } });
  const roles = people.map(({ above }, index) => named('role', `r${index}`, above === undefined ? {} : { parent: `r${above}` }));
  return [account, deal, ...roles, named('permissions', 'all', grants('all')), named('permissions', 'shared', grants('shared'))];
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
  return people;
}

const idOf = (index) => `00000000-0000-7000-8000-${String(index + 1).padStart(12, '0')}`;
const keyOf = (index) => `bench-sharing-${String(index)}`;

/** Fills the first org, unless an earlier run has. Answers whom to ask as, and records that each of them sees. */
export async function openOffice({ databaseUrl, product, records }) {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    const { rows: [{ id: org, schema }] } = await database.query('select id, schema from guanxi.org order by created_at limit 1');
    const filled = await database.query('select from guanxi."user" where id = $1', [idOf(SEES_ALL)]);
    if (filled.rows.length === 0) await fill({ database, product, records, org, schema });
    const seen = async (index) => (await database.query(`select id from ${pg.escapeIdentifier(schema)}.deal where owner_id = $1 order by id limit 200`, [idOf(index)])).rows.map(({ id }) => id);
    const membersOf = async (indexes) => {
      const members = [];
      for (const index of indexes) members.push({ key: keyOf(index), seen: await seen(index) });
      return members;
    };
    const people = [];
    for (const [place, indexes] of Object.entries(places)) people.push({ place, members: await membersOf(indexes) });
    return { schema, all: { members: EVERYBODY.map((_, n) => ({ key: keyOf(SEES_ALL + n) })) }, people, regions: Array.from({ length: REGIONS }, (_, n) => `Region ${n}`) };
  } finally {
    await database.end();
  }
}

async function fill({ database, product, records, org, schema }) {
  const name = pg.escapeIdentifier(schema);
  const people = makePeople();
  const rows = Array.from({ length: SEES_ALL + EVERYBODY.length }, (_, index) => ({ id: idOf(index), role: index < PEOPLE ? `r${index}` : null, sets: [index >= SEES_ALL ? 'all' : 'shared'], key: createHash('sha256').update(keyOf(index)).digest('hex') }));
  const made = 'jsonb_to_recordset($1::jsonb) as r(id uuid, role text, sets jsonb, key text)';
  const values = [JSON.stringify(rows)];
  await database.query(`insert into guanxi."user" (id, org_id, name, email, active, permission_sets, role, kind) select r.id, '${org}', 'Person', r.id || '@example.com', true, array(select jsonb_array_elements_text(r.sets)), r.role, 'internal' from ${made}`, values);
  await database.query(`insert into guanxi.api_key (id, user_id, name, key_hash) select r.id, r.id, 'bench', r.key from ${made}`, values);
  await database.query(`insert into ${name}._user (id, name, email, active) select r.id, 'Person', r.id || '@example.com', true from ${made}`, values);
  // Who is below whom is settled with the roles.
  await publishDocuments(product, documents(people));
  // Nobody searches here, and these take longer to fill than all the rest.
  const { rows: forSearch } = await database.query("select indexname from pg_indexes where schemaname = $1 and tablename in ('account', 'deal') and indexdef like '% USING gin %'", [schema]);
  for (const { indexname } of forSearch) await database.query(`drop index ${name}.${pg.escapeIdentifier(indexname)}`);
  const system = "o.id, now() - n * interval '7 seconds', o.id, now() - n * interval '7 seconds', o.id, 1";
  const columns = 'owner_id, created_at, created_by, updated_at, updated_by, version';
  const owner = 'cross join lateral (select ($1::uuid[])[1 + (hashint4(n) & 2147483647) % array_length($1::uuid[], 1)] as id) o';
  const owners = rows.slice(0, PEOPLE).map(({ id }) => id);
  const recordId = (kind, n) => `('${kind}-0000-7000-8000-' || lpad((${n})::text, 12, '0'))::uuid`;
  await database.query(`insert into ${name}.account (id, ${columns}, name, city) select ${recordId('0a000000', 'n')}, ${system}, 'Account ' || n, 'City ' || n % 50 from generate_series(1, $2::integer / 10) n ${owner}`, [owners, records]);
  await database.query(
    `insert into ${name}.deal (id, ${columns}, name, region, stage, amount, account_id)
     select ${recordId('0d000000', 'n')}, ${system}, 'Deal ' || n, 'Region ' || (hashint4(n + 7) & 2147483647) % ${REGIONS}, ($3::text[])[1 + n % ${STAGES.length}], (hashint4(n + 3) & 2147483647) % 1000000, ${recordId('0a000000', '1 + n % ($2::integer / 10)')}
     from generate_series(1, $2::integer) n ${owner}`,
    [owners, records, STAGES],
  );
  await database.query(`update ${name}.deal set owner_id = $1 where id in (select ${recordId('0d000000', 'n * 977')} from generate_series(1, ${OWNED_ALONE}) n)`, [idOf(ALONE)]);
  // Some records are shared one by one, a few with each person.
  await database.query(
    `insert into ${name}._share (id, object, record_id, principal, access, created_by, created_at)
     select gen_random_uuid(), (select d ->> 'id' from (select jsonb_path_query_first(documents::jsonb, '$[*] ? (@.kind == "object" && @.name == "Deal").guanxi') as d from guanxi.revision order by number desc limit 1) m),
       ${recordId('0d000000', '1 + (n * 37) % $2::integer')}, 'user:' || ($1::uuid[])[1 + n % array_length($1::uuid[], 1)], 'read', $3, now() from generate_series(1, 5000) n on conflict do nothing`,
    [[...owners, idOf(ALONE)], records, idOf(0)],
  );
  await database.query('vacuum analyze');
}
