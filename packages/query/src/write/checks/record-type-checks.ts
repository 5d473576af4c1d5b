import { sql } from 'kysely';
import { allOf } from '../../compile/compilation.js';
import type { Check } from './check.js';
import type { Writing } from './find-checks.js';
import { asList } from './picklist-checks.js';

/** Types that this person may not give, or nobody any more, and values that the record's type does not offer. */
export function findRecordTypeChecks({ table: { object, access }, fields, isNew }: Writing): readonly Check[] {
  const type = object.fieldByName.get('recordType');
  if (!type || object.recordTypes.length === 0) return [];
  const written = new Set(fields.map(({ name }) => name));
  const checks: Check[] = [];
  if (isNew || written.has(type.name)) {
    const offered = object.recordTypes.filter(({ name, active }) => active && (access.recordTypes?.has(name) ?? true)).map(({ name }) => name);
    checks.push({
      code: 'RECORD_TYPE',
      subject: type.name,
      reads: [type],
      wrong: (rows) => allOf([rows.changed(type), sql<boolean>`${rows.value(type)} <> all(${offered}::text[])`]),
    });
  }
  for (const field of object.fields) {
    const offered = Object.fromEntries(object.recordTypes.flatMap(({ name, values }) => (values[field.name] ? [[name, values[field.name]]] : [])));
    if (Object.keys(offered).length === 0 || !(written.has(field.name) || written.has(type.name))) continue;
    checks.push({
      code: 'RECORD_TYPE',
      subject: field.name,
      reads: [type, field],
      wrong: (rows) =>
        allOf([
          sql<boolean>`${rows.value(field)} is not null`,
          sql<boolean>`(${rows.changed(field)} or ${rows.changed(type)})`,
          sql<boolean>`not ((${JSON.stringify(offered)}::jsonb -> ${rows.value(type)}) @> ${asList(field, rows.value(field))})`,
        ]),
    });
  }
  return checks;
}
