import { traceFormula, type FormulaEnvironment } from '@guanxi/formula';
import type { Model, WorkflowDocument } from '@guanxi/metadata';
import { readFormula } from '../expressions/read-formula.js';

/** One part of a condition with the value it had; `holds` only where it is true or false. */
export interface ConditionPart {
  readonly text: string;
  readonly value: string | boolean | null;
  readonly holds: boolean | null;
}

export interface ConditionTrace {
  readonly text: string;
  readonly holds: boolean;
  readonly parts: readonly ConditionPart[];
}

/** What the condition's formula read, by path with dots: the snapshot that a run or a due time keeps. */
export type ConditionFacts = Readonly<Record<string, string | number | boolean | null>>;

/**
 * How the condition of a workflow came to its answer on the values it was given. Null where it has none. The whole comes
 * first in the parts, then what it is made of, the fields included.
 */
export function traceCondition(workflow: WorkflowDocument, model: Model, facts: ConditionFacts, environment: FormulaEnvironment): ConditionTrace | null {
  const object = model.objectByName.get(workflow.object);
  if (workflow.when === undefined || !object) return null;
  const read = readFormula(workflow.when, model, object, 'boolean');
  if (!read.ok) return null;
  const trace = traceFormula(read.value, (path) => facts[path.join('.')], environment);
  return {
    text: workflow.when,
    holds: trace.value === true,
    parts: trace.parts.map(({ text, value }) => ({ text, value, holds: typeof value === 'boolean' ? value : null })),
  };
}
