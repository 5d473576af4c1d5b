import { readFormula } from '../expressions/read-formula.js';
import type { StepNote } from '../ports.js';
import type { Action } from './action.js';
import { skipped } from './skipped.js';

const NAME = /^[A-Za-z]\w{0,63}$/;

export const compute: Action = {
  name: 'compute',
  title: 'Work out a value',
  description: 'Keeps the answer of a formula for the steps that follow, which find it as $Run and its name.',
  inputSchema: {
    type: 'object',
    properties: {
      name: { type: 'string', title: 'Name', pattern: '^[A-Za-z][A-Za-z0-9_]*$', maxLength: 64 },
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
    if (typeof name !== 'string' || !NAME.test(name)) return [{ path: '/name', code: 'value.name', message: 'The value needs a name of letters and digits, which begins with a letter.' }];
    if (typeof formula !== 'string') return [{ path: '/formula', code: 'formula.missing', message: 'The step does not say what is worked out.' }];
    const read = readFormula(formula, context);
    if (!read.ok) return read.problems.map((problem) => ({ ...problem, path: '/formula' }));
    const before = context.variables.get(name);
    if (before === undefined || before === read.value.type) return [];
    return [{ path: '/name', code: 'value.type', message: `An earlier step leaves a ${before} as “${name}”, but this formula answers a ${read.value.type}.`, hint: 'Give the value another name.' }];
  },

  async run({ input, object, runs }, ports) {
    const { name, formula } = input as { name: string; formula: string };
    const values = await ports.evaluate(object.name, { [name]: formula }, runs);
    const notes = [...values].map(([runId, left]): StepNote => ({ runId, input: { name, formula }, output: left, leaves: left }));
    return { ok: true, notes: [...notes, ...skipped(runs, notes)] };
  },
};
