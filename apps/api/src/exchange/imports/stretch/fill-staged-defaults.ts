import type { JsonValue } from '@guanxi/field-types';
import { valueName } from '@guanxi/metadata';
import { columnType, compileDefaults, stagedRows } from '@guanxi/query';
import { sql } from 'kysely';
import { missing } from '../../../records/describe-fault.js';
import { checkValues, type Preparation } from '../../../records/prepare-rows.js';
import type { WriteFault } from '../../../records/record-values.js';
import { groundOf } from '../../../records/write-place.js';
import type { RowProblem } from '../convert-row.js';
import type { Outcome } from '../staging/staging.js';
import { openRows, runStaged, type StretchPlace } from './stretch-place.js';

/** Gives rows that become new records what default formulas come to, where they have no value yet; the answers are checked as any other value. */
export async function fillStagedDefaults(place: StretchPlace): Promise<void> {
  const { shape, staging, tx, writing } = place;
  const { object, fields, checked: { plan } } = shape;
  const asked = fields.filter(({ defaultFormula }) => defaultFormula !== undefined);
  if (asked.length === 0 || plan.mode === 'update') return;
  const request = { object: object.name, fields: fields.map(({ name }) => name), defaults: asked.map(({ name }) => name) };
  const statement = compileDefaults(request, groundOf(writing), stagedRows(staging.staged(shape, 'new')));
  const answers = await runStaged<{ values: string }>(place, statement);
  const rows = await tx.run<{ row: number; blank: string[] }>(sql`select s."_row" as row, array_remove(array[${sql.join(asked.map((field) => sql`case when ${sql.id('s', field.column)} is null then ${field.name}::text end`))}], null) as blank
    from ${staging.rows} s where ${openRows(place, 's')} order by 1`);
  const preparation = preparationOf(place);
  const found: { row: number; values: Readonly<Record<string, JsonValue>> }[] = [];
  const rejected: Outcome[] = [];
  rows.forEach(({ row, blank }, index) => {
    const open = asked.filter(({ name }) => blank.includes(name));
    if (open.length === 0) return;
    const all = JSON.parse(answers[index]?.values ?? '{}') as Record<string, JsonValue>;
    const given = Object.fromEntries(open.flatMap((field) => ((all[field.name] ?? null) === null ? [] : [[valueName(field), all[field.name]]])));
    const faults: WriteFault[] = [];
    const values = checkValues(given, index, preparation, faults);
    for (const field of open) if (field.required && !(field.name in values) && faults.length === 0) faults.push(missing(index, field, preparation.context.locale));
    if (faults.length > 0) rejected.push({ row, kind: 'rejected', problems: faults.map(({ code, message }): RowProblem => ({ code, message })) });
    else found.push({ row, values: Object.fromEntries(Object.entries(values).map(([name, value]) => [object.fieldByName.get(name)?.column ?? name, value])) });
  });
  await staging.addOutcomes(tx, rejected);
  const columns = asked.map((field) => sql`${sql.id(field.column)} ${columnType(field)}`);
  const kept = asked.map((field) => sql`${sql.id(field.column)} = coalesce(${sql.id('s', field.column)}, ${sql.id('d', field.column)})`);
  await tx.run(sql`update ${staging.rows} s set ${sql.join(kept)} from jsonb_to_recordset(${JSON.stringify(found.map(({ row, values }) => ({ _row: row, ...values })))}::jsonb) as d("_row" integer, ${sql.join(columns)})
    where d."_row" = s."_row"`);
}

/** What is missing of the other fields was told before. */
function preparationOf({ shape: { object }, writing: { model, actor } }: StretchPlace): Preparation {
  const { country } = actor.org;
  return { model, access: actor.access, object, purpose: 'update', context: { locale: actor.locale, timeZone: actor.timeZone, ...(country !== undefined && { country }) } };
}
