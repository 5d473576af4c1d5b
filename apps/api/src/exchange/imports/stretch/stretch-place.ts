import { bindStatement, type Statement } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import type { OrgTransaction } from '../../../database/sql-session.js';
import type { RecordWriter } from '../../../records/record-writer.js';
import type { WritePlace } from '../../../records/write-place.js';
import type { ImportShape } from '../import-shape.js';
import type { Staging } from '../staging/staging.js';

/** Rows of a file from one number to another, the first one not included. */
export interface Stretch {
  readonly after: number;
  readonly to: number;
}

/** Where one stretch of an import is looked at, or written. */
export interface StretchPlace extends Stretch {
  readonly mode: 'check' | 'write';
  readonly shape: ImportShape;
  readonly staging: Staging;
  readonly tx: OrgTransaction;
  /** The id of the import is the operation's. */
  readonly writing: WritePlace;
  readonly writer: RecordWriter;
}

/** Over `alias`, a table of staged rows: those of the stretch that nothing is known of yet. */
export function openRows({ after, to, staging }: StretchPlace, alias: string): RawBuilder<boolean> {
  const row = sql.id(alias, '_row');
  return sql<boolean>`${row} > ${after} and ${row} <= ${to} and not exists (select from ${staging.outcomes} o where o."row" = ${row})`;
}

/** Runs a statement of the query package over the stretch. */
export async function runStaged<Row extends object>({ writing, tx, after, to }: StretchPlace, statement: Statement): Promise<Row[]> {
  const { actor, at, operationId } = writing;
  const { name, currency, timeZone } = actor.org;
  const variables = { after, to, at, actor: actor.userId, source: actor.source, operation: operationId };
  return tx.run<Row>({ text: statement.text, values: bindStatement(statement, { variables, me: actor.userId, now: at, timeZone, org: { name, currency, timeZone } }) });
}
