import type { ConditionTrace } from './trace-condition.js';

/** What is known about a workflow and a record, gathered by the caller. Instants as Date, days and occasions as text. */
export interface ExplainedCase {
  readonly workflowTitle: string;
  readonly recordName: string;
  readonly recordExists: boolean;
  /** Null where the workflow is switched off. */
  readonly activeSince: Date | null;
  readonly timeZone: string;
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
  readonly kind: 'created' | 'updated';
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
    verdict: ranForThis && about.run ? sayRun(about, about.run) : sayWhyNot(about),
    facts: [...generalFacts(about), ...triggerFacts(about), ...conditionFacts(about)],
    dueAt: line && !ranForThis && line.dueAt > about.now ? line.dueAt : null,
  };
}

type Run = NonNullable<ExplainedCase['run']>;

const endings: Readonly<Record<string, string>> = {
  done: 'and has done all its steps',
  running: 'and is still at its steps',
  waiting: 'and waits for its next step',
  failed: 'but a step failed and the run is parked; it can be tried again',
};

function sayRun(about: ExplainedCase, run: Run): string {
  return `It ran on ${about.recordName} on ${say(run.startedAt, about)} ${endings[run.status] ?? ''}.`.replace(' .', '.');
}

function sayWhyNot(about: ExplainedCase): string {
  if (!about.recordExists) return `${about.recordName} has been deleted, and workflows do not run on deleted records.`;
  if (about.activeSince === null) return `“${about.workflowTitle}” is switched off.`;
  return about.trigger.kind === 'elapsed' ? sayWhyNotElapsed(about, about.trigger) : sayWhyNotChanged(about, about.trigger);
}

function sayWhyNotElapsed(about: ExplainedCase, { line, anchorName, period, state, includesPast }: ExplainedElapsed): string {
  if (!line) return `There is nothing to count ${period} from: ${anchorName} of ${about.recordName} is blank.`;
  const moved = about.run && about.run.occasion < line.due ? ` It ran last for ${about.run.occasion}; since then ${anchorName} has moved the line.` : '';
  if (line.dueAt > about.now) {
    return `It is not time yet: ${anchorName} is ${line.anchor}, so the ${period} are over on ${say(line.dueAt, about)}.${moved}`;
  }
  if (state === 'excluded' || (!includesPast && about.activeSince !== null && line.dueAt <= about.activeSince)) {
    return `${about.recordName} was already past the line (${line.due}) when the workflow was switched on, and those were not included.`;
  }
  if (about.condition && !about.condition.holds) return `The line was reached on ${line.due}, but the condition was not true: ${falsePart(about.condition)}.`;
  return `The line was reached on ${line.due}; it will run within a minute.`;
}

function sayWhyNotChanged(about: ExplainedCase, { sentence, lastChange }: ExplainedChange): string {
  if (!lastChange) return `It runs ${sentence}, and nothing of the kind has happened to ${about.recordName}.`;
  if (about.activeSince !== null && lastChange < about.activeSince) {
    return `It runs ${sentence}; that happened last on ${say(lastChange, about)}, before the workflow was switched on.`;
  }
  if (about.condition && !about.condition.holds) return `The change of ${say(lastChange, about)} set it off, but the condition was not true: ${falsePart(about.condition)}.`;
  return `The change of ${say(lastChange, about)} set it off; it will run within a minute.`;
}

function falsePart({ because, parts }: ConditionTrace): string {
  const fields = parts.filter(({ holds, text }) => holds === null && because.includes(text));
  const values = [...new Set(fields.map(({ text, value }) => `${text} is ${value === null ? 'blank' : `“${value}”`}`))].join(', ');
  return `${because}${values && ` (${values})`}`;
}

function generalFacts(about: ExplainedCase): ExplanationFact[] {
  const { activeSince } = about;
  return [
    { label: 'Switched on', value: activeSince ? `since ${say(activeSince, about)}` : 'no', holds: activeSince !== null },
    ...(about.recordExists ? [] : [{ label: 'Record', value: 'deleted', holds: false }]),
  ];
}

function triggerFacts(about: ExplainedCase): ExplanationFact[] {
  const { trigger } = about;
  if (trigger.kind !== 'elapsed') {
    const { lastChange } = trigger;
    return [{ label: 'Last change that sets it off', value: lastChange ? say(lastChange, about) : 'none', holds: lastChange !== null }];
  }
  const { line, anchorName, period } = trigger;
  if (!line) return [{ label: capital(anchorName), value: 'none', holds: false }];
  return [
    { label: capital(anchorName), value: line.anchor, holds: null },
    { label: `${period} later`, value: line.due, holds: line.dueAt <= about.now },
  ];
}

function conditionFacts({ condition }: ExplainedCase): ExplanationFact[] {
  if (!condition) return [];
  return condition.parts.map(({ text, value, holds }) => ({ label: text, value: value === null ? 'blank' : String(value), holds }));
}

function say(at: Date, { timeZone }: ExplainedCase): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
