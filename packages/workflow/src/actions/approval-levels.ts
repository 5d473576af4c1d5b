import type { JsonSchema, Translations } from '@guanxi/field-types';
import { nearMissHint, type Problem } from '@guanxi/metadata';
import { checkCalendarPeriod, parsePeriod } from '../definition/period.js';
import { readFormula } from '../expressions/read-formula.js';
import type { LevelRule } from '../people/people-ports.js';
import type { ActionContext, StepInput } from './action.js';
import { translationsSchema } from './translations-schema.js';

/** One level of an approval, as the step's input says it. */
export interface ApprovalLevel {
  readonly title?: string;
  readonly titles?: Translations;
  /** Formulas that answer users. */
  readonly approvers?: readonly string[];
  readonly queue?: string;
  readonly decides?: LevelRule;
  /** An ISO 8601 duration. */
  readonly within?: string;
  readonly then?: 'expire' | 'approve' | 'reject' | 'escalate';
  readonly escalateTo?: string;
}

export const MOST_LEVELS = 10;
const MOST_APPROVERS = 20;

export const levelsSchema: JsonSchema = {
  type: 'array',
  title: 'Levels',
  description: 'One after another; each is asked when the one before has agreed.',
  format: 'approval-levels',
  minItems: 1,
  maxItems: MOST_LEVELS,
  items: {
    type: 'object',
    properties: {
      title: { type: 'string', title: 'Title', maxLength: 255 },
      titles: translationsSchema,
      approvers: { type: 'array', title: 'Who decides', description: 'Formulas that answer a user, such as owner or customer.accountManager.', format: 'formula-list', items: { type: 'string', format: 'formula' }, maxItems: MOST_APPROVERS },
      queue: { type: 'string', title: 'Queue', description: 'Any one of its members decides for all of them.', format: 'queue-name' },
      decides: { type: 'string', title: 'Decision', description: 'Whether everybody who is asked has to agree, or the first who decides does it for all.', enum: ['all', 'first'], default: 'all' },
      within: { type: 'string', title: 'Within', description: 'How long the level has, as P3D for three days.', format: 'period' },
      then: { type: 'string', title: 'Afterwards', description: 'What happens when the time is over and the level has not decided.', enum: ['expire', 'approve', 'reject', 'escalate'], default: 'expire' },
      escalateTo: { type: 'string', title: 'Escalate to', description: 'A formula that answers the user who is asked instead; that person has the same time again.', format: 'formula' },
    },
    additionalProperties: false,
  },
};

export function levelsOf({ levels }: StepInput): readonly ApprovalLevel[] {
  return Array.isArray(levels) ? (levels as readonly ApprovalLevel[]) : [];
}

export function checkLevels({ levels, calendar }: StepInput, context: ActionContext): Problem[] {
  if (!Array.isArray(levels) || levels.length === 0) return [{ path: '/levels', code: 'approval.levels', message: 'The approval has no level: nobody is asked.' }];
  if (levels.length > MOST_LEVELS) return [{ path: '/levels', code: 'approval.levels', message: `The approval has ${levels.length} levels; ${MOST_LEVELS} is the most.` }];
  return levels.flatMap((level: unknown, index) => [...checkLevel((level ?? {}) as ApprovalLevel, context), ...checkCounting((level as ApprovalLevel | null)?.within, '/within', calendar)].map((problem) => ({ ...problem, path: `/levels/${index}${problem.path}` })));
}

function checkLevel(level: ApprovalLevel, context: ActionContext): Problem[] {
  const { approvers = [], queue } = level;
  if (!Array.isArray(approvers) || approvers.length > MOST_APPROVERS) return [{ path: '/approvers', code: 'approval.approvers', message: `The approvers are a list of at most ${MOST_APPROVERS} formulas.` }];
  const nobody: Problem[] = approvers.length === 0 && queue === undefined ? [{ path: '/approvers', code: 'approval.nobody', message: 'The level asks nobody.', hint: 'Give it a formula that answers a user, or a queue.' }] : [];
  return [
    ...nobody,
    ...approvers.flatMap((formula: unknown, index) => checkUser(formula, `/approvers/${index}`, context)),
    ...(queue === undefined ? [] : checkQueueName(queue, '/queue', context)),
    ...checkDeadline(level, context),
  ];
}

function checkDeadline({ within, then, escalateTo }: ApprovalLevel, context: ActionContext): Problem[] {
  const isPeriod = typeof within === 'string' && parsePeriod(within) !== undefined;
  if (within !== undefined && !isPeriod) return [{ path: '/within', code: 'period.form', message: 'This is no length of time.', hint: 'Write it as P3D for three days, or PT2H for two hours.' }];
  if (within === undefined && then !== undefined && then !== 'expire') return [{ path: '/within', code: 'approval.deadline', message: 'The level says what happens when its time is over, but not how long it has.' }];
  if (then === 'escalate') return checkUser(escalateTo, '/escalateTo', context);
  return escalateTo === undefined ? [] : [{ path: '/escalateTo', code: 'approval.escalate', message: 'The level names somebody to escalate to, but does not escalate.', hint: 'Set “then” to escalate, or leave it out.' }];
}

/** Whether a length of time can be counted on the calendar, if there is one. */
export function checkCounting(within: unknown, path: string, calendar: unknown): Problem[] {
  const period = typeof within === 'string' && calendar !== undefined ? parsePeriod(within) : undefined;
  const fault = period && checkCalendarPeriod(period);
  return fault ? [{ path, ...fault }] : [];
}

/** A formula that answers a user. */
export function checkUser(formula: unknown, path: string, context: ActionContext): Problem[] {
  if (typeof formula !== 'string' || formula === '') return [{ path, code: 'formula.missing', message: 'There is no formula that answers a user.' }];
  const read = readFormula(formula, context, 'reference');
  return read.ok ? [] : read.problems.map((problem) => ({ ...problem, path }));
}

export function checkQueueName(name: unknown, path: string, { model }: ActionContext): Problem[] {
  if (typeof name === 'string' && model.queues.some((queue) => queue.name === name)) return [];
  const hint = typeof name === 'string' ? nearMissHint(name, model.queues.map((queue) => queue.name)) : undefined;
  return [{ path, code: 'queue.unknown', message: `There is no queue “${String(name)}”.`, ...(hint && { hint }) }];
}
