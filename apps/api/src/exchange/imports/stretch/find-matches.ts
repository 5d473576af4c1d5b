import { listWords, say } from '@guanxi/field-types';
import { fieldWord, objectWord, type FieldModel } from '@guanxi/metadata';
import { recordTable, targetId } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import type { RowProblem } from '../convert-row.js';
import { rowFaults } from '../import-wording.js';
import { keyColumn } from '../staging/staging.js';
import { openRows, type StretchPlace } from './stretch-place.js';

/** Finds the records that rows mean. Rows that name one twice, or several, are rejected. */
export async function findMatches(place: StretchPlace): Promise<void> {
  const { shape: { checked: { plan, matchBy } } } = place;
  if (matchBy.length > 0) {
    await rejectRepeated(place);
    await matchRecords(place);
    if (plan.mode === 'update') await skipUnmatched(place);
  }
  for (const field of place.shape.filled.filter(({ unique }) => unique)) await rejectAlike(field, place);
}

async function rejectRepeated(place: StretchPlace): Promise<void> {
  const { shape, staging, tx } = place;
  const keys = shape.checked.matchBy.map((field) => keyColumn(shape, field.name)).map((column) => ({ own: sql`s.${column}`, other: sql`e.${column}` }));
  const same = keys.map(({ own, other }) => sql<boolean>`${other} = ${own}`);
  const found = await tx.run<{ row: number }>(sql`select s."_row" as row from ${staging.rows} s
    where ${openRows(place, 's')} and exists (select from ${staging.rows} e where ${sql.join([...same, sql`e."_row" < s."_row"`], sql` and `)})`);
  await reject(place, found.map(({ row }) => row), () => problem(place, rowFaults.repeated, 'repeated'));
}

/** The records with the values of a row, as far as two are enough to know that there are several. */
async function matchRecords(place: StretchPlace): Promise<void> {
  const { shape, staging, tx, writing } = place;
  const { schema } = writing.actor.org;
  const same = shape.checked.matchBy.map((field) => sql<boolean>`${sql.id('t', field.column)} = ${valueOf(field, place)}`);
  const candidates = sql`select t.id from ${recordTable(schema, shape.object)} t where ${sql.join([...same, sql`t.deleted_at is null`], sql` and `)} limit 2`;
  const matches = sql`select s."_row" as row, m.ids from ${staging.rows} s cross join lateral (select array_agg(c.id) as ids from (${candidates}) c) m where ${openRows(place, 's')} and m.ids is not null`;
  const several = await tx.run<{ row: number }>(sql`with found as materialized (${matches}),
    matched as (insert into ${staging.outcomes} ("row", kind, record_id) select row, 'matched', ids[1] from found where cardinality(ids) = 1)
    select row from found where cardinality(ids) > 1`);
  await reject(place, several.map(({ row }) => row), () => problem(place, rowFaults.ambiguous, 'ambiguous'));
}

function valueOf(field: FieldModel, { shape }: StretchPlace): RawBuilder<unknown> {
  const own = sql.id('s', field.column);
  const reference = shape.references.find((one) => one.field === field);
  if (!reference) return own;
  // Within the look-up, `t` is the record that the key names.
  return targetId(reference.staged, own);
}

async function skipUnmatched(place: StretchPlace): Promise<void> {
  const { staging, tx } = place;
  await tx.run(sql`insert into ${staging.outcomes} ("row", kind) select s."_row", 'skipped' from ${staging.rows} s where ${openRows(place, 's')}`);
}

/** Two rows of a stretch with the same value of a unique field: the statement that writes them would only see them together. */
async function rejectAlike(field: FieldModel, place: StretchPlace): Promise<void> {
  const { staging, tx, after, to, shape, writing: { actor } } = place;
  const column = sql.id('s', field.column);
  const writable = sql`s."_row" > ${after} and s."_row" <= ${to} and not exists (select from ${staging.outcomes} o where o."row" = s."_row" and o.kind <> 'matched')`;
  const found = await tx.run<{ row: number; value: string }>(sql`select x.row, x.value from (
    select s."_row" as row, ${column}::text as value, row_number() over (partition by ${column} order by s."_row") as place from ${staging.rows} s where ${column} is not null and ${writable}
  ) x where x.place > 1`);
  const heading = shape.checked.columns.find((one) => one.field === field)?.column;
  const values = new Map(found.map(({ row, value }) => [row, value]));
  await reject(place, [...values.keys()], (row) => ({
    ...(heading !== undefined && { column: heading }),
    field: field.name,
    value: values.get(row) ?? '',
    code: 'not-unique',
    message: say({ ...rowFaults.alike, words: { field: fieldWord(field), value: values.get(row) ?? '' } }, actor.locale),
  }));
}

/** Rows that came to the same record by different ways: the first one changes it. */
export async function rejectMatchedTwice(place: StretchPlace): Promise<void> {
  const { staging, tx, after, to } = place;
  const found = await tx.run<{ row: number }>(sql`select x.row from (
    select o."row" as row, row_number() over (partition by o.record_id order by o."row") as place from ${staging.outcomes} o where o."row" > ${after} and o."row" <= ${to} and o.kind = 'matched'
  ) x where x.place > 1`);
  await reject(place, found.map(({ row }) => row), () => problem(place, rowFaults.matchedTwice, 'matched_twice'));
}

async function reject({ staging, tx }: StretchPlace, rows: readonly number[], tell: (row: number) => RowProblem): Promise<void> {
  await staging.addOutcomes(tx, rows.map((row) => ({ row, kind: 'rejected', problems: [tell(row)] })));
}

function problem({ shape, writing: { actor } }: StretchPlace, wording: (typeof rowFaults)[keyof typeof rowFaults], code: string): RowProblem {
  const { object, checked: { matchBy, columns } } = shape;
  const [first] = matchBy;
  const column = columns.find(({ field }) => field === first)?.column;
  const fields = listWords(matchBy.map(fieldWord), 'conjunction');
  return { ...(column !== undefined && { column }), code, message: say({ ...wording, words: { object: objectWord(object), fields } }, actor.locale) };
}
