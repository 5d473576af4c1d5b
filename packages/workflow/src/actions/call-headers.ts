import type { JsonSchema } from '@guanxi/field-types';
import { jsonPointer, type Problem } from '@guanxi/metadata';
import { readFormula } from '../expressions/read-formula.js';
import type { ActionContext } from './action.js';
import { isTextRecord } from './field-values.js';

const NAME = /^[A-Za-z0-9-]{1,100}$/;
const VALUE = /^[\x20-\x7E]{1,2000}$/;
/** They are the message's own, or belong to the connection. */
const TAKEN = /^(?:webhook-.*|content-.*|host|connection|transfer-encoding|keep-alive|upgrade|te|trailer|expect|traceparent|proxy-.*)$/i;
const MOST = 20;

/** Input schema of headers that go along with a call, each with the formula of its value. */
export const headersSchema: JsonSchema = {
  type: 'object',
  title: 'Headers',
  description: 'Sent along with the call: a formula for each. Everybody who may see the workflow sees them; what is secret belongs below.',
  format: 'header-formulas',
  additionalProperties: { type: 'string', format: 'formula' },
  maxProperties: MOST,
};

/** Input schema of the names of headers whose values are no part of the document. */
export const secretHeadersSchema: JsonSchema = {
  type: 'array',
  title: 'Secret headers',
  description: 'Only their names stand here. Their values are kept encrypted, each for one address outside, and are given on the page Calls of the workflow.',
  format: 'header-names',
  items: { type: 'string', pattern: '^[A-Za-z0-9-]+$', maxLength: 100 },
  maxItems: MOST,
};

/** Whether somebody may set the header of a message that Guanxi sends. */
export function isFreeHeader(name: string): boolean {
  return NAME.test(name) && !TAKEN.test(name);
}

/** Whether a header can carry the text: visible ASCII characters and blanks, at most 2,000. */
export function isHeaderValue(text: string): boolean {
  return VALUE.test(text);
}

/** Both parts of a step's input: one header is said once, in whatever letters. */
export function checkHeaders(headers: unknown, secretHeaders: unknown, context: ActionContext): Problem[] {
  if (headers !== undefined && !isTextRecord(headers)) return [{ path: '/headers', code: 'headers.shape', message: 'The headers have to be formulas, each under the name of its header.' }];
  if (secretHeaders !== undefined && !isTexts(secretHeaders)) return [{ path: '/secretHeaders', code: 'headers.shape', message: 'The secret headers have to be a list of names.' }];
  const plain = Object.entries(headers ?? {}).map(([name, formula]) => ({ name, formula, path: jsonPointer('headers', name) }));
  const secret = (secretHeaders ?? []).map((name, index) => ({ name, formula: undefined, path: jsonPointer('secretHeaders', index) }));
  if (plain.length > MOST || secret.length > MOST) return [{ path: plain.length > MOST ? '/headers' : '/secretHeaders', code: 'headers.many', message: `The step sends more than ${MOST} headers.` }];
  const seen = new Set<string>();
  return [...plain, ...secret].flatMap(({ name, formula, path }): Problem[] => {
    const isRepeated = seen.has(name.toLowerCase());
    seen.add(name.toLowerCase());
    const read = formula === undefined ? undefined : readFormula(formula, context);
    return [
      ...(isFreeHeader(name) ? [] : [{ path, code: 'headers.name', message: `“${name}” is not a header that a step may set.`, hint: 'Use letters, digits and dashes; those of the message itself are set by Guanxi.' }]),
      ...(isRepeated ? [{ path, code: 'headers.repeated', message: `The header “${name}” is said twice.` }] : []),
      ...(read && !read.ok ? read.problems.map((problem) => ({ ...problem, path })) : []),
    ];
  });
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
