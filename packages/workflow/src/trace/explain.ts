import type { FormulaValue } from '@guanxi/formula';
import { say, type Word, type Wording } from '@guanxi/field-types';
import type { ConditionTrace } from './trace-condition.js';
import { endings, factWords, parts, verdicts } from './verdict-wording.js';

/**
 * What is known about a workflow and a record at a moment, gathered by the caller. Instants as Date, days and occasions as
 * text; names and sentences in the language of `locale`.
 */
export interface ExplainedCase {
  readonly workflowTitle: string;
  readonly recordName: string;
  /** At the moment: there, in the bin, or not entered yet. */
  readonly record: 'there' | 'deleted' | 'absent';
  /** Null where the workflow is switched off. */
  readonly activeSince: Date | null;
  readonly timeZone: string;
  /** In which language the verdict and the facts are told. */
  readonly locale: string;
  /** The moment that is asked about. */
  readonly now: Date;
  /** It lies in the past: what has not run by it will not run any more. */
  readonly isPast: boolean;
  /** The run for what the trigger says happened last, or else the latest run up to the moment. */
  readonly run: { readonly status: string; readonly occasion: string; readonly startedAt: Date; readonly error: string | null } | null;
  /** Of the values as they were when it was due or happened; null without a condition. */
  readonly condition: ConditionTrace | null;
  readonly trigger: ExplainedElapsed | ExplainedOccurrence | ExplainedAsked;
}

export interface ExplainedElapsed {
  readonly kind: 'elapsed';
  /** "30 days". */
  readonly period: string;
  /** "the latest Ordered on among the Orders". */
  readonly anchorName: string;
  readonly includesPast: boolean;
  /** By the rows as they were; null where there is nothing to count from. */
  readonly line: { readonly anchor: string; readonly due: string; readonly dueAt: Date } | null;
  /** What was kept when the record was last looked at; null where the moment lies in the past. */
  readonly state: 'waiting' | 'fired' | 'passed' | 'excluded' | 'late' | null;
}

/** A trigger that answers to what happens at a time: changes, saves, the times of a schedule. */
export interface ExplainedOccurrence {
  readonly kind: 'occurrence';
  /** "when a new Customer comes in". */
  readonly sentence: string;
  /** The latest up to the moment: its time, and what a run for it is known by. Null where there was none. */
  readonly last: { readonly at: Date; readonly occasion: string } | null;
  /** It acts within what happens, and no run tells of it: `sets` are fields that the condition reads and it may have set itself. */
  readonly acts?: { readonly sets: readonly string[] };
}

/** A trigger of which only the runs are known: calls, and list views that records enter or leave. */
export interface ExplainedAsked {
  readonly kind: 'asked';
  readonly sentence: string;
  /** The record was on that side of the list view already when the workflow was switched on. */
  readonly isThereAlready?: boolean;
}

export interface ExplanationFact {
  readonly label: string;
  readonly value: string;
  /** Whether it speaks for running; null where it is neither here nor there. */
  readonly holds: boolean | null;
}

/** Which of the answers a verdict is. */
export type Reason = 'ran' | 'absent' | 'deleted' | 'off' | 'noAnchor' | 'tooEarly' | 'tooLate' | 'excluded' | 'nothing' | 'before' | 'condition' | 'unsure' | 'soon';

export interface Verdict {
  readonly ran: boolean;
  readonly reason: Reason;
  readonly verdict: string;
  /** Of `condition`: the first part that was false. */
  readonly because: string | null;
  readonly facts: readonly ExplanationFact[];
  readonly dueAt: Date | null;
}

/** Why a workflow did or did not run on a record by a moment: a sentence, and what it rests on. */
export function explain(about: ExplainedCase): Verdict {
  const line = about.trigger.kind === 'elapsed' ? about.trigger.line : null;
  const { reason, verdict } = hasRun(about) && about.run ? { reason: 'ran' as const, verdict: tellRun(about, about.run) } : (tellActed(about) ?? tellWhyNot(about));
  return {
    ran: reason === 'ran',
    reason,
    verdict,
    because: reason === 'condition' ? (about.condition?.because ?? null) : null,
    facts: [...generalFacts(about), ...triggerFacts(about), ...conditionFacts(about)],
    dueAt: line && reason !== 'ran' && line.dueAt > about.now ? line.dueAt : null,
  };
}

function hasRun({ run, trigger, now }: ExplainedCase): boolean {
  if (!run) return false;
  if (trigger.kind === 'elapsed') return trigger.line !== null && run.occasion === trigger.line.due && trigger.line.dueAt <= now;
  return trigger.kind === 'asked' || run.occasion === trigger.last?.occasion;
}

/** Of what acts within a save. */
function tellActed(about: ExplainedCase): Answer | undefined {
  const { trigger, activeSince, condition } = about;
  if (trigger.kind !== 'occurrence' || !trigger.acts || !trigger.last || activeSince === null || trigger.last.at < activeSince) return undefined;
  if (trigger.acts.sets.length > 0 || condition?.holds === false) return undefined;
  return { reason: 'ran', verdict: tell(about, verdicts.acted, { record: about.recordName, at: time(trigger.last.at, about) }) };
}

type Run = NonNullable<ExplainedCase['run']>;
type Answer = Pick<Verdict, 'reason' | 'verdict'>;

function tellRun(about: ExplainedCase, run: Run): string {
  const ending = endings[run.status];
  return tell(about, verdicts.ran, { record: about.recordName, at: time(run.startedAt, about), ending: ending ? tell(about, ending) : '' });
}

function tellWhyNot(about: ExplainedCase): Answer {
  const { record, recordName, activeSince, trigger, isPast, workflowTitle: workflow, now } = about;
  const at = time(now, about);
  if (record === 'absent') return { reason: 'absent', verdict: tell(about, verdicts.absent, { record: recordName, at }) };
  if (record === 'deleted') return { reason: 'deleted', verdict: tell(about, isPast ? verdicts.deletedThen : verdicts.deleted, { record: recordName, at }) };
  if (activeSince === null) return { reason: 'off', verdict: tell(about, verdicts.off, { workflow }) };
  if (activeSince > now) return { reason: 'off', verdict: tell(about, verdicts.offThen, { workflow, at, since: time(activeSince, about) }) };
  if (trigger.kind === 'elapsed') return tellWhyNotElapsed(about, trigger);
  return trigger.kind === 'occurrence' ? tellWhyNotHappened(about, trigger) : tellWhyNotAsked(about, trigger);
}

function tellWhyNotElapsed(about: ExplainedCase, { line, anchorName: anchor, period, state, includesPast }: ExplainedElapsed): Answer {
  const record = about.recordName;
  if (!line) return { reason: 'noAnchor', verdict: tell(about, verdicts.noAnchor, { period, anchor, record }) };
  const { due } = line;
  if (line.dueAt > about.now) {
    const moved = about.run && about.run.occasion < due ? tell(about, verdicts.moved, { occasion: about.run.occasion, anchor }) : '';
    return { reason: 'tooEarly', verdict: tell(about, verdicts.tooEarly, { anchor, value: line.anchor, period, at: time(line.dueAt, about), moved }) };
  }
  if (state === 'late') return { reason: 'tooLate', verdict: tell(about, verdicts.tooLate, { anchor, value: line.anchor, period }) };
  if (state === 'excluded' || (!includesPast && about.activeSince !== null && line.dueAt <= about.activeSince)) return { reason: 'excluded', verdict: tell(about, verdicts.excluded, { record, due }) };
  if (about.condition && !about.condition.holds) return { reason: 'condition', verdict: tell(about, verdicts.lineFalse, { due, part: tellFalsePart(about, about.condition) }) };
  return { reason: 'soon', verdict: tell(about, about.isPast ? verdicts.lineMissing : verdicts.lineSoon, { due }) };
}

function tellWhyNotHappened(about: ExplainedCase, { sentence, last, acts }: ExplainedOccurrence): Answer {
  if (!last) return { reason: 'nothing', verdict: tell(about, verdicts.noChange, { sentence, record: about.recordName, at: time(about.now, about) }) };
  const at = time(last.at, about);
  if (about.activeSince !== null && last.at < about.activeSince) return { reason: 'before', verdict: tell(about, verdicts.changeBefore, { sentence, at }) };
  if (acts && acts.sets.length > 0) return { reason: 'unsure', verdict: tell(about, verdicts.unsure, { at, fields: acts.sets.join(tell(about, parts.between)) }) };
  if (about.condition && !about.condition.holds) return { reason: 'condition', verdict: tell(about, verdicts.changeFalse, { at, part: tellFalsePart(about, about.condition) }) };
  return { reason: 'soon', verdict: tell(about, about.isPast ? verdicts.changeMissing : verdicts.changeSoon, { at }) };
}

function tellWhyNotAsked(about: ExplainedCase, { sentence, isThereAlready = false }: ExplainedAsked): Answer {
  if (isThereAlready) return { reason: 'excluded', verdict: tell(about, verdicts.thereAlready, { sentence, record: about.recordName }) };
  const words = { sentence, record: about.recordName, at: time(about.now, about) };
  if (!about.condition || about.condition.holds) return { reason: 'nothing', verdict: tell(about, verdicts.notAsked, words) };
  return { reason: 'condition', verdict: tell(about, verdicts.notAskedFalse, { ...words, part: tellFalsePart(about, about.condition) }) };
}

function tellFalsePart(about: ExplainedCase, { because, parts: asked }: ConditionTrace): string {
  const fields = asked.filter(({ holds, text }) => holds === null && because.includes(text));
  const values = fields.map(({ text, value }) => (value === null ? tell(about, parts.blank, { field: text }) : tell(about, parts.value, { field: text, value: String(value) })));
  return values.length === 0 ? because : tell(about, parts.withValues, { part: because, values: [...new Set(values)].join(tell(about, parts.between)) });
}

function generalFacts(about: ExplainedCase): ExplanationFact[] {
  const { activeSince, isPast } = about;
  const since = activeSince ? tell(about, factWords.since, { at: time(activeSince, about) }) : tell(about, factWords.no);
  return [
    ...(isPast ? [{ label: tell(about, factWords.moment), value: time(about.now, about), holds: null }] : []),
    { label: tell(about, factWords.switchedOn), value: since, holds: activeSince !== null && activeSince <= about.now },
    ...(about.record !== 'deleted' ? [] : [{ label: tell(about, factWords.record), value: tell(about, factWords.deleted), holds: false }]),
  ];
}

function triggerFacts(about: ExplainedCase): ExplanationFact[] {
  const { trigger } = about;
  if (trigger.kind === 'asked') return [];
  if (trigger.kind === 'occurrence') {
    const { last } = trigger;
    return [{ label: tell(about, factWords.lastChange), value: last ? time(last.at, about) : tell(about, factWords.none), holds: last !== null }];
  }
  const { line, anchorName, period } = trigger;
  if (!line) return [{ label: capital(anchorName), value: tell(about, factWords.none), holds: false }];
  return [
    { label: capital(anchorName), value: line.anchor, holds: null },
    { label: tell(about, factWords.later, { period }), value: line.due, holds: line.dueAt <= about.now },
  ];
}

function conditionFacts(about: ExplainedCase): ExplanationFact[] {
  return (about.condition?.parts ?? []).map(({ text, value, holds }) => ({ label: text, value: tellValue(about, value), holds }));
}

function tellValue(about: ExplainedCase, value: FormulaValue): string {
  if (value === null) return tell(about, factWords.blank);
  if (typeof value === 'boolean') return tell(about, factWords[`${value}`]);
  return typeof value === 'object' ? Object.values(value).join(', ') : value;
}

function tell({ locale }: ExplainedCase, wording: Wording, words: Readonly<Record<string, Word>> = {}): string {
  return say({ ...wording, words }, locale);
}

function time(at: Date, { timeZone }: ExplainedCase): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
