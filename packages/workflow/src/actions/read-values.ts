import type { JsonSchema } from '@guanxi/field-types';
import type { FormulaType } from '@guanxi/formula';
import type { Problem, WorkflowInput } from '@guanxi/metadata';
import { leftByInputs } from '../definition/inputs.js';

const TYPES: readonly string[] = ['text', 'number', 'boolean', 'date', 'datetime'];
const NAME = /^[A-Za-z]\w{0,63}$/;
const MOST = 50;

/** Input schema of the values that a step takes from an answer or an event. */
export const readValuesSchema: JsonSchema = {
  type: 'array',
  title: 'Values to keep',
  description: 'Formulas of later steps find them as $Run and their name. Without a pointer each is found under its name.',
  format: 'incoming-values',
  maxItems: MOST,
  items: {
    type: 'object',
    properties: {
      name: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9_]*$', maxLength: 64 },
      title: { type: 'string' },
      titles: { type: 'object' },
      type: { enum: TYPES },
      required: { type: 'boolean' },
      pointer: { type: 'string', maxLength: 500, description: 'A JSON pointer, as /order/number.' },
    },
    required: ['name', 'type'],
    additionalProperties: false,
  },
};

/** `key` is where they stand in the step's input. */
export function checkReadValues(values: unknown, key: string): Problem[] {
  if (values === undefined) return [];
  if (!Array.isArray(values) || values.length > MOST) return [{ path: `/${key}`, code: 'inputs.shape', message: `The values to keep have to be a list of at most ${MOST}.` }];
  const seen = new Set<unknown>();
  return values.flatMap((value: unknown, index): Problem[] => {
    const path = `/${key}/${index}`;
    const { name, type, pointer } = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
    const repeated = seen.has(name);
    seen.add(name);
    return [
      ...(typeof name === 'string' && NAME.test(name) ? [] : [{ path: `${path}/name`, code: 'value.name', message: 'The value needs a name of letters and digits, which begins with a letter.' }]),
      ...(repeated ? [{ path: `${path}/name`, code: 'input.repeated', message: `Two values have the name “${String(name)}”.` }] : []),
      ...(TYPES.includes(String(type)) ? [] : [{ path: `${path}/type`, code: 'input.type', message: `A value has to be of one of the types ${TYPES.join(', ')}.` }]),
      ...(pointer === undefined || (typeof pointer === 'string' && (pointer === '' || pointer.startsWith('/'))) ? [] : [{ path: `${path}/pointer`, code: 'input.pointer', message: 'This is no JSON pointer: it has to begin with a slash.' }]),
    ];
  });
}

/** Those of an input that may not have passed `checkReadValues`. */
export function leftByReading(values: unknown): Readonly<Record<string, FormulaType>> {
  return checkReadValues(values, '').length > 0 ? {} : leftByInputs(values as readonly WorkflowInput[] | undefined);
}
