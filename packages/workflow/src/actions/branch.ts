import type { JsonValue, Translations } from '@guanxi/field-types';
import type { Problem } from '@guanxi/metadata';
import { readFormula } from '../expressions/read-formula.js';
import { ERROR } from '../program/error-path.js';
import type { StepNote } from '../ports.js';
import type { Action, ActionContext, StepInput } from './action.js';
import { skipped } from './skipped.js';
import { translationsSchema } from './translations-schema.js';

interface Case {
  readonly name: string;
  readonly title?: string;
  readonly titles?: Translations;
  readonly when: string;
}

/** The path of runs for which no case holds. */
const OTHERWISE = 'otherwise';

const MOST_CASES = 20;

export const branch: Action = {
  name: 'branch',
  title: 'Branch',
  description: 'Goes the first way whose condition is true, or else the last one.',
  inputSchema: {
    type: 'object',
    properties: {
      cases: {
        type: 'array',
        title: 'Ways',
        format: 'branch-cases',
        minItems: 1,
        maxItems: MOST_CASES,
        items: {
          type: 'object',
          properties: {
            name: { type: 'string', title: 'Name', pattern: '^[A-Za-z][A-Za-z0-9_]*$' },
            title: { type: 'string', title: 'Title', maxLength: 255 },
            titles: translationsSchema,
            when: { type: 'string', title: 'Only where', format: 'formula' },
          },
          required: ['name', 'when'],
          additionalProperties: false,
        },
      },
    },
    required: ['cases'],
    additionalProperties: false,
  },

  paths: (input) => [...casesOf(input).map(({ name, title, titles }) => ({ name, ...(title !== undefined && { title }), ...(titles && { titles }) })), { name: OTHERWISE }],

  check(input, context) {
    const { cases } = input;
    if (!Array.isArray(cases) || cases.length === 0) return [{ path: '/cases', code: 'branch.empty', message: 'The branch has no way with a condition.' }];
    if (cases.length > MOST_CASES) return [{ path: '/cases', code: 'branch.many', message: `The branch has ${cases.length} ways; ${MOST_CASES} is the most.` }];
    const names = cases.map((one: unknown) => (one as Partial<Case> | null)?.name);
    return cases.flatMap((one: unknown, index) => checkCase(one, names.indexOf((one as Partial<Case> | null)?.name) < index, context).map((problem) => ({ ...problem, path: `/cases/${index}${problem.path}` })));
  },

  async run({ input, object, runs }, ports) {
    const cases = casesOf(input);
    const holds = await ports.evaluate(object.name, Object.fromEntries(cases.map(({ name, when }) => [name, when])), runs);
    const notes = [...holds].map(([runId, answers]): StepNote => {
      const taken = cases.find(({ name }) => answers[name] === true);
      const facts: JsonValue = cases.map(({ name, when }) => ({ name, when, holds: answers[name] === true }));
      return { runId, input: { cases: facts }, output: { took: taken?.title ?? taken?.name ?? OTHERWISE }, way: { to: 'path', name: taken?.name ?? OTHERWISE } };
    });
    return { ok: true, notes: [...notes, ...skipped(runs, notes)] };
  },
};

function casesOf({ cases }: StepInput): readonly Case[] {
  return Array.isArray(cases) ? cases.filter((one: Partial<Case> | null): one is Case => typeof one?.name === 'string' && typeof one.when === 'string') : [];
}

function checkCase(one: unknown, isRepeated: boolean, context: ActionContext): Problem[] {
  const { name, when } = (one ?? {}) as Partial<Case>;
  const problems: Problem[] = [];
  if (typeof name !== 'string' || !/^[A-Za-z]\w*$/.test(name)) problems.push({ path: '/name', code: 'branch.name', message: 'A way needs a name of letters and digits, which its steps stand under.' });
  else if (name === OTHERWISE || name === ERROR) problems.push({ path: '/name', code: 'branch.name', message: `“${name}” is the name of a way that every branch has.` });
  else if (isRepeated) problems.push({ path: '/name', code: 'branch.name', message: `Two ways of the branch are called “${name}”.` });
  if (typeof when !== 'string') return [...problems, { path: '/when', code: 'formula.missing', message: 'The way has no condition.' }];
  const read = readFormula(when, context, 'boolean');
  return [...problems, ...(read.ok ? [] : read.problems.map((problem) => ({ ...problem, path: '/when' })))];
}
