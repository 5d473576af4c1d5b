import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type RawBuilder } from 'kysely';
import { createTestDatabase, type TestDatabase } from '@guanxi/embedded-postgres/testing';

/** A database of one test file that runs Kysely's fragments. */
export interface SqlRunner {
  run<Row extends object>(statement: RawBuilder<unknown>): Promise<Row[]>;
  close(): Promise<void>;
}

export async function openSqlRunner(name: string): Promise<SqlRunner> {
  const database: TestDatabase = await createTestDatabase(name);
  return {
    async run<Row extends object>(statement: RawBuilder<unknown>) {
      const { sql, parameters } = statement.compile(compiler);
      const answer = await database.pool.query<Row>(sql, [...parameters]);
      return answer.rows;
    },
    close: () => database.drop(),
  };
}

const compiler = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});
