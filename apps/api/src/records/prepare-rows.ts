import { fieldType, say, type JsonValue, type TextContext } from '@guanxi/field-types';
import { fieldWord, nearMissHint, objectWord, valueName, type FieldModel, type Model, type ObjectModel } from '@guanxi/metadata';
import type { Access } from '@guanxi/query';
import { describeInvalid, missing, notUnique, pointer } from './describe-fault.js';
import { faults } from './fault-wording.js';
import type { RecordValues, WriteFault } from './record-values.js';
import { recordValidator, type RecordValidator } from './validators.js';

export interface Preparation {
  readonly model: Model;
  readonly access: Access;
  readonly object: ObjectModel;
  readonly purpose: 'create' | 'update';
  /** Where texts of this person come from: country of phone numbers and the like. */
  readonly context: TextContext;
}

/** Values in their canonical form, by field name. */
export type PreparedRow = Readonly<Record<string, JsonValue>>;

/** Rows as they will be written, or with all that is wrong with them. Needs no database. */
export function prepareRows(rows: readonly RecordValues[], preparation: Preparation): { readonly rows: readonly PreparedRow[]; readonly problems: readonly WriteFault[] } {
  const validator = recordValidator(preparation.model, preparation.object, preparation.purpose);
  const problems: WriteFault[] = [];
  const prepared = rows.map((row, index) => prepareRow(row, index, preparation, validator, problems));
  if (rows.length > 1) problems.push(...findRepeated(prepared, preparation));
  return { rows: prepared, problems };
}

function prepareRow(row: RecordValues, index: number, preparation: Preparation, validator: RecordValidator, problems: WriteFault[]): PreparedRow {
  const { object, purpose, context } = preparation;
  const given = readKeys(row, index, preparation, validator, problems);
  if (purpose === 'create') addDefaults(given, object);
  const wrong = new Set<string>();
  if (!validator.validate(given)) {
    for (const error of validator.validate.errors ?? []) {
      const key = error.keyword === 'required' ? String((error.params as { missingProperty: string }).missingProperty) : (error.instancePath.split('/')[1] ?? '');
      const field = validator.fieldByKey.get(key);
      if (!field || wrong.has(field.name)) continue;
      wrong.add(field.name);
      problems.push(describeInvalid(index, field, given[key], error, context));
    }
  }
  const values: Record<string, JsonValue> = {};
  for (const key of Object.keys(given)) {
    const field = validator.fieldByKey.get(key);
    if (!field || wrong.has(field.name)) continue;
    const value = normalize(given[key] as JsonValue, field, context);
    if (value === null && field.required && field.name !== 'owner') problems.push(missing(index, field, context.locale));
    values[field.name] = value;
  }
  return values;
}

function normalize(value: JsonValue, field: FieldModel, context: TextContext): JsonValue {
  return value === null ? null : fieldType(field.type).normalize(value, field.settings, context);
}

/** The values under their API names, blank text as null, without what this person may not write. */
function readKeys(
  row: RecordValues,
  index: number,
  { access, object, purpose, context: { locale } }: Preparation,
  { fieldByKey }: RecordValidator,
  problems: WriteFault[],
): Record<string, unknown> {
  const editable = access.objects.get(object.name)?.editableFields;
  const given: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row)) {
    if (value === undefined) continue;
    const field = fieldByKey.get(key);
    if (!field) {
      const hint = nearMissHint(key, [...fieldByKey.keys()]);
      problems.push({ path: `/${index}/${key}`, code: 'unknown-field', message: say({ ...faults.unknownField, words: { object: objectWord(object), name: key } }, locale), ...(hint !== undefined && { hint }) });
    } else if (!editable?.has(field.name)) {
      problems.push({ path: pointer(index, field), code: 'read-only', message: say({ ...faults.readOnly, words: { field: fieldWord(field) } }, locale) });
    } else if (value === null && field.name === 'owner' && purpose === 'create') {
      continue;
    } else {
      given[valueName(field)] = typeof value === 'string' && value.trim() === '' ? null : value;
    }
  }
  return given;
}

function addDefaults(given: Record<string, unknown>, object: ObjectModel): void {
  for (const field of object.fields) {
    const key = valueName(field);
    if (field.default !== undefined && given[key] === undefined) given[key] = field.default;
  }
}

/** Values of unique fields that two rows of one run have alike: the database would only see them together. */
function findRepeated(rows: readonly PreparedRow[], { object, context }: Preparation): WriteFault[] {
  return object.fields
    .filter((field) => field.unique)
    .flatMap((field) => {
      const seen = new Set<JsonValue>();
      return rows.flatMap((row, index) => {
        const value = row[field.name] ?? null;
        if (value === null || !seen.has(value)) {
          seen.add(value);
          return [];
        }
        return [notUnique(index, object, field, String(value), context.locale)];
      });
    });
}
