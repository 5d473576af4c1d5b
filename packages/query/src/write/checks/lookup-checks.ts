import type { TypedFormula } from '@guanxi/formula';
import type { FieldModel, ObjectModel } from '@guanxi/metadata';
import { sql } from 'kysely';
import { allOf, visible } from '../../compile/compilation.js';
import { fieldExpression } from '../../compile/field-expression.js';
import { compileTest } from '../../compile/record-formula.js';
import { targetOf } from '../../compile/compile-condition.js';
import type { Check } from './check.js';
import type { Writing } from './find-checks.js';

const SOURCE = '$Source';

/** Lookup filters, and details that have to stay with their master. */
export function findLookupChecks({ table: { object }, fields, isNew }: Writing): readonly Check[] {
  return fields.flatMap((field): Check[] => {
    const { lookupFilter } = field;
    const checks: Check[] = [];
    if (lookupFilter) checks.push(filterCheck(field, lookupFilter, object));
    if (!isNew && field.type === 'masterDetail' && field.settings['reparentable'] !== true) {
      checks.push({ code: 'NOT_REPARENTABLE', subject: field.name, reads: [field], wrong: (rows) => rows.changed(field) });
    }
    return checks;
  });
}

function filterCheck(field: FieldModel, filter: TypedFormula, object: ObjectModel): Check {
  const source = filter.references.flatMap(([first, second = '']) => (first === SOURCE ? [object.fieldByName.get(second)] : []));
  return {
    code: 'LOOKUP_FILTER',
    subject: field.name,
    reads: [field, ...source.filter((named) => named !== undefined)],
    wrong: (rows) => {
      const target = rows.compilation.table(targetOf(field));
      const found = allOf([sql<boolean>`${sql.id(target.alias, 'id')} = ${rows.value(field)}`, ...visible(target)]);
      const condition = sql<boolean>`coalesce(${compileTest(filter, target, rows.compilation, fieldExpression, { source: rows.now })}, false)`;
      // A record that is not there is told as such.
      return allOf([rows.changed(field), sql<boolean>`exists (select from ${target.from} where ${found} and not ${condition})`]);
    },
  };
}
