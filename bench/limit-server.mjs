// What a bare Node server and PostgreSQL can do on this work: no permissions, no history, no schema, no validation.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

const schema = pg.escapeIdentifier(process.env.ORG_SCHEMA ?? '');
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, options: '-c jit=off -c TimeZone=UTC' });

const fields = `c.id, c.name, c.customer_number as "customerNumber", c.status, c.email, c.phone, c.contact_name as "contactName", c.city, c.country,
  c.address, c.created_at as "createdAt", c.updated_at as "updatedAt", c.version, c.owner_id as "ownerId", c.notes`;

const statements = {
  '/by-id': {
    name: 'by-id',
    text: `select row_to_json(r)::text as json from (select ${fields} from ${schema}.customer c where c.id = $1 and c.deleted_at is null) r`,
    values: ({ id }) => [id],
  },
  '/list': {
    name: 'list',
    text: `select json_agg(r)::text as json from (select ${fields} from ${schema}.customer c
      where c.city = $1 and c.deleted_at is null order by c.name, c.id limit 50) r`,
    values: ({ city }) => [city],
  },
  '/nested': {
    name: 'nested',
    text: `select json_agg(r)::text as json from (select c.id, c.name, c.status,
        (select row_to_json(u) from (select u.id, u.name from ${schema}._user u where u.id = c.owner_id) u) as owner,
        (select json_agg(o) from (select o.id, o.number, o.ordered_on as "orderedOn", o.quantity, o.amount::text as amount from ${schema}.order o
          where o.customer_id = c.id and o.deleted_at is null order by o.ordered_on desc, o.id desc limit 5) o) as orders
      from ${schema}.customer c where c.city = $1 and c.deleted_at is null order by c.name, c.id limit 50) r`,
    values: ({ city }) => [city],
  },
  '/create': {
    name: 'create',
    text: `with made as (insert into ${schema}.customer (id, name, city, status, owner_id, created_by, updated_by, version, created_at, updated_at)
      values ($1, $2, $3, 'active', $4, $4, $4, 1, now(), now())
      returning id, name, city, version) select row_to_json(made)::text as json from made`,
    values: ({ name, city, user }) => [randomUUID(), name, city, user],
  },
  '/update': {
    name: 'update',
    text: `with changed as (update ${schema}.customer set city = $2, version = version + 1, updated_at = now() where id = $1
      returning id, city, version) select row_to_json(changed)::text as json from changed`,
    values: ({ id, city }) => [id, city],
  },
};

createServer((request, response) => {
  const statement = statements[request.url ?? ''];
  if (!statement) return void response.end('ready');
  const pieces = [];
  request.on('data', (piece) => pieces.push(piece));
  request.on('end', async () => {
    try {
      const values = statement.values(JSON.parse(Buffer.concat(pieces).toString()));
      const { rows } = await pool.query({ name: statement.name, text: statement.text, values });
      response.setHeader('content-type', 'application/json');
      response.end(rows[0]?.json ?? 'null');
    } catch (failure) {
      response.statusCode = 500;
      response.end(String(failure));
    }
  });
}).listen(Number(process.env.PORT), '127.0.0.1');

process.on('SIGTERM', () => process.exit(0));
