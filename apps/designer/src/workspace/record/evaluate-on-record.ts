import type { JsonValue } from '@guanxi/field-types';
import { metadataRequest } from '../../api/index.js';

interface Answer {
  readonly type: string | null;
  readonly value: JsonValue;
  readonly problems: readonly { readonly message: string }[];
}

/** What formulas answer for a record, as the server works them out for this person. Throws with the first problem. */
export async function evaluateOnRecord(object: string, recordId: string, formulas: Readonly<Record<string, string>>): Promise<Readonly<Record<string, JsonValue>>> {
  const entries = await Promise.all(Object.entries(formulas).map(async ([name, formula]) => [name, await evaluate(object, recordId, formula)] as const));
  return Object.fromEntries(entries);
}

async function evaluate(object: string, recordId: string, formula: string): Promise<JsonValue> {
  const { evaluateFormula: answer } = await metadataRequest<{ evaluateFormula: Answer }>(
    'query ($object: String!, $formula: String!, $recordId: ID) { evaluateFormula(object: $object, formula: $formula, recordId: $recordId) { type value problems { message } } }',
    { object, formula, recordId },
  );
  const [problem] = answer.problems;
  if (problem) throw new Error(problem.message);
  return answer.value;
}
