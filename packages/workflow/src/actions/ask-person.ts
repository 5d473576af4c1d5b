import type { JsonSchema } from '@guanxi/field-types';
import type { Problem, WorkflowInput } from '@guanxi/metadata';
import { leftByInputs } from '../definition/inputs.js';
import { parsePeriod } from '../definition/period.js';
import { readFormula } from '../expressions/read-formula.js';
import type { FormToAsk, HeldForm } from '../people/people-ports.js';
import type { ActionPorts, RunTarget, StepNote } from '../ports.js';
import type { Action, ActionContext, StepInput } from './action.js';
import { checkCounting, checkUser } from './approval-levels.js';
import { checkLeft } from './left-value.js';
import { skipped } from './skipped.js';
import { translationsOf, translationsSchema } from './translations-schema.js';

const MOST_INPUTS = 30;
const ANSWERED = 'answered';
const EXPIRED = 'expired';

const inputsSchema: JsonSchema = {
  type: 'array',
  title: 'Questions',
  description: 'What the person fills in; later steps find each answer as $Run and its name.',
  format: 'workflow-inputs',
  minItems: 1,
  maxItems: MOST_INPUTS,
  items: {
    type: 'object',
    properties: {
      name: { type: 'string', title: 'Name', pattern: '^[A-Za-z][A-Za-z0-9_]*$', maxLength: 64 },
      title: { type: 'string', title: 'Title', maxLength: 255 },
      titles: translationsSchema,
      type: { type: 'string', title: 'Kind', enum: ['text', 'number', 'boolean', 'date', 'datetime'] },
      required: { type: 'boolean', title: 'Required' },
    },
    required: ['name', 'type'],
    additionalProperties: false,
  },
};

export const askPerson: Action = {
  name: 'askPerson',
  title: 'Ask a person',
  description: 'Gives somebody a form to fill in and goes on with the answers.',
  inputSchema: {
    type: 'object',
    properties: {
      person: { type: 'string', title: 'Who', description: 'A formula that answers a user, such as owner.', format: 'formula' },
      title: { type: 'string', title: 'Title', description: 'What the form is called.', maxLength: 255 },
      titles: translationsSchema,
      text: { type: 'string', title: 'Text', description: 'A formula that says what is asked, above the questions.', format: 'formula' },
      inputs: inputsSchema,
      within: { type: 'string', title: 'Within', description: 'How long there is to answer, as P3D for three days.', format: 'period' },
      remindAfter: { type: 'string', title: 'Remind after', description: 'When the person is told once more.', format: 'period' },
      calendar: { type: 'string', title: 'Calendar', description: 'The business calendar that both times are counted on; without one every hour counts.', format: 'business-calendar' },
    },
    required: ['person', 'title', 'inputs'],
    additionalProperties: false,
  },

  paths: () => [{ name: ANSWERED }, { name: EXPIRED }],
  leaves: (input) => leftByInputs(inputsOf(input)),

  check(input, context) {
    const { person, title, text } = input;
    const untitled: Problem[] = typeof title === 'string' && title.trim() !== '' ? [] : [{ path: '/title', code: 'form.title', message: 'The form has no title.' }];
    return [...checkUser(person, '/person', context), ...untitled, ...checkText(text, context), ...checkInputs(input, context), ...checkPeriod(input, 'within'), ...checkPeriod(input, 'remindAfter')];
  },

  async run({ input, object, runs }, ports) {
    const { person, title, text } = input as { person: string; title: string; text?: string };
    const found = await ports.evaluate(object.name, { person, ...(text !== undefined && { text }) }, runs);
    const [dueAt, remindAt] = [await momentOf(input, 'within', ports), await momentOf(input, 'remindAfter', ports)];
    const asked = runs.flatMap(({ runId, recordId }): FormToAsk[] => {
      const values = found.get(runId);
      return typeof values?.['person'] === 'string' ? [{ runId, recordId, object: object.name, userId: values['person'], title, titles: translationsOf(input['titles']), text: values['text'] == null ? null : String(values['text']), inputs: inputsOf(input), dueAt, remindAt }] : [];
    });
    await ports.people.askForms(asked);
    const until = earliest(remindAt, dueAt);
    const notes = [...found].map(([runId, values]): StepNote => {
      const given = { title, person: values['person'] ?? null };
      if (values['person'] === null) return { runId, input: given, output: { skipped: 'There is nobody to ask.' } };
      return { runId, input: given, output: { asked: values['person'] ?? null, until: dueAt }, way: { to: 'rest', until } };
    });
    return { ok: true, notes: [...notes, ...skipped(runs, notes)] };
  },

  async resume({ runs }, ports) {
    const held = await ports.people.holdForms(runs.map(({ runId }) => runId));
    const now = Date.parse(ports.now());
    const isOver = (form: HeldForm | undefined) => !form || form.status === EXPIRED || (form.status === 'open' && form.dueAt !== null && Date.parse(form.dueAt) <= now);
    const open = runs.filter(({ runId }) => held.get(runId)?.status === 'open');
    await ports.people.expireForms(open.filter(({ runId }) => isOver(held.get(runId))).map(({ runId }) => runId));
    await ports.people.remindOfForms(open.filter(({ runId }) => isToRemind(held.get(runId), now) && !isOver(held.get(runId))).map(({ runId }) => runId));
    return { ok: true, notes: runs.map((run) => goOn(run, held.get(run.runId), isOver(held.get(run.runId)))) };
  },
};

function goOn({ runId }: RunTarget, form: HeldForm | undefined, isOver: boolean): StepNote {
  if (form?.status === ANSWERED) return { runId, input: null, output: { answers: form.answers, answeredBy: form.answeredBy }, way: { to: 'path', name: ANSWERED }, leaves: form.answers ?? {} };
  if (isOver) return { runId, input: null, output: { answers: null }, way: { to: 'path', name: EXPIRED } };
  return { runId, input: null, output: { reminded: form?.remindAt ?? null }, way: { to: 'rest', until: form?.dueAt ?? null } };
}

function isToRemind(form: HeldForm | undefined, now: number): boolean {
  return form !== undefined && !form.reminded && form.remindAt !== null && Date.parse(form.remindAt) <= now;
}

function earliest(...moments: readonly (string | null)[]): string | null {
  return moments.filter((moment) => moment !== null).sort()[0] ?? null;
}

async function momentOf(input: StepInput, key: 'within' | 'remindAfter', ports: ActionPorts): Promise<string | null> {
  const { [key]: text, calendar } = input as { within?: string; remindAfter?: string; calendar?: string };
  const period = text === undefined ? undefined : parsePeriod(text);
  return period ? ports.after(period, calendar) : null;
}

function inputsOf({ inputs }: StepInput): readonly WorkflowInput[] {
  return Array.isArray(inputs) ? inputs.filter((one: Partial<WorkflowInput> | null): one is WorkflowInput => typeof one?.name === 'string' && typeof one.type === 'string') : [];
}

function checkText(text: unknown, context: ActionContext): Problem[] {
  if (text === undefined) return [];
  const read = readFormula(String(text), context, 'text');
  return read.ok ? [] : read.problems.map((problem) => ({ ...problem, path: '/text' }));
}

function checkInputs(input: StepInput, context: ActionContext): Problem[] {
  const { inputs } = input;
  if (!Array.isArray(inputs) || inputs.length === 0) return [{ path: '/inputs', code: 'form.inputs', message: 'The form asks nothing.' }];
  if (inputs.length > MOST_INPUTS) return [{ path: '/inputs', code: 'form.inputs', message: `The form has ${inputs.length} questions; ${MOST_INPUTS} is the most.` }];
  const names = inputs.map((one: Partial<WorkflowInput> | null) => one?.name);
  return inputs.flatMap((one: Partial<WorkflowInput> | null, index): Problem[] => {
    if (!one?.type || !KINDS.includes(one.type)) return [{ path: `/inputs/${index}/type`, code: 'input.type', message: 'The question has no kind.', hint: `There is ${KINDS.join(', ')}.` }];
    if (names.indexOf(one.name) < index) return [{ path: `/inputs/${index}/name`, code: 'input.twice', message: `Two questions are called “${String(one.name)}”.` }];
    return checkLeft('name', one.name, one.type, context).map((problem) => ({ ...problem, path: `/inputs/${index}/name` }));
  });
}

const KINDS: readonly WorkflowInput['type'][] = ['text', 'number', 'boolean', 'date', 'datetime'];

function checkPeriod(input: StepInput, key: 'within' | 'remindAfter'): Problem[] {
  const text = input[key];
  if (text === undefined || (typeof text === 'string' && parsePeriod(text))) return checkCounting(text, `/${key}`, input['calendar']);
  return [{ path: `/${key}`, code: 'period.form', message: 'This is no length of time.', hint: 'Write it as P3D for three days, or PT2H for two hours.' }];
}
