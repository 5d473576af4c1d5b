import pg from 'pg';
import { askRecords, publishDocuments } from './ask.mjs';

const CUSTOMERS = 100_000;
const ORDERS_EACH = 10;
const CITIES = 977;
/** Customers of these cities have lines in their orders. */
const LINED_CITIES = 40;
const LINES_EACH = 5;

/** Fills the first org by set-based SQL (history and events of seeded rows are of no interest here). */
export async function seed({ databaseUrl, product }) {
  await publishLines(product);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: orgs } = await client.query('select schema from guanxi.org limit 1');
    const { schema } = orgs[0];
    const name = pg.escapeIdentifier(schema);
    const { rows: users } = await client.query(`select id from ${name}._user where active limit 1`);
    const by = 'owner_id, created_by, updated_by, version, created_at, updated_at';
    await client.query(
      `insert into ${name}.customer (id, name, customer_number, status, email, phone, contact_name, city, country, address, notes, ${by})
       select gen_random_uuid(), 'Customer ' || n, lpad(n::text, 6, '0'), 'active', 'customer' || n || '@example.com', '+88622345' || lpad((n % 10000)::text, 4, '0'),
         '王小明 ' || n, 'City ' || (n % ${CITIES}), 'TW', n || ' Example Road', 'A customer of long standing.', $1, $1, $1, 1, now(), now()
       from generate_series(1, ${CUSTOMERS}) n`,
      [users[0].id],
    );
    await client.query(
      `insert into ${name}.order (id, number, customer_id, ordered_on, quantity, amount, ${by})
       select gen_random_uuid(), 'ORD-' || row_number() over (), c.id, date '2026-01-01' + (n * 31 + ('x' || substr(c.id::text, 1, 4))::bit(16)::int % 30), n, n * 12.5, $1, $1, $1, 1, now(), now()
       from ${name}.customer c, generate_series(1, ${ORDERS_EACH}) n`,
      [users[0].id],
    );
    await client.query(
      `insert into ${name}.order_line (id, product, quantity, order_id, ${by})
       select gen_random_uuid(), 'Product ' || n, n, o.id, $1, $1, $1, 1, now(), now()
       from ${name}.order o join ${name}.customer c on c.id = o.customer_id and c.city = any($2), generate_series(1, ${LINES_EACH}) n`,
      [users[0].id, citiesUpTo(LINED_CITIES)],
    );
    // Every side may use them: a list is filtered by city and sorted by name.
    await client.query(`create index bench_customer_city on ${name}.customer (city, name, id) where deleted_at is null`);
    await client.query(`create index bench_customer_name on ${name}.customer (name, id) where deleted_at is null`);
    // The limit's search: the same fields of the same records in one index, on a copy, so that nobody's writes pay for it.
    await client.query(`create table ${name}.bench_searched as select id, name, city, phone, deleted_at,
      lower(concat_ws(' ', name, customer_number, contact_name, email, phone, address, city, country, notes)) as searched from ${name}.customer`);
    await client.query(`create index on ${name}.bench_searched using gin (searched gin_trgm_ops)`);
    await client.query('vacuum analyze');
    const { rows: customers } = await client.query(`select id, name from ${name}.customer order by random() limit 5000`);
    return {
      schema,
      user: users[0].id,
      customers: customers.map(({ id }) => id),
      cities: citiesUpTo(CITIES),
      linedCities: citiesUpTo(LINED_CITIES),
      searches: customers.slice(0, 1000).map((_, n) => String(10_000 + ((n * 7919) % 90_000))),
      deepPages: await findDeepPages(client, product, name),
    };
  } finally {
    await client.end();
  }
}

const citiesUpTo = (count) => Array.from({ length: count }, (_, n) => `City ${n}`);

/** Places far down the list of all customers, as the bare server and as the product's cursors say them. */
async function findDeepPages(client, product, schema) {
  const { rows } = await client.query(
    `select id, name from (select id, name, row_number() over (order by name, id) as place from ${schema}.customer where deleted_at is null) c
     where place > 40000 and place % 997 = 0 limit 50`,
  );
  const found = [];
  for (const { id, name } of rows) {
    const { customers } = await askRecords(product, 'query ($name: String!) { customers(where: { name: { eq: $name } }, orderBy: [{ name: ASC }], first: 1) { pageInfo { endCursor } } }', { name });
    found.push({ id, name, cursor: customers.pageInfo.endCursor });
  }
  return found;
}

/** A third level below customers and their orders. */
async function publishLines(product) {
  const order = { title: 'Order', type: 'string', format: 'uuid', guanxi: { type: 'lookup', target: 'Order', inverse: { name: 'lines', title: 'Lines' } } };
  const document = {
    kind: 'object', name: 'OrderLine', title: 'Order line', type: 'object', required: ['product', 'order'], guanxi: { nameField: 'product' },
    properties: { product: { title: 'Product', type: 'string', guanxi: { type: 'text' } }, quantity: { title: 'Quantity', type: 'integer', guanxi: { type: 'integer' } }, order },
  };
  await publishDocuments(product, [document]);
}
