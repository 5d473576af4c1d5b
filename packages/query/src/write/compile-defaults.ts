import type { FieldModel } from '@guanxi/metadata';
import { sql } from 'kysely';
import { toJson } from '../compile/column-types.js';
import { Compilation, type Ground, type Table } from '../compile/compilation.js';
import { inner } from '../compile/inner.js';
import { fieldExpression } from '../compile/field-expression.js';
import { compileValue } from '../compile/record-formula.js';
import { compileStatement, type Statement } from '../statement/statement.js';
import { newValue } from './new-record.js';
import { compileInput, type RowSource } from './write-parts.js';

export interface DefaultsRequest {
  readonly object: string;
  /** The fields that some row of the run brings a value for. */
  readonly fields: readonly string[];
  /** The fields whose default formulas are asked. */
  readonly defaults: readonly string[];
}

/**
 * What default formulas come to for records about to be made; they see other records as the platform does. Answers for
 * each row of the run, in order, `values`: JSON text of `{ field: value }` in API form. The variables are `rows` and those
 * of a `WriteInput`.
 */
export function compileDefaults({ object, fields: names, defaults }: DefaultsRequest, ground: Ground, source?: RowSource): Statement {
  const compilation = new Compilation(ground, inner).unrestricted;
  const own = compilation.table(object);
  const fieldNamed = (name: string) => own.object.fieldByName.get(name) as FieldModel;
  const fields = names.map(fieldNamed);
  const now = newValue(fields);
  const stored = own.object.fields.filter(({ column }) => column !== '');
  const given: Table = { ...own, alias: 'i', values: new Map(stored.map((field) => [field.name, now(field)])) };
  const entries = defaults.map(fieldNamed).flatMap((field) => {
    if (!field.defaultFormula) return [];
    return [sql`${field.name}::text`, toJson(field, compileValue(field.defaultFormula, given, compilation, fieldExpression))];
  });
  return compileStatement(sql`with ${compileInput(fields, source)} select jsonb_build_object(${sql.join(entries)})::text as values from input i order by i."_row"`);
}
