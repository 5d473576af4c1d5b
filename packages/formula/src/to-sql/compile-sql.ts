import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type RawBuilder } from 'kysely';

/** A kysely fragment as PostgreSQL text with $1, $2, … and the values for them. Needs no database. */
export function compileSql(fragment: RawBuilder<unknown>): { readonly text: string; readonly values: readonly unknown[] } {
  const { sql, parameters } = fragment.compile(writer);
  return { text: sql, values: parameters };
}

const writer = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});
