import type { JsonValue } from '@guanxi/field-types';
import { parsePeriod } from '../definition/period.js';
import type { ApprovalOutcome, HeldApproval, LevelToOpen } from '../people/people-ports.js';
import type { ActionPorts, RunTarget, StepNote } from '../ports.js';
import type { Action, ActionBatch, ActionResult } from './action.js';
import { checkLevels, levelsOf, levelsSchema, type ApprovalLevel } from './approval-levels.js';
import { skipped } from './skipped.js';
import { translationsOf, translationsSchema } from './translations-schema.js';

const OUTCOMES: readonly ApprovalOutcome[] = ['approved', 'rejected', 'recalled', 'expired'];

export const approve: Action = {
  name: 'approve',
  title: 'Ask for approval',
  description: 'Asks people, level by level, and goes on by what they decide. Meanwhile the record can be locked.',
  inputSchema: {
    type: 'object',
    properties: {
      title: { type: 'string', title: 'Title', description: 'What is approved, as people read it.', maxLength: 255 },
      titles: translationsSchema,
      levels: levelsSchema,
      calendar: { type: 'string', title: 'Calendar', description: 'The business calendar that the levels’ times are counted on; without one every hour counts.', format: 'business-calendar' },
      lock: { type: 'boolean', title: 'Lock the record', description: 'Until it is decided only those who are asked, and admins, may change the record.', default: true },
    },
    required: ['title', 'levels'],
    additionalProperties: false,
  },

  paths: () => OUTCOMES.map((name) => ({ name })),

  check(input, context) {
    const { title } = input;
    const untitled = typeof title === 'string' && title.trim() !== '' ? [] : [{ path: '/title', code: 'approval.title', message: 'The approval has no title, by which people know what they decide.' }];
    return [...untitled, ...checkLevels(input, context)];
  },

  async run(batch, ports) {
    const { input, object, runs } = batch;
    const levels = levelsOf(input);
    // A record that is gone has nothing left to approve.
    const there = await ports.evaluate(object.name, { there: 'true' }, runs);
    const asking = runs.filter(({ runId }) => there.has(runId));
    await ports.people.openApprovals(asking.map(({ runId, recordId }) => ({
      runId, recordId, object: object.name, title: String(input['title']), titles: translationsOf(input['titles']), locks: input['lock'] !== false,
      levels: levels.map(({ title, titles, decides = 'all' }) => ({ title: title ?? null, ...(titles && { titles }), decides })),
    })));
    return withSkipped(runs, await openLevel(batch, asking, 0, ports));
  },

  async resume(batch, ports) {
    const held = await ports.people.holdApprovals(batch.runs.map(({ runId }) => runId));
    const now = Date.parse(ports.now());
    const groups = new Map<string, RunTarget[]>();
    for (const run of batch.runs) {
      const next = nextMove(held.get(run.runId), levelsOf(batch.input), now);
      groups.set(next, [...(groups.get(next) ?? []), run]);
    }
    const notes: StepNote[] = [];
    for (const [move, runs] of groups) {
      const result = await makeMove(move, batch, runs, held, ports);
      if (!result.ok) return result;
      notes.push(...result.notes);
    }
    return { ok: true, notes };
  },
};

/** What a run does next: an outcome, `rest`, `open <level>` or `escalate <level>`; the same for many runs of a batch. */
function nextMove(held: HeldApproval | undefined, levels: readonly ApprovalLevel[], now: number): string {
  if (!held) return 'recalled';
  if (held.status !== 'open') return held.status;
  if (held.passed) return `open ${held.level + 1}`;
  if (held.dueAt === null || Date.parse(held.dueAt) > now) return 'rest';
  const then = levels[held.level]?.then ?? 'expire';
  if (then === 'approve') return `open ${held.level + 1}`;
  if (then === 'reject') return 'close rejected';
  return then === 'escalate' && !held.escalated ? `escalate ${held.level}` : 'close expired';
}

async function makeMove(move: string, batch: ActionBatch, runs: readonly RunTarget[], held: ReadonlyMap<string, HeldApproval>, ports: ActionPorts): Promise<ActionResult> {
  const [kind = '', what = ''] = move.split(' ');
  if (kind === 'open') return openLevel(batch, runs, Number(what), ports);
  if (kind === 'escalate') return openLevel(batch, runs, Number(what), ports, true);
  if (kind === 'close') return close(runs, what as ApprovalOutcome, ports);
  const decisions = await ports.people.readDecisions(runs.map(({ runId }) => runId));
  const notes = runs.map(({ runId }): StepNote => {
    if (kind === 'rest') return { runId, input: null, output: { decisions: decisions.get(runId) ?? [] }, way: { to: 'rest', until: held.get(runId)?.dueAt ?? null } };
    return ended(runId, kind as ApprovalOutcome, decisions);
  });
  return { ok: true, notes };
}

/** Asks those of a level, and passes over levels where all have agreed before; after the last the approval is given. */
async function openLevel(batch: ActionBatch, runs: readonly RunTarget[], index: number, ports: ActionPorts, escalates = false): Promise<ActionResult> {
  const level = levelsOf(batch.input)[index];
  if (!level) return close(runs, 'approved', ports);
  const asked = await findAsked(batch, level, runs, ports, escalates);
  const period = level.within === undefined ? undefined : parsePeriod(level.within);
  const dueAt = period ? await ports.after(period, calendarOf(batch)) : null;
  const opening = runs.flatMap(({ runId }): LevelToOpen[] => {
    const users = asked.get(runId);
    return users ? [{ runId, level: index, users, queue: escalates ? undefined : level.queue, dueAt, escalates }] : [];
  });
  const opened = await ports.people.openLevels(opening);
  const left = opening.find(({ runId }) => opened.get(runId) === 'nobody');
  if (left) return { ok: false, problems: [{ path: '', code: 'approval.nobody', message: `Nobody can be asked at ${level.title === undefined ? `level ${index + 1}` : `the level “${level.title}”`} of “${String(batch.input['title'])}”: its formulas answer nobody who is active, and its queue has no members.` }] };
  const passed = await openNext(batch, runs.filter(({ runId }) => opened.get(runId) === 'passed'), index + 1, ports);
  if (!passed.ok) return passed;
  const gone = await close(runs.filter(({ runId }) => !asked.has(runId)), 'recalled', ports);
  const resting = runs.filter(({ runId }) => opened.get(runId) === 'open');
  const decisions = await ports.people.readDecisions(resting.map(({ runId }) => runId));
  const notes = resting.map(({ runId }): StepNote => ({
    runId,
    input: index === 0 && !escalates ? { title: String(batch.input['title']), asks: [...(asked.get(runId) ?? [])], ...(level.queue !== undefined && { queue: level.queue }) } : null,
    output: { level: index + 1, ...(dueAt !== null && { until: dueAt }), decisions: decisions.get(runId) ?? [] },
    way: { to: 'rest', until: dueAt },
  }));
  return { ok: true, notes: [...notes, ...passed.notes, ...(gone.ok ? gone.notes : [])] };
}

function calendarOf({ input: { calendar } }: ActionBatch): string | undefined {
  return typeof calendar === 'string' ? calendar : undefined;
}

async function openNext(batch: ActionBatch, runs: readonly RunTarget[], index: number, ports: ActionPorts): Promise<ActionResult> {
  return runs.length === 0 ? { ok: true, notes: [] } : openLevel(batch, runs, index, ports);
}

/** A run whose record is gone is missing. */
async function findAsked({ object }: ActionBatch, { approvers = [], escalateTo = '' }: ApprovalLevel, runs: readonly RunTarget[], ports: ActionPorts, escalates: boolean): Promise<ReadonlyMap<string, readonly string[]>> {
  const formulas = escalates ? [escalateTo] : approvers;
  const values = await ports.evaluate(object.name, { there: 'true', ...Object.fromEntries(formulas.map((formula, index) => [`user${index}`, formula])) }, runs);
  return new Map([...values].map(([runId, found]) => [runId, [...new Set(formulas.flatMap((_, index) => (typeof found[`user${index}`] === 'string' ? [String(found[`user${index}`])] : [])))]]));
}

async function close(runs: readonly RunTarget[], outcome: ApprovalOutcome, ports: ActionPorts): Promise<ActionResult> {
  if (runs.length === 0) return { ok: true, notes: [] };
  await ports.people.closeApprovals(runs.map(({ runId }) => ({ runId, outcome })));
  const decisions = await ports.people.readDecisions(runs.map(({ runId }) => runId));
  return { ok: true, notes: runs.map(({ runId }) => ended(runId, outcome, decisions)) };
}

function ended(runId: string, outcome: ApprovalOutcome, decisions: ReadonlyMap<string, JsonValue>): StepNote {
  return { runId, input: null, output: { outcome, decisions: decisions.get(runId) ?? [] }, way: { to: 'path', name: outcome } };
}

function withSkipped(runs: readonly RunTarget[], result: ActionResult): ActionResult {
  return result.ok ? { ok: true, notes: [...result.notes, ...skipped(runs, result.notes)] } : result;
}
