import type { FormulaType } from '@guanxi/formula';
import { objectOfPath, type Model, type ObjectModel, type WorkflowDocument, type WorkflowStep } from '@guanxi/metadata';
import { findAction } from '../actions/registry.js';
import { triggerFamily, triggerName, type TriggerKind, type TriggerName } from '../definition/trigger.js';
import { workflowTriggers } from '../definition/triggers/registry.js';

/** The steps of a workflow in one row, those of paths behind the one they belong to: a run stands at one by its number. */
export type Program = readonly Instruction[];

export interface Instruction {
  readonly step: WorkflowStep;
  /** Whose records it runs on. Undefined where the document leads nowhere. */
  readonly object: ObjectModel | undefined;
  /** The number of the step that comes after it and all its paths; null where the run ends. */
  readonly next: number | null;
  /** Where each of its paths begins; an empty one begins behind the step. */
  readonly paths: Readonly<Record<string, number | null>>;
  /** What earlier steps may have left: `$Run.<name>` in its formulas. */
  readonly variables: Variables;
  /** Paths that it stands within: 0 for the steps of the workflow itself. */
  readonly level: number;
}

/** Types of what formulas find as `$Run.<name>`. */
export type Variables = ReadonlyMap<string, FormulaType>;

const made = new WeakMap<Model, WeakMap<WorkflowDocument, Program>>();

/** Made once of a document in its model, as neither changes. */
export function programOf(workflow: WorkflowDocument, model: Model): Program {
  const ofModel = made.get(model) ?? new WeakMap<WorkflowDocument, Program>();
  made.set(model, ofModel);
  const known = ofModel.get(workflow);
  if (known) return known;
  const program = placed(workflow.steps, { first: 0, after: null, object: model.objectByName.get(workflow.object), level: 0 }, model);
  const withVariables = tellVariables(program, workflow, model);
  ofModel.set(workflow, withVariables);
  return withVariables;
}

interface Span {
  readonly first: number;
  /** Where runs go on behind the last step. */
  readonly after: number | null;
  readonly object: ObjectModel | undefined;
  readonly level: number;
}

type Placed = Omit<Instruction, 'variables'>;

function placed(steps: readonly WorkflowStep[], { first, after, object, level }: Span, model: Model): readonly Placed[] {
  let at = first;
  return steps.flatMap((step, index) => {
    const begins = at;
    at += sizeOf(step);
    const next = index === steps.length - 1 ? after : at;
    let inner = begins + 1;
    const apart = new Set(findAction(step.action)?.paths?.(step.input).filter((path) => path.apart).map((path) => path.name));
    const paths: Record<string, number | null> = {};
    const within = Object.entries(step.paths ?? {}).flatMap(([path, itsSteps]) => {
      const behind = apart.has(path) ? null : next;
      const span = { first: inner, after: behind, object: objectOfPath(path, step, object, model), level: level + 1 };
      paths[path] = itsSteps.length === 0 ? behind : inner;
      inner += itsSteps.reduce((sum, one) => sum + sizeOf(one), 0);
      return placed(itsSteps, span, model);
    });
    return [{ step, object, next, paths, level }, ...within];
  });
}

function sizeOf({ paths = {} }: WorkflowStep): number {
  return Object.values(paths).flat().reduce((sum, step) => sum + sizeOf(step), 1);
}

function tellVariables(program: readonly Placed[], { trigger }: WorkflowDocument, model: Model): Program {
  const name = triggerName(trigger);
  const kind = workflowTriggers[name] as TriggerKind<TriggerName>;
  const known = new Map<string, FormulaType>(Object.entries(kind.leaves?.((trigger as Record<string, unknown>)[name] as never) ?? {}));
  return program.map((instruction): Instruction => {
    const { step, object } = instruction;
    const variables: Variables = new Map(known);
    const left = object && findAction(step.action)?.leaves?.(step.input, { model, object, variables, saving: triggerFamily(trigger) === 'save' });
    for (const [name, type] of Object.entries(left ?? {})) known.set(name, type);
    return { ...instruction, variables };
  });
}
