import type { PicklistValue } from '@guanxi/field-types';
import type { FieldModel } from '@guanxi/metadata';
import { fieldType } from '@guanxi/field-types';
import { sql, type RawBuilder } from 'kysely';
import { allOf } from '../../compile/compilation.js';
import type { Check, CheckedRows } from './check.js';
import type { Writing } from './find-checks.js';

/** Values that are no longer offered, and values that another picklist's value does not leave. What a record has had before stays. */
export function findPicklistChecks({ table: { object }, fields }: Writing): readonly Check[] {
  const written = new Set(fields.map(({ name }) => name));
  return object.fields.flatMap((field): Check[] => {
    const checks: Check[] = [];
    const retired = retiredValues(field);
    if (retired.length > 0 && written.has(field.name)) {
      checks.push({ code: 'INACTIVE_VALUE', subject: field.name, reads: [field], wrong: (rows) => bringsNew(field, retired, rows) });
    }
    const { dependsOn } = field;
    const controlling = dependsOn && object.fieldByName.get(dependsOn.field);
    if (controlling && (written.has(field.name) || written.has(controlling.name))) {
      checks.push({
        code: 'DEPENDENT_VALUE',
        subject: field.name,
        reads: [field, controlling],
        wrong: (rows) =>
          allOf([
            sql<boolean>`${rows.value(field)} is not null`,
            sql<boolean>`(${rows.changed(field)} or ${rows.changed(controlling)})`,
            sql<boolean>`${offered(dependsOn.values, controlling, rows)} @> ${asList(field, rows.value(field))} is not true`,
          ]),
      });
    }
    return checks;
  });
}

function retiredValues({ settings }: FieldModel): readonly string[] {
  const values = settings['values'] as readonly (PicklistValue & { readonly active?: boolean })[] | undefined;
  return Array.isArray(values) ? values.filter(({ active }) => active === false).map(({ value }) => value) : [];
}

/** A value among the retired ones that the record did not have. */
function bringsNew(field: FieldModel, retired: readonly string[], rows: CheckedRows): RawBuilder<boolean> {
  const added = sql`select v.value from jsonb_array_elements_text(${asList(field, rows.value(field))}) v`;
  const had = sql`select v.value from jsonb_array_elements_text(${asList(field, rows.prior(field))}) v`;
  return allOf([rows.changed(field), sql<boolean>`exists (select from (${added} except ${had}) a where a.value = any(${retired}::text[]))`]);
}

/** The values that are left: those of the controlling value, or of each of several. */
function offered(values: Readonly<Record<string, readonly string[]>>, controlling: FieldModel, rows: CheckedRows): RawBuilder<unknown> {
  const table = sql`${JSON.stringify(values)}::jsonb`;
  const value = rows.value(controlling);
  if (!fieldType(controlling.type).list) return sql`(${table} -> ${value}::text)`;
  return sql`(select jsonb_agg(o.value) from unnest(${value}) c(value), jsonb_array_elements(${table} -> c.value) o)`;
}

/** The one value, or the several, of a picklist as a JSON list; null where it is blank. */
export function asList(field: FieldModel, value: RawBuilder<unknown>): RawBuilder<unknown> {
  return fieldType(field.type).list ? sql`to_jsonb(${value})` : sql`case when ${value} is not null then jsonb_build_array(${value}) end`;
}
