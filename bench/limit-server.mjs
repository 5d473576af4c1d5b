// What a bare Node server and PostgreSQL can do on this work: no permissions, no schema, no validation. The best SQL we know,
// prepared once per connection, and the JSON text that PostgreSQL made passed through.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

const schema = pg.escapeIdentifier(process.env.ORG_SCHEMA ?? '');
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, options: '-c jit=off -c TimeZone=UTC' });

const fields = `c.id, c.name, c.customer_number as "customerNumber", c.status, c.email, c.phone, c.contact_name as "contactName", c.city, c.country,
  c.address, c.created_at as "createdAt", c.updated_at as "updatedAt", c.version, c.owner_id as "ownerId", c.notes`;
const ofCity = `from ${schema}.customer c where c.city = $1 and c.deleted_at is null`;
const page = (beyond) => `select json_agg(r)::text as json from (select ${fields} from ${schema}.customer c where ${beyond} c.deleted_at is null order by c.name, c.id limit 51) r`;
const input = 'input as (select * from json_to_recordset($1::json) as i(id uuid, name text, city text))';
const insert = `insert into ${schema}.customer (id, name, city, status, owner_id, created_by, updated_by, version, created_at, updated_at)
  select i.id, i.name, i.city, 'active', $2, $2, $2, 1, now(), now() from input i returning id, name, city, version`;
const note = (kind, from) => `noted as (insert into ${schema}._history (object, record_id, kind, changes, actor_id, source, operation_id, at)
    select 'customer', r.id, '${kind}', r.changes, $2::uuid, 'api', $3::uuid, now() from (${from}) r returning id),
  told as (insert into ${schema}._event (history_id) select id from noted)`;
const answer = 'select json_agg(r)::text as json from (select id, name, city, version from made) r';

const statements = {
  '/by-id': {
    text: `select row_to_json(r)::text as json from (select ${fields} from ${schema}.customer c where c.id = $1 and c.deleted_at is null) r`,
    values: ({ id }) => [id],
  },
  '/list': {
    text: `select json_agg(r)::text as json from (select ${fields} ${ofCity} order by c.name, c.id limit 50) r`,
    values: ({ city }) => [city],
  },
  '/list-with-count': {
    text: `select json_build_object('count', (select count(*) ${ofCity}), 'nodes', (select json_agg(r) from (select ${fields} ${ofCity} order by c.name, c.id limit 50) r))::text as json`,
    values: ({ city }) => [city],
  },
  '/nested': {
    text: `select json_agg(r)::text as json from (select c.id, c.name, c.status,
        (select row_to_json(u) from (select u.id, u.name from ${schema}._user u where u.id = c.owner_id) u) as owner,
        (select json_agg(o) from (select o.id, o.number, o.ordered_on as "orderedOn", o.quantity, o.amount::text as amount from ${schema}.order o
          where o.customer_id = c.id and o.deleted_at is null order by o.ordered_on desc, o.id desc limit 5) o) as orders
      ${ofCity} order by c.name, c.id limit 50) r`,
    values: ({ city }) => [city],
  },
  '/deep': {
    text: `select json_agg(r)::text as json from (select c.id, c.name,
        (select json_agg(o) from (select o.id, o.number, o.ordered_on as "orderedOn",
            (select json_agg(l) from (select l.id, l.product, l.quantity from ${schema}.order_line l
              where l.order_id = o.id and l.deleted_at is null order by l.id limit 5) l) as lines
          from ${schema}.order o where o.customer_id = c.id and o.deleted_at is null order by o.ordered_on desc, o.id desc limit 10) o) as orders
      ${ofCity} order by c.name, c.id limit 20) r`,
    values: ({ city }) => [city],
  },
  '/group-by': {
    text: `select json_agg(r)::text as json from (select date_trunc('month', o.ordered_on)::date as month, count(*), sum(o.amount)::text as amount
      from ${schema}.order o join ${schema}.customer c on c.id = o.customer_id
      where c.city = $1 and c.deleted_at is null and o.deleted_at is null group by 1 order by 1) r`,
    values: ({ city }) => [city],
  },
  '/search': {
    text: `select json_agg(r)::text as json from (select c.id, c.name, c.city, c.phone from ${schema}.bench_searched c
      where c.searched like $1 and c.deleted_at is null order by c.name, c.id limit 20) r`,
    values: ({ text }) => [`%${text.toLowerCase()}%`],
  },
  '/page': { text: page(''), values: () => [] },
  '/page-after': { text: page('(c.name, c.id) > ($1, $2::uuid) and'), values: ({ name, id }) => [name, id] },
  '/create': {
    text: `with ${input}, made as (${insert}), ${note('created', "select m.id, json_build_object('name', json_build_array(null, m.name), 'city', json_build_array(null, m.city))::jsonb as changes from made m")} ${answer}`,
    values: ({ customers, user }) => [JSON.stringify(customers.map((one) => ({ id: randomUUID(), ...one }))), user, randomUUID()],
  },
  '/create-bare': {
    text: `with ${input}, made as (${insert}) ${answer}`,
    values: ({ customers, user }) => [JSON.stringify(customers.map((one) => ({ id: randomUUID(), ...one }))), user],
  },
  '/update': {
    text: `with old as (select id, city from ${schema}.customer where id = $1 for no key update),
      made as (update ${schema}.customer c set city = $4, version = c.version + 1, updated_at = now() where c.id = $1 returning c.id, c.name, c.city, c.version),
      ${note('updated', "select m.id, json_build_object('city', json_build_array(old.city, m.city))::jsonb as changes from made m join old on old.id = m.id")} ${answer}`,
    values: ({ id, city, user }) => [id, user, randomUUID(), city],
  },
  '/update-bare': {
    text: `with made as (update ${schema}.customer set city = $2, version = version + 1, updated_at = now() where id = $1 returning id, name, city, version) ${answer}`,
    values: ({ id, city }) => [id, city],
  },
};

createServer((request, response) => {
  const name = request.url ?? '';
  const statement = statements[name];
  if (!statement) return void response.end('ready');
  const pieces = [];
  request.on('data', (piece) => pieces.push(piece));
  request.on('end', async () => {
    try {
      const values = statement.values(JSON.parse(Buffer.concat(pieces).toString()));
      const { rows } = await pool.query({ name, text: statement.text, values });
      response.setHeader('content-type', 'application/json');
      response.end(rows[0]?.json ?? 'null');
    } catch (failure) {
      response.statusCode = 500;
      response.end(String(failure));
    }
  });
}).listen(Number(process.env.PORT), '127.0.0.1');

process.on('SIGTERM', () => process.exit(0));
