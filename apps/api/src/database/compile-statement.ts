import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type RawBuilder } from 'kysely';
import type { CompiledStatement } from './sql-session.js';

/** Kysely as a compiler only: it never opens a connection. */
const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (kysely) => new PostgresIntrospector(kysely),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** Turns an SQL value into text and parameters. */
export function compileStatement(statement: RawBuilder<unknown>): CompiledStatement {
  const { sql, parameters } = statement.compile(compiler);
  return { text: sql, values: parameters };
}
