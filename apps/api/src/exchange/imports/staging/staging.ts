import { columnType, type StagedRows } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import type { ClientBase } from 'pg';
import { compileStatement } from '../../../database/compile-statement.js';
import type { SqlSession } from '../../../database/sql-session.js';
import type { RowProblem } from '../convert-row.js';
import type { ImportShape } from '../import-shape.js';
import { copyIn } from './copy-in.js';
import { text } from './staged-lines.js';

/** What has come of a row that is not (or not yet) to become a new record. */
export interface Outcome {
  readonly row: number;
  readonly kind: 'matched' | 'rejected' | 'skipped' | 'duplicate';
  /** Of `matched`. */
  readonly recordId?: string;
  readonly problems?: readonly RowProblem[];
}

const PREFIX = '_import_';

/** The two tables of one import, in the org's schema: its rows, and what came of them. Unlogged: after a crash of PostgreSQL they are empty, and are filled again. */
export class Staging {
  readonly rows: RawBuilder<unknown>;
  readonly outcomes: RawBuilder<unknown>;
  private readonly names: { readonly rows: string; readonly outcomes: string };

  constructor(
    private readonly schema: string,
    importId: string,
  ) {
    const name = `${PREFIX}${importId.replaceAll('-', '')}`;
    this.names = { rows: name, outcomes: `${name}_outcome` };
    this.rows = sql.id(schema, this.names.rows);
    this.outcomes = sql.id(schema, this.names.outcomes);
  }

  /** What has come of the rows up to `keptTo` stays known: they are written, and not looked at again. */
  async create(session: SqlSession, shape: ImportShape, keptTo: number): Promise<void> {
    await this.dropRows(session);
    const columns = [
      sql`"_row" integer primary key`,
      sql`"_id" uuid not null`,
      sql`"_set" jsonb`,
      ...shape.fields.map((field) => sql`${sql.id(field.column)} ${columnType(field)}`),
      ...shape.references.map(({ staged }) => sql`${sql.id(staged.keys)} text`),
      ...shape.lists.map(({ column }) => sql`${sql.id(column)} jsonb`),
    ];
    await session.run(sql`create unlogged table if not exists ${this.outcomes} ("row" integer primary key, kind text not null, record_id uuid, problems jsonb) with (autovacuum_enabled = false)`);
    await session.run(sql`delete from ${this.outcomes} where "row" > ${keptTo}`);
    // Last: where the rows are found, so is what came of them.
    await session.run(sql`create unlogged table ${this.rows} (${sql.join(columns)}) with (autovacuum_enabled = false)`);
    // A second row of the same key is found by it, whatever stretch of the file the first one is in.
    for (const field of shape.checked.matchBy.slice(0, 1)) await session.run(sql`create index on ${this.rows} (${keyColumn(shape, field.name)}, "_row")`);
  }

  async drop(session: SqlSession): Promise<void> {
    await session.run(sql`drop table if exists ${this.rows}, ${this.outcomes}`);
  }

  /** Of an import that may be gone on with: which of the rows up to this one were rejected is still to be told then. Nothing else of it stays. */
  async dropUntold(session: SqlSession, writtenTo: number): Promise<void> {
    await this.dropRows(session);
    await session.run(sql`delete from ${this.outcomes} where "row" > ${writtenTo} or kind <> 'rejected'`);
    const [kept] = await session.run<{ row: number }>(sql`select "row" from ${this.outcomes} limit 1`);
    if (!kept) await session.run(sql`drop table ${this.outcomes}`);
  }

  private async dropRows(session: SqlSession): Promise<void> {
    await session.run(sql`drop table if exists ${this.rows}`);
  }

  /** How many rows there are, and of the columns by which they are joined, what is in them. */
  async analyze(session: SqlSession, shape: ImportShape): Promise<void> {
    const keys = [...shape.references.map(({ staged }) => sql.id(staged.keys)), ...shape.checked.matchBy.map(({ name }) => keyColumn(shape, name))];
    await session.run(sql`analyze ${this.rows} (${sql.join([sql.id('_row'), sql.id('_id'), ...keys])})`);
    await session.run(sql`analyze ${this.outcomes} ("row", kind, record_id)`);
  }

  /** Whether the rows up to this one are there, as far as they were staged at all. */
  async holds(session: SqlSession, stagedTo: number): Promise<boolean> {
    const [found] = await session.run<{ there: boolean }>(sql`select to_regclass(${`"${this.schema}"."${this.names.rows}"`}) is not null as there`);
    if (!found?.there) return false;
    const [last] = await session.run<{ row: number | null }>(
      sql`select greatest((select max("_row") from ${this.rows}), (select max("row") from ${this.outcomes})) as row`,
    );
    return stagedTo === 0 || (last?.row ?? 0) > 0;
  }

  /** Of lines as `lineMaker` makes them. */
  async copyRows(client: ClientBase, shape: ImportShape, lines: Buffer): Promise<void> {
    const columns = ['_row', '_id', '_set', ...shape.fields.map(({ column }) => column), ...shape.references.map(({ staged }) => staged.keys), ...shape.lists.map(({ column }) => column)];
    await copyIn(client, compileStatement(sql`copy ${this.rows} (${sql.join(columns.map((name) => sql.id(name)))}) from stdin`).text, lines);
  }

  async copyOutcomes(client: ClientBase, outcomes: readonly Outcome[]): Promise<void> {
    if (outcomes.length === 0) return;
    const lines = outcomes.map(({ row, kind, recordId, problems }) => `${row}\t${kind}\t${recordId ?? '\\N'}\t${problems ? text(JSON.stringify(problems)) : '\\N'}\n`);
    await copyIn(client, compileStatement(sql`copy ${this.outcomes} ("row", kind, record_id, problems) from stdin`).text, Buffer.from(lines.join('')));
  }

  /** What is known of a row already stays. */
  async addOutcomes(session: SqlSession, outcomes: readonly Outcome[]): Promise<void> {
    if (outcomes.length === 0) return;
    await session.run(sql`insert into ${this.outcomes} ("row", kind, record_id, problems)
      select "row", kind, "recordId", problems from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o("row" integer, kind text, "recordId" uuid, problems jsonb)
      on conflict ("row") do update set kind = excluded.kind, record_id = excluded.record_id, problems = excluded.problems`);
  }

  staged(shape: ImportShape, which: StagedRows['which']): StagedRows {
    return { table: this.rows, outcomes: this.outcomes, which, references: shape.references.map(({ staged }) => staged) };
  }
}

/** The column of the staged rows that holds what a field is matched by. */
export function keyColumn({ references, fields }: ImportShape, name: string): RawBuilder<unknown> {
  const reference = references.find(({ field }) => field.name === name);
  return sql.id(reference ? reference.staged.keys : (fields.find((field) => field.name === name)?.column ?? name));
}

/** Removes the tables of imports that are over or unknown. */
export async function sweepStaging(session: SqlSession, schema: string, keep: readonly string[]): Promise<void> {
  const kept = new Set(keep.map((id) => `${PREFIX}${id.replaceAll('-', '')}`));
  const found = await session.run<{ name: string }>(sql`select tablename as name from pg_tables where schemaname = ${schema} and tablename ~ ${`^${PREFIX}[0-9a-f]{32}(_outcome)?$`}`);
  for (const { name } of found) if (!kept.has(name.slice(0, PREFIX.length + 32))) await session.run(sql`drop table if exists ${sql.id(schema, name)}`);
}
