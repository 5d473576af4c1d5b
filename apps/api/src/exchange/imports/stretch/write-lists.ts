import type { JsonValue } from '@guanxi/field-types';
import { sql } from 'kysely';
import type { RowProblem } from '../convert-row.js';
import type { Outcome } from '../staging/staging.js';
import type { StretchPlace } from './stretch-place.js';

const AT_ONCE = 500;

interface ListRow {
  readonly row: number;
  readonly id: string;
  readonly lists: Readonly<Record<string, JsonValue>>;
}

/** Who joins the many-to-many lists of the records of the stretch, through the writer that everybody uses. A record whose list is refused stays. */
export async function writeLists(place: StretchPlace): Promise<readonly Outcome[]> {
  const { shape, tx, writer, writing: { actor, operationId } } = place;
  if (shape.lists.length === 0) return [];
  const refused: Outcome[] = [];
  const rows = await readLists(place);
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    let part: readonly ListRow[] = rows.slice(start, start + AT_ONCE);
    while (part.length > 0) {
      const result = await writer.update(tx, actor, shape.object.name, part.map(({ id, lists }) => ({ id, values: lists })), { operationId });
      if (!('problems' in result)) break;
      const problems = new Map<number, RowProblem[]>();
      for (const { path, code, message } of result.problems) {
        const index = Number(path.split('/')[1] ?? Number.NaN);
        for (const at of Number.isInteger(index) ? [index] : part.keys()) problems.set(at, [...(problems.get(at) ?? []), { code, message }]);
      }
      refused.push(...[...problems].flatMap(([index, own]) => (part[index] ? [{ row: part[index].row, kind: 'rejected' as const, problems: own }] : [])));
      part = part.filter((_, index) => !problems.has(index));
    }
  }
  return refused;
}

async function readLists({ shape, staging, tx, after, to }: StretchPlace): Promise<readonly ListRow[]> {
  const lists = sql`jsonb_strip_nulls(jsonb_build_object(${sql.join(shape.lists.flatMap(({ field, column }) => [sql`${field.name}::text`, sql.id('s', column)]))}))`;
  const some = sql.join(shape.lists.map(({ column }) => sql`${sql.id('s', column)} is not null`), sql` or `);
  return tx.run<ListRow>(sql`select s."_row" as row, coalesce(o.record_id, s."_id") as id, ${lists} as lists
    from ${staging.rows} s left join ${staging.outcomes} o on o."row" = s."_row" where s."_row" > ${after} and s."_row" <= ${to} and (${some}) and (o."row" is null or o.kind = 'matched') order by 1`);
}
