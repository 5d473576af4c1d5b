import pg from 'pg';

const CUSTOMERS = 100_000;
const ORDERS_EACH = 10;
const CITIES = 977;

/** Fills the first org by set-based SQL (history and events of seeded rows are of no interest here). */
export async function seed(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: orgs } = await client.query('select schema from guanxi.org limit 1');
    const { schema } = orgs[0];
    const name = pg.escapeIdentifier(schema);
    const { rows: users } = await client.query(`select id from ${name}._user where active limit 1`);
    await client.query(
      `insert into ${name}.customer (id, name, customer_number, status, email, phone, contact_name, city, country, address, notes,
         owner_id, created_by, updated_by, version, created_at, updated_at)
       select gen_random_uuid(), 'Customer ' || n, lpad(n::text, 6, '0'), 'active', 'customer' || n || '@example.com', '+88622345' || lpad((n % 10000)::text, 4, '0'),
         '王小明 ' || n, 'City ' || (n % ${CITIES}), 'TW', n || ' Example Road', 'A customer of long standing.', $1, $1, $1, 1, now(), now()
       from generate_series(1, ${CUSTOMERS}) n`,
      [users[0].id],
    );
    await client.query(
      `insert into ${name}.order (id, number, customer_id, ordered_on, quantity, amount, owner_id, created_by, updated_by, version, created_at, updated_at)
       select gen_random_uuid(), 'ORD-' || row_number() over (), c.id, date '2026-01-01' + (n * 31 + ('x' || substr(c.id::text, 1, 4))::bit(16)::int % 30), n, n * 12.5, $1, $1, $1, 1, now(), now()
       from ${name}.customer c, generate_series(1, ${ORDERS_EACH}) n`,
      [users[0].id],
    );
    // Both sides may use it: a list is filtered by city.
    await client.query(`create index bench_customer_city on ${name}.customer (city, name, id) where deleted_at is null`);
    await client.query('vacuum analyze');
    const { rows: customers } = await client.query(`select id from ${name}.customer order by random() limit 5000`);
    return { schema, user: users[0].id, customers: customers.map(({ id }) => id), cities: Array.from({ length: CITIES }, (_, n) => `City ${n}`) };
  } finally {
    await client.end();
  }
}
