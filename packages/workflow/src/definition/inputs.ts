import type { FormulaType } from '@guanxi/formula';
import { faultOf, jsonPointer, nearMissHint, type Fault, type Problem, type Result, type WorkflowInput } from '@guanxi/metadata';
import type { Wording } from '@guanxi/field-types';
import type { RunValues } from '../ports.js';
import { readInputValue } from './input-kinds.js';
import { atPointer } from './json-at.js';

/** What comes in with a call, by the names under which formulas find it. */
export function leftByInputs(inputs: readonly WorkflowInput[] = []): Readonly<Record<string, FormulaType>> {
  return Object.fromEntries(inputs.map(({ name, type }) => [name, type]));
}

/**
 * What was given, as values that a run keeps, or everything that is wrong with it at once. `pointers`: each input stands
 * where its pointer says, and whatever else is given is left alone, as in the body of a call. Without them every name
 * has to be one of the inputs, as in a form. An input that is blank is null. Paths are JSON pointers into what was given.
 */
export function readInputs(inputs: readonly WorkflowInput[], given: unknown, { pointers }: { readonly pointers: boolean }): Result<RunValues> {
  if (!isObject(given)) return { ok: false, problems: [{ path: '', ...faultOf('inputs.object', faults.noObject) }] };
  const problems: Problem[] = pointers ? [] : unknownNames(inputs, given);
  const values: Record<string, RunValues[string]> = {};
  for (const input of inputs) {
    const path = (pointers ? input.pointer : undefined) ?? jsonPointer(input.name);
    const read = readInputValue(input, atPointer(given, path));
    if (read.ok) values[input.name] = read.value;
    else problems.push({ path, ...read.fault });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: values };
}

function unknownNames(inputs: readonly WorkflowInput[], given: Readonly<Record<string, unknown>>): Problem[] {
  const names = inputs.map(({ name }) => name);
  return Object.keys(given)
    .filter((name) => !names.includes(name))
    .map((name) => {
      const fault: Fault = faultOf('input.unknown', { ...faults.unknown, words: { name } });
      const hint = nearMissHint(name, names);
      return { path: jsonPointer(name), ...fault, ...(hint && { hint }) };
    });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const faults = {
  noObject: { en: 'The values have to come as one JSON object.', 'zh-TW': '輸入值必須是一個 JSON 物件。', 'zh-CN': '输入值必须是一个 JSON 对象。' },
  unknown: { en: 'There is no input called “{name}”.', 'zh-TW': '沒有名為「{name}」的輸入項。', 'zh-CN': '没有名为“{name}”的输入项。' },
} satisfies Readonly<Record<string, Wording>>;
