import { createTestDatabase } from './testing.js';

describe('createTestDatabase', () => {
  it('gives every caller an empty database of its own with trigrams that work on Chinese', async () => {
    const [one, other] = await Promise.all([createTestDatabase('one'), createTestDatabase('other')]);
    try {
      await one.pool.query('create table customer (name text)');
      const tables = await other.pool.query<{ count: number }>("select count(*)::int from pg_tables where schemaname = 'public'");
      expect(tables.rows).toEqual([{ count: 0 }]);
      const shown = await one.pool.query<{ trigrams: string[] }>("select show_trgm('王小明') as trigrams");
      expect(shown.rows[0]?.trigrams.length).toBeGreaterThan(0);
    } finally {
      await Promise.all([one.drop(), other.drop()]);
    }
  });

  it('orders text the same way on every machine', async () => {
    const { pool, drop } = await createTestDatabase();
    try {
      const { rows } = await pool.query<{ locale: string; provider: string }>(
        'select datlocale as locale, datlocprovider as provider from pg_database where datname = current_database()',
      );
      expect(rows).toEqual([{ locale: 'C.UTF-8', provider: 'b' }]);
    } finally {
      await drop();
    }
  });
});
