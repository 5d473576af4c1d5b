import type { TypedFormula } from '@guanxi/formula';
import type { FieldModel, ObjectModel } from '@guanxi/metadata';

/** The stored fields of its own record that a formula rests on, also by way of other formulas. */
function formulaLeaves(formula: TypedFormula, object: ObjectModel): readonly FieldModel[] {
  return fieldsOfFormula(formula, object).flatMap((field) => fieldLeaves(field, object));
}

/** The fields of its own record that a formula names. */
export function fieldsOfFormula(formula: TypedFormula, object: ObjectModel): readonly FieldModel[] {
  return formula.references.flatMap(([first = '']) => object.fieldByName.get(first) ?? []);
}

/** The stored fields of the record that the value of a field rests on; itself, where it has a column that somebody writes. */
export function fieldLeaves(field: FieldModel | undefined, object: ObjectModel): readonly FieldModel[] {
  if (!field) return [];
  if (field.storage === 'column' || field.storage === 'maintained') return [field];
  if (field.formula) return formulaLeaves(field.formula, object);
  const members = new Set(field.members);
  if (members.size > 0) return object.fields.filter(({ name }) => members.has(name));
  // What follows from other records, or from rates: whatever of the record it may name.
  return object.fields.filter(({ storage }) => storage === 'column');
}
