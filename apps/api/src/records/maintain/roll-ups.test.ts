import { rollUpBackfill } from '@guanxi/metadata';
import { compileStatement } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { OrgClock } from '../../config/clock.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import { org, startShopApi, type ShopApi } from '../../graphql/testing/shop-api.js';
import { RecordWriter } from '../record-writer.js';
import { rollUpDocuments } from './roll-up-documents.js';
import { expectedRollUps } from './roll-up-oracle.js';

/** `ROLL_UP_CHANGES=10000` for the long run. */
const CHANGES = Number(process.env['ROLL_UP_CHANGES'] ?? 1500);
const CLIENTS = 8;

let api: ShopApi;
let writer: RecordWriter;

beforeAll(async () => {
  api = await startShopApi();
  await api.publish(rollUpDocuments);
  const published = async () => ({ revision: 1, model: api.model() });
  writer = new RecordWriter({ current: published, refresh: published }, new OrgClock());
});
afterAll(() => api.close());

const transact = <T>(work: (tx: OrgTransaction) => Promise<T>) => api.database.transaction(org, work);

/** Numbers that are the same in every run of a seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Random = ReturnType<typeof randomFrom>;
type Values = Record<string, unknown>;

const pick = <T>(items: readonly T[], random: Random): T | undefined => items[random(items.length)];
const maybe = <T>(value: T, random: Random): T | null => (random(6) === 0 ? null : value);
const money = (random: Random) => (random(20000) / 100 - 50).toFixed(2);

interface Known {
  readonly Region: string[];
  readonly Customer: string[];
  readonly Order: string[];
  readonly Line: string[];
}

type Name = keyof Known;

const MAKERS: Record<Name, (known: Known, random: Random) => Values> = {
  Region: (_known, random) => ({ name: `R${random(100)}` }),
  Customer: (known, random) => ({
    name: `C${random(100)}`,
    region: maybe(pick(known.Region, random), random),
    broughtBy: random(3) === 0 ? pick(known.Customer, random) : null,
    rating: maybe(random(10), random),
  }),
  Order: (known, random) => ({
    name: `O${random(100)}`,
    customer: maybe(pick(known.Customer, random), random),
    payer: maybe(pick(known.Customer, random), random),
    status: maybe(['open', 'won', 'lost'][random(3)], random),
    urgent: random(2) === 0,
    orderedOn: maybe(`2026-0${1 + random(3)}-0${1 + random(9)}`, random),
    freight: maybe(money(random), random),
  }),
  Line: (known, random) => ({
    name: `L${random(100)}`,
    order: maybe(pick(known.Order, random), random),
    price: maybe(money(random), random),
    quantity: maybe(random(5), random),
    discount: maybe(`0.${random(10)}5`, random),
    cancelled: random(4) === 0,
  }),
};

/** Some of the values of a record of this kind. */
function someValues(name: Name, known: Known, random: Random): Values {
  const all = Object.entries(MAKERS[name](known, random)).filter(([, value]) => value !== undefined);
  const chosen = all.filter(() => random(3) === 0);
  return Object.fromEntries(chosen.length > 0 ? chosen : all.slice(-1));
}

/** Answers whether records were written. */
async function change(known: Known, random: Random): Promise<boolean> {
  const name = pick<Name>(['Region', 'Customer', 'Customer', 'Order', 'Order', 'Order', 'Line', 'Line', 'Line', 'Line'], random) ?? 'Line';
  const several = 1 + random(4);
  const ids = [...new Set(Array.from({ length: several }, () => pick(known[name], random)))].filter((id) => id !== undefined);
  const kind = random(10);
  const actor = api.actor('ada');
  if (kind < 4 || ids.length === 0) {
    const rows = Array.from({ length: several }, () => MAKERS[name](known, random));
    const made = await transact((tx) => writer.create(tx, actor, name, rows));
    if ('ids' in made) known[name].push(...made.ids);
    return 'ids' in made;
  }
  if (kind < 8) {
    const changes = ids.map((id) => ({ id, values: someValues(name, known, random) }));
    return 'ids' in (await transact((tx) => writer.update(tx, actor, name, changes)));
  }
  if (kind === 8) return 'ids' in (await transact((tx) => writer.delete(tx, actor, name, ids)));
  return transact(async (tx) => {
    const gone = await tx.run<{ id: string }>(
      sql`select id from ${sql.id(org.schema, name.toLowerCase())} where deleted_at is not null order by md5(id::text || ${random(1e6)}::text) limit 2`,
    );
    const back = await writer.restore(tx, actor, name, gone.map(({ id }) => id));
    // More than one write in a transaction, and the second one may be refused.
    await writer.update(tx, actor, name, gone.map(({ id }) => ({ id, values: someValues(name, known, random) })));
    return 'ids' in back && gone.length > 0;
  });
}

/** Every roll-up that is kept beside what it should be, as of one snapshot. */
async function differences(): Promise<unknown[]> {
  return transact(async (tx) => {
    await tx.run(sql`set transaction isolation level repeatable read`);
    const found: unknown[] = [];
    for (const { table, columns } of expectedRollUps(org.schema)) {
      const names = Object.keys(columns);
      const kept = sql.join(names.map((name) => sql.id('o', name)));
      const due = sql.join(Object.entries(columns).map(([name, value]: [string, RawBuilder<unknown>]) => sql`${value} as ${sql.id(name)}`));
      found.push(...(await tx.run(sql`select ${table} as object, o.id, row_to_json(k) as kept, row_to_json(d) as due
        from ${sql.id(org.schema, table)} o, lateral (select ${kept}) k, lateral (select ${due}) d
        where to_jsonb(k) <> to_jsonb(d) limit 3`)));
    }
    return found;
  });
}

it(`keeps every roll-up right through ${CHANGES} changes by ${CLIENTS} at once`, async () => {
  const known: Known = { Region: [], Customer: [], Order: [], Line: [] };
  const prepare = randomFrom(7);
  for (const [name, count] of [['Region', 3], ['Customer', 12], ['Order', 30]] as const) {
    const made = await transact((tx) => writer.create(tx, api.actor('ada'), name, Array.from({ length: count }, () => MAKERS[name](known, prepare))));
    if ('problems' in made) throw new Error(JSON.stringify(made.problems));
    known[name].push(...made.ids);
  }
  let done = 0;
  let written = 0;
  const client = async (seed: number) => {
    const random = randomFrom(seed);
    while (done < CHANGES) {
      done += 1;
      if (done % 250 === 0) expect(await differences()).toEqual([]);
      if (await change(known, random)) written += 1;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, index) => client(1000 + index)));
  expect(await differences()).toEqual([]);
  const [{ sums } = { sums: 0 }] = await api.run<{ sums: number }>(sql`select count(*)::int as sums from ${sql.id(org.schema, 'customer')} where revenue <> 0`);
  expect(sums).toBeGreaterThan(0);
  // What is refused for a reference into the recycle bin changes nothing; most is written.
  expect(written).toBeGreaterThan(CHANGES / 2);
}, 25_000 + CHANGES * 30);

it('comes to the same from scratch, as when a roll-up is added to records that are there', async () => {
  const model = api.model();
  // Those that others are built on first.
  const inTurn = ['Order.total', 'Order.lineCount', 'Order.dearest', 'Customer', 'Region'].flatMap((name) => {
    const [objectName = '', fieldName] = name.split('.');
    const object = model.objectByName.get(objectName);
    return object ? object.fields.filter((field) => field.rollUp && (fieldName === undefined || field.name === fieldName)).map((field) => ({ object, field })) : [];
  });
  await transact(async (tx) => {
    for (const { object, field } of inTurn) await tx.run(sql`update ${sql.id(org.schema, object.table)} set ${sql.id(field.column)} = null`);
    for (const { object, field } of inTurn) {
      for (const statement of rollUpBackfill(model, object, field, { schema: org.schema, timeZone: org.timeZone })) {
        const { text, parameters } = compileStatement(statement);
        expect(parameters).toEqual([]);
        await tx.run({ text, values: [] });
      }
    }
  });
  expect(await differences()).toEqual([]);
});
