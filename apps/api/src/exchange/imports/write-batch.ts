import type { CheckedImportPlan, FieldModel, Problem } from '@guanxi/metadata';
import { columnTypeSql, fieldTypes } from '@guanxi/field-types';
import { sql } from 'kysely';
import type { Actor } from '../../access/actor.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import type { RecordWriter } from '../../records/record-writer.js';
import type { ConvertedRow, RowProblem } from './convert-row.js';
import type { ResolvedRow } from './resolve-matches.js';

export interface WrittenBatch {
  readonly created: number;
  readonly updated: number;
  /** Rows without a match where only existing records are to be changed. */
  readonly skipped: number;
  readonly rejected: readonly { readonly source: ConvertedRow; readonly problems: readonly RowProblem[] }[];
}

interface Place {
  readonly tx: OrgTransaction;
  readonly actor: Actor;
  readonly writer: RecordWriter;
  readonly operationId: string;
}

/** Writes a batch: rows that match a record change it, the others make one. Rows that are refused are named; the rest is written. */
export async function writeBatch(rows: readonly ResolvedRow[], checked: CheckedImportPlan, place: Place): Promise<WrittenBatch> {
  const { plan, matchBy } = checked;
  const existing = matchBy ? await findExisting(rows, matchBy, checked, place) : new Map<string, string>();
  const idOf = (row: ResolvedRow) => (matchBy ? existing.get(String(row.values[matchBy.name])) : undefined);

  const creating = plan.mode === 'update' ? [] : rows.filter((row) => idOf(row) === undefined);
  const updating = rows.flatMap((row) => {
    const id = idOf(row);
    return id === undefined ? [] : [{ id, row }];
  });
  const { object } = checked;
  const options = { operationId: place.operationId };
  const created = await writeGoodOnes(creating, (part) => place.writer.create(place.tx, place.actor, object.name, part.map(({ values }) => values), options), checked, place.tx);
  const updated = await writeGoodOnes(
    updating.map(({ row }) => row),
    (part) => place.writer.update(place.tx, place.actor, object.name, part.map((row) => ({ id: idOf(row) ?? '', values: row.values })), options),
    checked,
    place.tx,
  );
  return {
    created: created.written,
    updated: updated.written,
    skipped: rows.length - creating.length - updating.length,
    rejected: [...created.rejected, ...updated.rejected],
  };
}

async function findExisting(rows: readonly ResolvedRow[], matchBy: FieldModel, { object }: CheckedImportPlan, { tx }: Place): Promise<Map<string, string>> {
  const keys = rows.map((row) => row.values[matchBy.name]);
  const type = columnTypeSql(fieldTypes[matchBy.type].column(matchBy.settings));
  const column = sql.id(matchBy.column);
  const found = await tx.run<{ id: string; key: string }>(
    sql`select id, ${column}::text as key from ${sql.id(tx.org.schema, object.table)} where ${column} = any(${keys}::${type}[]) and deleted_at is null`,
  );
  return new Map(found.map(({ id, key }) => [key, id]));
}

type Outcome = { readonly problems: readonly Problem[] } | object;

/**
 * Offers rows to the writer until it takes them: those it names problems of are left out of the next attempt. The
 * savepoint takes back what a refused attempt had begun.
 */
async function writeGoodOnes(
  rows: readonly ResolvedRow[],
  write: (rows: readonly ResolvedRow[]) => Promise<Outcome>,
  checked: CheckedImportPlan,
  tx: OrgTransaction,
): Promise<{ written: number; rejected: { source: ConvertedRow; problems: RowProblem[] }[] }> {
  const rejected: { source: ConvertedRow; problems: RowProblem[] }[] = [];
  let rest = rows;
  while (rest.length > 0) {
    await tx.run(sql`savepoint import_batch`);
    const outcome = await write(rest);
    if (!('problems' in outcome)) {
      await tx.run(sql`release savepoint import_batch`);
      break;
    }
    await tx.run(sql`rollback to savepoint import_batch`);
    const problems = groupByRow(outcome.problems, checked);
    if (!rest.some((_, index) => problems.has(index))) {
      // A problem that belongs to no row (no right to write here, say) refuses every row alike.
      const everywhere = outcome.problems.map(({ code, message }) => ({ code, message }));
      return { written: 0, rejected: [...rejected, ...rest.map(({ source }) => ({ source, problems: everywhere }))] };
    }
    rest.forEach(({ source }, index) => {
      const own = problems.get(index);
      if (own) rejected.push({ source, problems: own });
    });
    rest = rest.filter((_, index) => !problems.has(index));
  }
  return { written: rest.length, rejected };
}

/** Problems by the index of the row they name (`/3/amount`), with the column of the file in place of the field. */
function groupByRow(problems: readonly Problem[], { columns }: CheckedImportPlan): Map<number, RowProblem[]> {
  const byRow = new Map<number, RowProblem[]>();
  for (const { path, code, message, hint } of problems) {
    const [, index = '', fieldName] = path.split('/');
    if (!/^\d+$/.test(index)) continue;
    const column = columns.find(({ field }) => field.name === fieldName || `${field.name}Id` === fieldName)?.column;
    const own = byRow.get(Number(index)) ?? [];
    own.push({ code, message, ...(column === undefined ? {} : { column }), ...(hint === undefined ? {} : { hint }) });
    byRow.set(Number(index), own);
  }
  return byRow;
}
