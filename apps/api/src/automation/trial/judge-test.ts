import type { FieldValue, WorkflowTest } from '@guanxi/metadata';
import type { ConditionTrace } from '@guanxi/workflow';
import type { TrialStep } from './read-trial.js';

/** Something that came otherwise than the test expects. */
export interface TestFinding {
  /** given: the test could not be set up · runs, refused, way, value, record: what was expected otherwise · step: the step was not reached, or failed. */
  readonly kind: 'given' | 'runs' | 'refused' | 'way' | 'value' | 'record' | 'step';
  /** Title or id of the step. */
  readonly step?: string;
  readonly field?: string;
  readonly expected: string;
  readonly came: string;
}

export interface TestJudgement {
  readonly title: string;
  readonly passed: boolean;
  readonly findings: readonly TestFinding[];
}

export interface TestOutcome {
  readonly runs: boolean;
  /** Where it does not run: what the condition came to. */
  readonly condition: ConditionTrace | null;
  readonly steps: readonly TrialStep[];
  readonly record: Readonly<Record<string, FieldValue>>;
  /** Of a workflow that acts before saves: why it does not let the record be saved. */
  readonly refused?: string | null;
}

/** What came of a test, beside what it expects. */
export function judgeTest({ title, expect }: WorkflowTest, { runs, condition, steps, record, refused = null }: TestOutcome): TestJudgement {
  const findings: TestFinding[] = [];
  if (runs !== expect.runs) findings.push({ kind: 'runs', expected: String(expect.runs), came: condition && !condition.holds ? condition.because : String(runs) });
  if ((refused !== null) !== (expect.refused ?? false)) findings.push({ kind: 'refused', expected: String(expect.refused ?? false), came: refused ?? '' });
  for (const [id, way] of Object.entries(runs ? (expect.ways ?? {}) : {})) {
    const step = steps.find((one) => one.id === id);
    if (!step || step.status === 'failed') findings.push(missing(id, step));
    else if (wayOf(step) !== way) findings.push({ kind: 'way', step: step.title ?? id, expected: way, came: wayOf(step) ?? '' });
  }
  for (const [id, values] of Object.entries(runs ? (expect.values ?? {}) : {})) {
    const step = steps.find((one) => one.id === id);
    if (!step || step.status === 'failed') findings.push(missing(id, step));
    else for (const [field, value] of Object.entries(values)) if (!isSame(value, valueOf(step, field))) findings.push({ kind: 'value', step: step.title ?? id, field, expected: write(value), came: write(valueOf(step, field)) });
  }
  for (const [field, value] of Object.entries(expect.record ?? {})) {
    if (!isSame(value, record[field] ?? null)) findings.push({ kind: 'record', field, expected: write(value), came: write(record[field] ?? null) });
  }
  return { title, passed: findings.length === 0, findings };
}

function missing(id: string, step: TrialStep | undefined): TestFinding {
  return { kind: 'step', step: step?.title ?? id, expected: '', came: step?.error ?? '' };
}

/** A way without steps is told by the step itself. */
function wayOf({ way, input }: TrialStep): string | null {
  const { cases } = (input ?? {}) as { readonly cases?: unknown };
  if (!Array.isArray(cases)) return way;
  const taken = (cases as readonly { readonly name: string; readonly holds: boolean }[]).find(({ holds }) => holds);
  return taken?.name ?? 'otherwise';
}

function valueOf({ input, output }: TrialStep, field: string): FieldValue {
  const { values = {} } = (input ?? {}) as { readonly values?: Readonly<Record<string, FieldValue>> };
  const left = (typeof output === 'object' && output !== null ? output : {}) as Readonly<Record<string, FieldValue>>;
  return values[field] ?? left[field] ?? ((input ?? {}) as Readonly<Record<string, FieldValue>>)[field] ?? null;
}

/** Numbers travel as texts here and as numbers there. */
function isSame(expected: FieldValue, came: FieldValue): boolean {
  if (expected === null || expected === '') return came === null || came === '';
  if (came === null) return false;
  if (String(expected) === String(came)) return true;
  const [one, other] = [Number(expected), Number(came)];
  return typeof expected !== 'boolean' && String(came).trim() !== '' && Number.isFinite(one) && one === other;
}

function write(value: FieldValue): string {
  return value === null ? '' : String(value);
}
