import type { FormulaType } from '@guanxi/formula';
import { sql, type RawBuilder } from 'kysely';
import type { Variables } from '../program/program.js';
import { RUN } from './record-scope.js';

/** How formulas find what the steps of a run have left: `values` is jsonb by name, as `RecordExpressions` writes values. */
export function runValues(variables: Variables, values: RawBuilder<unknown>): (path: readonly string[]) => RawBuilder<unknown> | undefined {
  return ([first, name = '']) => {
    const type = first === RUN ? variables.get(name) : undefined;
    return type && typedText[type](sql`(${values} ->> ${name}::text)`);
  };
}

/** A value that travelled as the text of its JSON, of its own type again. */
export const typedText: Readonly<Record<FormulaType, (text: RawBuilder<unknown>) => RawBuilder<unknown>>> = {
  text: (text) => text,
  picklist: (text) => text,
  number: (text) => sql`${text}::numeric`,
  boolean: (text) => sql`${text}::boolean`,
  date: (text) => sql`${text}::date`,
  time: (text) => sql`${text}::time`,
  datetime: (text) => sql`${text}::timestamptz`,
  reference: (text) => sql`${text}::uuid`,
  multipicklist: (text) => sql`(select array_agg(value) from jsonb_array_elements_text(${text}::jsonb) as value)`,
  location: (text) => sql`${text}::jsonb`,
};
