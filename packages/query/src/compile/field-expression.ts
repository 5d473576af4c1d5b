import type { FieldStorage } from '@guanxi/field-types';
import { fitToColumn, rollUpSumColumn, type FieldModel } from '@guanxi/metadata';
import type { RawBuilder } from 'kysely';
import { column, type Compilation, type Table } from './compilation.js';
import { convertedCurrency } from './converted-currency.js';
import { compileTest, compileValue, type ReadField } from './record-formula.js';
import { rollUpExpression } from './roll-up-expression.js';

/** The one place that knows how the value of a field is had, in the SQL type of the kind that its values behave as. */
export const fieldExpression: ReadField = (table, field, compilation) =>
  table.values?.get(field.name) ?? SOURCES[field.storage](table, field, compilation);

/**
 * The value that formulas go on with: nothing on the way is rounded to what a column or a page shows, and it makes no
 * difference whether a formula is stored.
 */
const exactValue: ReadField = (table, field, compilation) => {
  const given = table.values?.get(field.name);
  if (given) return given;
  if (field.formula) return compileValue(field.formula, table, compilation, exactValue);
  if (field.storage === 'computed') return workOut(table, field, compilation);
  if (field.storage === 'maintained' && field.rollUp?.operation === 'sum') return column(table, { column: rollUpSumColumn(field.column) });
  return fieldExpression(table, field, compilation);
};

const SOURCES: Record<FieldStorage, ReadField> = {
  column,
  generated: column,
  maintained: column,
  computed: (table, field, compilation) => fitToColumn(field, workOut(table, field, compilation)),
  members: refuse,
  through: refuse,
};

function workOut(table: Table, field: FieldModel, compilation: Compilation): RawBuilder<unknown> {
  if (field.formula) return compileValue(field.formula, table, compilation, exactValue);
  if (field.conversion) return convertedCurrency(field.conversion, table, compilation, exactValue);
  if (!field.rollUp) throw new Error(`Nothing says how ${table.object.name}.${field.name} is worked out.`);
  return rollUpExpression(field.rollUp, table, compilation, exactValue, {
    value: (formula, child) => compileValue(formula, child, compilation, exactValue),
    test: (formula, child) => compileTest(formula, child, compilation, exactValue),
  });
}

/** A name of several things has no value of its own: its members and its far records are asked instead. */
function refuse(table: Table, field: FieldModel): never {
  throw new Error(`${table.object.name}.${field.name} is no single value.`);
}
