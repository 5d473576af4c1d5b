import type { JsonSchema, JsonValue } from '@guanxi/field-types';

/** One place where a value breaks a JSON Schema. */
export interface SchemaFailure {
  /** The keyword that was broken, as `maxLength`. */
  readonly keyword: string;
  /** JSON pointer into the value; '' is the whole record. */
  readonly path: string;
}

/** A JSON Schema validator, brought in from outside: ajv on servers, @cfworker/json-schema in browsers. Empty means valid. */
export type SchemaValidator = (schema: JsonSchema, value: JsonValue) => readonly SchemaFailure[];

/** Reads the errors of ajv (`validate.errors`). */
export function fromAjvErrors(errors: readonly { readonly keyword: string; readonly instancePath: string }[] | null | undefined): readonly SchemaFailure[] {
  return (errors ?? []).map(({ keyword, instancePath }) => ({ keyword, path: instancePath }));
}

/** Reads the errors of @cfworker/json-schema (`validator.validate(value).errors`); make the validator with `shortCircuit` off. */
export function fromCfworkerErrors(errors: readonly { readonly keyword: string; readonly instanceLocation: string }[]): readonly SchemaFailure[] {
  return errors.map(({ keyword, instanceLocation }) => ({ keyword, path: instanceLocation.replace(/^#/, '') }));
}
