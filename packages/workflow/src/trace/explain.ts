import type { FormulaValue } from '@guanxi/formula';
import { say, type Word, type Wording } from '@guanxi/field-types';
import type { TriggersOf } from '../definition/trigger.js';
import type { ConditionTrace } from './trace-condition.js';
import { endings, factWords, parts, verdicts } from './verdict-wording.js';

/**
 * What is known about a workflow and a record, gathered by the caller. Instants as Date, days and occasions as text; names
 * and sentences in the language of `locale`.
 */
export interface ExplainedCase {
  readonly workflowTitle: string;
  readonly recordName: string;
  readonly recordExists: boolean;
  /** Null where the workflow is switched off. */
  readonly activeSince: Date | null;
  readonly timeZone: string;
  /** In which language the verdict and the facts are told. */
  readonly locale: string;
  readonly now: Date;
  /** The latest run on the record. */
  readonly run: { readonly status: string; readonly occasion: string; readonly startedAt: Date; readonly error: string | null } | null;
  /** Of the values as they are now, or as they were when the line was crossed; null without a condition. */
  readonly condition: ConditionTrace | null;
  readonly trigger: ExplainedElapsed | ExplainedChange;
}

export interface ExplainedElapsed {
  readonly kind: 'elapsed';
  /** "30 days". */
  readonly period: string;
  /** "the latest Ordered on among the Orders". */
  readonly anchorName: string;
  readonly includesPast: boolean;
  /** By the rows as they are now; null where there is nothing to count from. */
  readonly line: { readonly anchor: string; readonly due: string; readonly dueAt: Date } | null;
  /** What was kept when the record was last looked at. */
  readonly state: 'waiting' | 'fired' | 'passed' | 'excluded' | null;
}

export interface ExplainedChange {
  readonly kind: TriggersOf<'change'>;
  /** "when a new Customer comes in". */
  readonly sentence: string;
  /** The latest change that the trigger answers to; null where there was none. */
  readonly lastChange: Date | null;
}

export interface ExplanationFact {
  readonly label: string;
  readonly value: string;
  /** Whether it speaks for running; null where it is neither here nor there. */
  readonly holds: boolean | null;
}

export interface Verdict {
  readonly ran: boolean;
  readonly verdict: string;
  readonly facts: readonly ExplanationFact[];
  readonly dueAt: Date | null;
}

/** Why a workflow did or did not run on a record: a sentence, and what it rests on. */
export function explain(about: ExplainedCase): Verdict {
  const line = about.trigger.kind === 'elapsed' ? about.trigger.line : null;
  const ranForThis = about.run !== null && (line === null || about.run.occasion === line.due);
  return {
    ran: ranForThis,
    verdict: ranForThis && about.run ? tellRun(about, about.run) : tellWhyNot(about),
    facts: [...generalFacts(about), ...triggerFacts(about), ...conditionFacts(about)],
    dueAt: line && !ranForThis && line.dueAt > about.now ? line.dueAt : null,
  };
}

type Run = NonNullable<ExplainedCase['run']>;

function tellRun(about: ExplainedCase, run: Run): string {
  const ending = endings[run.status];
  return tell(about, verdicts.ran, { record: about.recordName, at: time(run.startedAt, about), ending: ending ? tell(about, ending) : '' });
}

function tellWhyNot(about: ExplainedCase): string {
  if (!about.recordExists) return tell(about, verdicts.deleted, { record: about.recordName });
  if (about.activeSince === null) return tell(about, verdicts.off, { workflow: about.workflowTitle });
  return about.trigger.kind === 'elapsed' ? tellWhyNotElapsed(about, about.trigger) : tellWhyNotChanged(about, about.trigger);
}

function tellWhyNotElapsed(about: ExplainedCase, { line, anchorName: anchor, period, state, includesPast }: ExplainedElapsed): string {
  const record = about.recordName;
  if (!line) return tell(about, verdicts.noAnchor, { period, anchor, record });
  const { due } = line;
  if (line.dueAt > about.now) {
    const moved = about.run && about.run.occasion < due ? tell(about, verdicts.moved, { occasion: about.run.occasion, anchor }) : '';
    return tell(about, verdicts.tooEarly, { anchor, value: line.anchor, period, at: time(line.dueAt, about), moved });
  }
  if (state === 'excluded' || (!includesPast && about.activeSince !== null && line.dueAt <= about.activeSince)) return tell(about, verdicts.excluded, { record, due });
  if (about.condition && !about.condition.holds) return tell(about, verdicts.lineFalse, { due, part: tellFalsePart(about, about.condition) });
  return tell(about, verdicts.lineSoon, { due });
}

function tellWhyNotChanged(about: ExplainedCase, { sentence, lastChange }: ExplainedChange): string {
  if (!lastChange) return tell(about, verdicts.noChange, { sentence, record: about.recordName });
  const at = time(lastChange, about);
  if (about.activeSince !== null && lastChange < about.activeSince) return tell(about, verdicts.changeBefore, { sentence, at });
  if (about.condition && !about.condition.holds) return tell(about, verdicts.changeFalse, { at, part: tellFalsePart(about, about.condition) });
  return tell(about, verdicts.changeSoon, { at });
}

function tellFalsePart(about: ExplainedCase, { because, parts: asked }: ConditionTrace): string {
  const fields = asked.filter(({ holds, text }) => holds === null && because.includes(text));
  const values = fields.map(({ text, value }) => (value === null ? tell(about, parts.blank, { field: text }) : tell(about, parts.value, { field: text, value: String(value) })));
  return values.length === 0 ? because : tell(about, parts.withValues, { part: because, values: [...new Set(values)].join(tell(about, parts.between)) });
}

function generalFacts(about: ExplainedCase): ExplanationFact[] {
  const { activeSince } = about;
  const since = activeSince ? tell(about, factWords.since, { at: time(activeSince, about) }) : tell(about, factWords.no);
  return [
    { label: tell(about, factWords.switchedOn), value: since, holds: activeSince !== null },
    ...(about.recordExists ? [] : [{ label: tell(about, factWords.record), value: tell(about, factWords.deleted), holds: false }]),
  ];
}

function triggerFacts(about: ExplainedCase): ExplanationFact[] {
  const { trigger } = about;
  if (trigger.kind !== 'elapsed') {
    const { lastChange } = trigger;
    return [{ label: tell(about, factWords.lastChange), value: lastChange ? time(lastChange, about) : tell(about, factWords.none), holds: lastChange !== null }];
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
