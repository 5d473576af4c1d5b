import { fieldType, say, type JsonValue, type TextContext } from '@guanxi/field-types';
import { fieldWord, nearMissHint, objectWord, valueName, type FieldModel, type Model, type ObjectModel } from '@guanxi/metadata';
import type { Access } from '@guanxi/query';
import { describeInvalid, missing, notUnique, pointer } from './describe-fault.js';
import { faults } from './fault-wording.js';
import { addFixedDefaults } from './fixed-defaults.js';
import { readJunctions, type JunctionChanges } from './junction-changes.js';
import type { RecordValues, WriteFault } from './record-values.js';
import { spreadMembers } from './spread-members.js';
import { recordValidator, type RecordValidator } from './validators.js';
import type { PreparedRow } from './write-place.js';
import { writeTraits } from './write-traits.js';

export interface Preparation {
  readonly model: Model;
  readonly access: Access;
  readonly object: ObjectModel;
  readonly purpose: 'create' | 'update';
  /** Where texts of this person come from: country of phone numbers and the like. */
  readonly context: TextContext;
}

export interface PreparedRows {
  /** What will be written; where there are problems, without the values that are wrong. */
  readonly rows: readonly PreparedRow[];
  /** The names of the fields that the caller brought for each row, defaults not among them. */
  readonly given: readonly (readonly string[])[];
  /** Who is to join and leave the many-to-many lists of each row. */
  readonly junctions: readonly JunctionChanges[];
  readonly problems: readonly WriteFault[];
}

/** Rows as they will be written, with all that is wrong with them. Needs no database. */
export function prepareRows(rows: readonly RecordValues[], preparation: Preparation): PreparedRows {
  const problems: WriteFault[] = [];
  const prepared = rows.map((row, index) => prepareRow(row, index, preparation, problems));
  const values = prepared.map((row) => row.values);
  if (rows.length > 1) problems.push(...findRepeated(values, preparation));
  return { rows: values, given: prepared.map((row) => row.given), junctions: prepared.map((row) => row.junctions), problems };
}

interface PreparedOne {
  readonly values: PreparedRow;
  readonly given: readonly string[];
  readonly junctions: JunctionChanges;
}

function prepareRow(row: RecordValues, index: number, preparation: Preparation, problems: WriteFault[]): PreparedOne {
  const { model, access, object, purpose, context } = preparation;
  const validator = recordValidator(model, object, purpose);
  const { rest, junctions } = readJunctions(row, index, preparation, problems);
  const given = readKeys(rest, index, preparation, validator, problems);
  const names = Object.keys(given).flatMap((key) => validator.fieldByKey.get(key)?.name ?? []);
  if (purpose === 'create') addFixedDefaults(given, object, access);
  const values = checkValues(given, index, preparation, problems);
  for (const name in values) {
    const field = object.fieldByName.get(name);
    if (field?.required && values[name] === null && name !== 'owner') problems.push(missing(index, field, context.locale));
  }
  return { values: spreadMembers(values, object), given: names, junctions };
}

/** The valid ones among values by API name, in canonical form by field name; what is wrong with the others is told. */
export function checkValues(given: Readonly<Record<string, unknown>>, index: number, { model, object, purpose, context }: Preparation, problems: WriteFault[]): PreparedRow {
  const { validate, fieldByKey } = recordValidator(model, object, purpose);
  const wrong = new Set<string>();
  if (!validate(given)) {
    for (const error of validate.errors ?? []) {
      const isMissing = error.keyword === 'required' && error.instancePath === '';
      const key = isMissing ? String((error.params as { missingProperty: string }).missingProperty) : (error.instancePath.split('/')[1] ?? '');
      const field = fieldByKey.get(key);
      // A formula will give it its value; whether it did is asked then.
      if (!field || wrong.has(field.name) || (isMissing && field.defaultFormula)) continue;
      wrong.add(field.name);
      problems.push(describeInvalid(index, field, given[key], error, context));
    }
  }
  const values: Record<string, JsonValue> = {};
  for (const key of Object.keys(given)) {
    const field = fieldByKey.get(key);
    if (field && !wrong.has(field.name)) values[field.name] = normalize(given[key] as JsonValue, field, context);
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
    } else if (value === null && purpose === 'create' && field.system) {
      continue;
    } else {
      given[valueName(field)] = typeof value === 'string' && value.trim() === '' ? null : value;
    }
  }
  return given;
}

/** Values of unique fields that two rows of one run have alike: the database would only see them together. */
function findRepeated(rows: readonly PreparedRow[], { object, context }: Preparation): WriteFault[] {
  return writeTraits(object).unique.flatMap((field) => {
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
