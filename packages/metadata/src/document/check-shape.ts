import type { JsonSchema } from '@guanxi/field-types';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Problem } from '../problem.js';
import type { DocumentKind } from './documents.js';
import { documentSchema } from './document-schema.js';
import { describeShapeError } from './describe-shape-error.js';

/** Everything in a document that its meta-schema does not allow. `address` is the pointer that paths begin with. */
export function checkShape(document: unknown, kind: DocumentKind, address: string): readonly Problem[] {
  let validate = validators.get(kind);
  if (!validate) validators.set(kind, (validate = validator().compile(documentSchema(kind))));
  return validate(document) ? [] : tellApart(validate.errors ?? [], address);
}

/** Everything in a value that a schema does not allow, such as a default that its field would refuse. */
export function checkValue(value: unknown, schema: JsonSchema, address: string): readonly Problem[] {
  const validate = compileOnce(schema);
  return validate(value) ? [] : tellApart(validate.errors ?? [], address);
}

const validators = new Map<DocumentKind, ValidateFunction>();

const compiled = new Map<string, ValidateFunction>();
const MOST_COMPILED = 500;

/** Compiling costs milliseconds, and many fields have the same schema. */
function compileOnce(schema: JsonSchema): ValidateFunction {
  const key = JSON.stringify(schema);
  const known = compiled.get(key);
  if (known) return known;
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  const validate = validator().compile(schema);
  compiled.set(key, validate);
  return validate;
}

/**
 * `strict` is off because kinds of field may bring annotations of their own; the meta-schemas are tested in strict mode, and not
 * checked again at every start, which would cost as much as all the rest.
 */
function validator(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false, logger: false, validateSchema: false });
  formats.default(ajv);
  return ajv;
}

/** These only repeat that something inside them was wrong. */
const echoes = new Set(['if', 'propertyNames', 'anyOf', 'oneOf', 'allOf']);

function tellApart(errors: readonly ErrorObject[], address: string): readonly Problem[] {
  const own = errors.filter((error) => !echoes.has(error.keyword));
  const problems = (own.length > 0 ? own : errors).map((error) => describeShapeError(error, address));
  return [...new Map(problems.map((problem) => [`${problem.path} ${problem.message}`, problem])).values()];
}
