import { recordSchema, valueName, type FieldModel, type Model, type ObjectModel } from '@guanxi/metadata';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

type Purpose = 'create' | 'update';

export interface RecordValidator {
  readonly validate: ValidateFunction;
  /** Fields by each key that values may come under. */
  readonly fieldByKey: ReadonlyMap<string, FieldModel>;
}

const cache = new WeakMap<Model, Map<string, RecordValidator>>();

/** The validator of an object's records, made once per model. */
export function recordValidator(model: Model, object: ObjectModel, purpose: Purpose): RecordValidator {
  const validators = cache.get(model) ?? new Map<string, RecordValidator>();
  cache.set(model, validators);
  const key = `${purpose} ${object.name}`;
  const known = validators.get(key) ?? makeValidator(model, object, purpose);
  validators.set(key, known);
  return known;
}

function makeValidator(model: Model, object: ObjectModel, purpose: Purpose): RecordValidator {
  const ajv = new Ajv2020({ allErrors: true, strict: false, unicodeRegExp: true });
  addFormats.default(ajv);
  const names = object.fields.flatMap((field) => [[field.name, field] as const, [valueName(field), field] as const]);
  return { validate: ajv.compile(recordSchema(model, object.name, purpose)), fieldByKey: new Map(names) };
}
