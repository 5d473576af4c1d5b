import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type RawBuilder } from 'kysely';

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (kysely) => new PostgresIntrospector(kysely),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** A statement as pg takes it. */
export function compileText(statement: RawBuilder<unknown>): { readonly text: string; readonly values: unknown[] } {
  const { sql, parameters } = statement.compile(compiler);
  return { text: sql, values: [...parameters] };
}
