import { traceFormula, type FormulaEnvironment, type FormulaTracePart, type FormulaValue } from '@guanxi/formula';
import type { Model, WorkflowDocument } from '@guanxi/metadata';
import { triggerFamily } from '../definition/trigger.js';
import { readFormula } from '../expressions/read-formula.js';

/** One part of a condition with the value it had; `holds` only where it is true or false. */
export interface ConditionPart {
  readonly text: string;
  readonly value: FormulaValue;
  readonly holds: boolean | null;
}

export interface ConditionTrace {
  readonly text: string;
  readonly holds: boolean;
  readonly parts: readonly ConditionPart[];
  /** The part that says most about the answer: of conditions that must all be true, the first that is false. */
  readonly because: string;
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
  const read = readFormula(workflow.when, { model, object, saving: triggerFamily(workflow.trigger) === 'save' }, 'boolean');
  if (!read.ok) return null;
  const trace = traceFormula(read.value, (path) => facts[path.join('.')], environment);
  return {
    text: workflow.when,
    holds: trace.value === true,
    parts: trace.parts.map(({ text, value }) => ({ text, value, holds: typeof value === 'boolean' ? value : null })),
    because: findCause(trace.parts)?.text ?? workflow.when,
  };
}

/** Goes down as long as a part is false because one of the parts it joins with AND is. */
function findCause(parts: readonly FormulaTracePart[]): FormulaTracePart | undefined {
  let cause = parts[0];
  while (cause && joinsAll(cause.text)) {
    const outer: FormulaTracePart = cause;
    const inner = parts.find((part) => part.value === false && part !== outer && part.start >= outer.start && part.end <= outer.end);
    if (!inner) break;
    cause = inner;
  }
  return cause;
}

function joinsAll(text: string): boolean {
  return /^AND\s*\(/i.test(text) || (text.includes('&&') && !text.includes('||') && !/^(NOT|IF|CASE|OR)\s*\(|^!/i.test(text));
}
