import { sql } from 'kysely';
import { allOf } from '../../compile/compilation.js';
import type { Check } from './check.js';
import { fieldsOfFormula } from './field-leaves.js';
import type { Writing } from './find-checks.js';

/** `requiredWhen` and `readOnlyWhen` of fields, judged by the record as it would be, as the form does. What is locked is asked from nobody. */
export function findFieldRuleChecks({ table: { object }, fields, isNew }: Writing): readonly Check[] {
  const written = new Set(fields);
  return object.fields.flatMap((field): Check[] => {
    const { requiredWhen, readOnlyWhen } = field.rules;
    if (field.storage !== 'column' || !field.writable) return [];
    const checks: Check[] = [];
    if (readOnlyWhen && written.has(field)) {
      checks.push({
        code: 'READ_ONLY_WHEN',
        subject: field.name,
        reads: [field, ...fieldsOfFormula(readOnlyWhen, object)],
        wrong: (rows) => allOf([rows.changed(field), ...(isNew ? [rows.given(field)] : []), rows.holds(readOnlyWhen)]),
      });
    }
    if (requiredWhen && !field.required) {
      const asked = [requiredWhen, ...(readOnlyWhen ? [readOnlyWhen] : [])];
      checks.push({
        code: 'REQUIRED_WHEN',
        subject: field.name,
        reads: [field, ...asked.flatMap((formula) => fieldsOfFormula(formula, object))],
        wrong: (rows) =>
          allOf([
            sql<boolean>`${rows.value(field)} is null`,
            rows.holds(requiredWhen),
            ...(readOnlyWhen ? [sql<boolean>`not ${rows.holds(readOnlyWhen)}`] : []),
          ]),
      });
    }
    return checks;
  });
}
