// A list of many records as a file of each format, against the bare limit: the same columns by COPY as CSV.
// BENCH_ROWS (1,000,000) records of 12 columns. Told of each: records a second, processor time, bytes, and the most memory of the process.
import pg from 'pg';
import { depots, headings } from '../import/files.mjs';
import { readMemory, startGauges } from '../import/gauges.mjs';
import { columns, depot, fillDepots, parcel, publish } from '../import/parcels.mjs';
import { startProduct } from '../servers.mjs';

const rows = Number(process.env.BENCH_ROWS ?? 1_000_000);
const AT_ONCE = 50_000;

export async function measureExport({ databaseUrl, folder }) {
  const product = await startProduct(databaseUrl, folder, { command: 'all' });
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    await publish(product, [depot, parcel('Parcel', 'parcels')]);
    const place = await fillDepots(database);
    await fillParcels(database, place);
    const gauges = { database, processId: product.process.pid };
    console.log(`${rows.toLocaleString('en')} records of ${headings.length} columns\n`);
    tell('bare COPY', await gauged(gauges, () => copyOut(database, place)));
    for (const format of ['csv', 'xlsx', 'ndjson']) tell(format, await gauged(gauges, () => take(product, format)));
    console.log(`memory since the start: ${await readMemory(product.process.pid, 'VmHWM')} MB at most`);
  } finally {
    await database.end();
    await product.stop();
  }
}

async function gauged(place, work) {
  const gauges = await startGauges(place);
  const bytes = await work();
  return { bytes, ...(await gauges.stop()) };
}

function tell(title, { bytes, seconds, postgres, product, memory }) {
  const rate = Math.round(rows / seconds).toLocaleString('en');
  console.log(`${title.padEnd(10)} ${rate} records/s (${seconds.toFixed(1)} s) · processor ${postgres.toFixed(1)} s in PostgreSQL, ${product.toFixed(1)} s in the product · ${(bytes / 1e6).toFixed(0)} MB · memory ${memory} MB at most`);
}

async function fillParcels(database, { schema, user, ids }) {
  const names = ['id', 'owner_id', 'created_at', 'created_by', 'updated_at', 'updated_by', 'version', ...columns];
  for (let from = 1; from <= rows; from += AT_ONCE) {
    await database.query(
      `insert into ${pg.escapeIdentifier(schema)}.parcel (${names.join(', ')})
       select gen_random_uuid(), $1, now(), $1, now(), $1, 1, 'P-' || n, 'Parcel ' || n || ', ' || (array['Ada Lovelace', '王小明'])[n % 2 + 1], 'parcel' || n || '@example.com', 'City ' || n % 977,
              n % 300 || ' Long Street', n * 1.25, n % 90, (array['open', 'sent', 'lost'])[n % 3 + 1], date '2026-01-10' + n % 300, n % 2 = 0, ($2::uuid[])[n % ${depots} + 1], 'Left at the door ' || n
       from generate_series($3::integer, $4::integer) n`,
      [user, ids, from, Math.min(from + AT_ONCE - 1, rows)],
    );
  }
  await database.query(`analyze ${pg.escapeIdentifier(schema)}.parcel`);
}

async function take(product, format) {
  const response = await fetch(`${product.url}/export/Parcel.${format}?fields=${headings.join(',').replace('depot', 'depot.name')}`, { headers: { authorization: `Bearer ${product.key}` } });
  if (!response.ok) throw new Error(await response.text());
  let bytes = 0;
  for await (const piece of response.body) bytes += piece.length;
  return bytes;
}

function copyOut(client, { schema }) {
  const own = columns.filter((name) => name !== 'depot_id').map((name) => `p.${name}`).join(', ');
  const statement = `copy (select ${own}, d.name as depot from ${pg.escapeIdentifier(schema)}.parcel p left join ${pg.escapeIdentifier(schema)}.depot d on d.id = p.depot_id order by p.id) to stdout (format csv, header)`;
  let bytes = 0;
  return new Promise((resolve, reject) => {
    client.query({
      submit: (connection) => { connection.query(statement); },
      handleCopyInResponse: () => undefined,
      handleCopyData: ({ chunk }) => { bytes += chunk.length; },
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => resolve(bytes),
      handleError: reject,
    });
  });
}
