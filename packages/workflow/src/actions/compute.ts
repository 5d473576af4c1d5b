import { readFormula } from '../expressions/read-formula.js';
import type { StepNote } from '../ports.js';
import type { Action } from './action.js';
import { checkLeft, leftNameSchema } from './left-value.js';
import { skipped } from './skipped.js';

export const compute: Action = {
  name: 'compute',
  title: 'Work out a value',
  description: 'Keeps the answer of a formula for the steps that follow, which find it as $Run and its name.',
  beforeItsRun: true,
  inputSchema: {
    type: 'object',
    properties: {
      name: leftNameSchema,
      formula: { type: 'string', title: 'Formula', format: 'formula' },
    },
    required: ['name', 'formula'],
    additionalProperties: false,
  },

  leaves({ name, formula }, context) {
    const read = typeof formula === 'string' ? readFormula(formula, context) : undefined;
    return typeof name === 'string' && read?.ok ? { [name]: read.value.type } : {};
  },

  check({ name, formula }, context) {
    if (typeof formula !== 'string') return [{ path: '/formula', code: 'formula.missing', message: 'The step does not say what is worked out.' }];
    const read = readFormula(formula, context);
    if (!read.ok) return read.problems.map((problem) => ({ ...problem, path: '/formula' }));
    return checkLeft('name', name, read.value.type, context);
  },

  async run({ input, object, runs }, ports) {
    const { name, formula } = input as { name: string; formula: string };
    const values = await ports.evaluate(object.name, { [name]: formula }, runs);
    const notes = [...values].map(([runId, left]): StepNote => ({ runId, input: { name, formula }, output: left, leaves: left }));
    return { ok: true, notes: [...notes, ...skipped(runs, notes)] };
  },
};
