import { fieldType, type JsonValue } from '@guanxi/field-types';
import { recordTable } from '@guanxi/query';
import { NoLongerThere, RecordExpressions, storedField, storedObject, type OrgPlace } from '@guanxi/workflow';
import { sql, type RawBuilder } from 'kysely';
import type { SqlSession } from '../database/sql-session.js';
import type { MessageToken } from '../mail/render/read-tokens.js';
import type { ReadTable } from './read-letter.js';

/** More rows than this are no letter. */
const MOST_ROWS = 1_000;

export interface TableRows {
  /** By column, as the language writes values; the currency where the record names one. */
  readonly rows: readonly (readonly CellValue[])[];
  /** Sums by column, as decimal texts; null where there is none. */
  readonly sums: readonly (string | null)[];
}

export interface CellValue {
  readonly value: JsonValue;
  readonly currency?: string;
}

/** The rows of one table for one record, with their sums. Throws a `RangeError` where they are too many. */
export async function readRows(session: SqlSession, place: OrgPlace, recordId: string, { related, back, where, orderBy, columns }: ReadTable): Promise<TableRows> {
  const expressions = new RecordExpressions(place, related, 'record');
  const lookup = related.fieldByName.get(back);
  if (!lookup) throw new NoLongerThere(`The list of ${related.pluralLabel} no longer exists.`);
  const picked = where ? expressions.compileCondition(where) : sql`true`;
  const order = orderBy ? sql`${expressions.compile(orderBy)}, ` : sql``;
  const values = columns.flatMap((column, index) => (column ? [sql`jsonb_build_object(${`v${index}`}::text, ${compileCell(column, expressions)})`, ...(column.currency ? [sql`jsonb_build_object(${`c${index}`}::text, ${expressions.compileValue(column.currency)})`] : [])] : []));
  const sums = columns.map((column) => (column?.formula.type === 'number' ? sql`(sum(${expressions.compile(column.formula)}) over ())::text` : sql`null::text`));
  const rows = await session.run<{ values: Readonly<Record<string, JsonValue>>; sums: readonly (string | null)[] }>(sql`
    select ${values.length > 0 ? sql.join(values, sql` || `) : sql`'{}'::jsonb`} as values, array[${sql.join(sums)}] as sums
    from ${recordTable(place.schema, storedObject(place, related))} as record ${expressions.joins()}
    where record.${sql.id(storedField(place, related, lookup).column)} = ${recordId}::uuid and record.deleted_at is null and ${picked}
    order by ${order}record.created_at, record.id limit ${MOST_ROWS + 1}`);
  if (rows.length > MOST_ROWS) throw new RangeError(`The document would have a table of more than ${MOST_ROWS} ${related.pluralLabel}.`);
  return {
    rows: rows.map(({ values: found }) => columns.map((_, index): CellValue => {
      const currency = found[`c${index}`];
      return { value: found[`v${index}`] ?? null, ...(typeof currency === 'string' && { currency }) };
    })),
    sums: rows[0]?.sums ?? columns.map(() => null),
  };
}

/** A field whose value has pieces, or marks of its own, is written as people read it. */
function compileCell({ formula, field }: MessageToken, expressions: RecordExpressions): RawBuilder<unknown> {
  const kind = field && fieldType(field.value.type);
  if (formula.root.kind !== 'reference' || kind?.formulaType !== 'text' || !kind.text) return expressions.compileValue(formula);
  return sql`to_jsonb((${kind.text(expressions.column(formula.root.path))})::text)`;
}
