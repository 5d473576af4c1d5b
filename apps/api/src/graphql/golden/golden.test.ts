import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printSchema } from 'graphql';
import { sql } from 'kysely';
import { expectGolden, layOutSql } from '../testing/expect-golden.js';
import { ADA, BOB, org, startShopApi, type Person, type ShopApi } from '../testing/shop-api.js';
import { statementOf } from '../testing/statement-of.js';

const folder = import.meta.dirname;
let api: ShopApi;

beforeAll(async () => {
  api = await startShopApi();
  const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
  const stamps = sql`${ADA}::uuid, '2026-01-01', ${ADA}::uuid, '2026-01-01', 1`;
  const common = sql`created_by, created_at, updated_by, updated_at, version`;
  const people = [
    [1, 'Ann', 'A1', 'ann@example.com', 'active', 3, '1.50', ADA, '2026-03-01T00:30:00Z'],
    [2, 'Bert', 'B1', null, 'active', null, null, ADA, '2026-02-28T15:59:59Z'],
    [3, 'Cyd', null, 'cyd@example.com', 'paused', 5, '0.05', BOB, null],
    [4, '王安', null, null, 'active', 1, null, BOB, null],
    [5, 'Hanna', null, null, 'active', 5, null, ADA, null],
  ] as const;
  for (const [n, name, code, email, status, rating, score, owner, seenAt] of people) {
    await api.run(sql`insert into ${sql.id(org.schema, 'customer')} (${common}, id, name, code, email, status, rating, score, owner_id, seen_at)
      values (${stamps}, ${id(n)}, ${name}, ${code}, ${email}, ${status}, ${rating}, ${score}, ${owner}, ${seenAt})`);
  }
  for (let n = 0; n < 9; n += 1) {
    await api.run(sql`insert into ${sql.id(org.schema, 'order')} (${common}, id, owner_id, number, customer_id, amount, ordered_on)
      values (${stamps}, ${id(100 + n)}, ${ADA}, ${`O-${n}`}, ${n === 8 ? null : id(1 + (n % 3))}, ${n === 4 ? null : n * 5}, ${`2026-01-0${n + 1}`})`);
  }
});
afterAll(() => api.close());

const names = readdirSync(folder).filter((file) => file.endsWith('.graphql') && !file.startsWith('schema')).map((file) => file.replace(/\.graphql$/, ''));

it.each(names)('%s: request, statement and answer', async (name) => {
  const document = readFileSync(join(folder, `${name}.graphql`), 'utf8');
  const [, person = 'ada', variables = '{}'] = /^# ?(bob|ada)? ?(\{.*\})?$/m.exec(document) ?? [];
  const answer = await api.ask(document, JSON.parse(variables) as Record<string, unknown>, person as Person);
  expect(answer.errors).toBeUndefined();
  expectGolden(join(folder, `${name}.sql`), layOutSql(statementOf(api, document, JSON.parse(variables) as Record<string, unknown>, person as Person)));
  expectGolden(join(folder, `${name}.json`), JSON.stringify(answer, null, 2));
});

it('the schema of an admin, and of somebody who sees less', () => {
  for (const person of ['ada', 'bob'] as const) {
    const { access } = api.actor(person);
    expectGolden(join(folder, `schema-of-${person}.graphql`), printSchema(api.schemas.find(org.schema, 1, api.model(), access).schema));
  }
});
