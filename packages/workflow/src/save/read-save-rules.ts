import type { FieldModel, Model, ObjectModel, WorkflowDocument, WorkflowStep } from '@guanxi/metadata';
import type { SaveRule, SaveStep } from '@guanxi/query';
import { checkWorkflow } from '../definition/check-workflow.js';
import { typedFormula, type FormulaPlace } from '../expressions/read-formula.js';
import { programOf } from '../program/program.js';

const made = new WeakMap<Model, ReadonlyMap<string, readonly SaveRule[]>>();

/** What happens to records of an object before they are saved, in the order of the workflows' names. Made once of a model. */
export function saveRulesOf(model: Model, object: string): readonly SaveRule[] {
  const known = made.get(model) ?? readAll(model);
  made.set(model, known);
  return known.get(object) ?? [];
}

function readAll(model: Model): ReadonlyMap<string, readonly SaveRule[]> {
  const rules = new Map<string, SaveRule[]>();
  const inOrder = model.workflows.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  for (const workflow of inOrder) {
    const rule = readRule(workflow, model);
    if (rule) rules.set(workflow.object, [...(rules.get(workflow.object) ?? []), rule]);
  }
  return rules;
}

/** Undefined for a workflow of another kind, and for one that does not fit the model any more. */
function readRule(workflow: WorkflowDocument, model: Model): SaveRule | undefined {
  const { trigger, when, steps, guanxi: { id } } = workflow;
  const object = model.objectByName.get(workflow.object);
  if (!('beforeSave' in trigger) || trigger.beforeSave.active === false || !object || checkWorkflow(workflow, model).length > 0) return undefined;
  const { on, fields = [] } = trigger.beforeSave;
  const variablesOf = new Map(programOf(workflow, model).map(({ step, variables }) => [step.id, variables]));
  const placeOf = ({ id: stepId }: WorkflowStep): FormulaPlace => ({ model, object, variables: variablesOf.get(stepId) ?? new Map(), saving: true });
  return {
    id,
    on,
    fields: fields.flatMap((name) => object.fieldByName.get(name) ?? []),
    ...(when !== undefined && { when: typedFormula(when, { model, object, saving: true }, 'boolean') }),
    steps: steps.map((step) => readStep(step, { workflow: id, object, placeOf })),
  };
}

interface Reading {
  readonly workflow: string;
  readonly object: ObjectModel;
  placeOf(step: WorkflowStep): FormulaPlace;
}

function readStep(step: WorkflowStep, reading: Reading): SaveStep {
  const read = saveSteps[step.action];
  if (!read) throw new RangeError(`Before a save there is no step ${step.action}.`);
  return read(step, reading);
}

/** The steps that may stand in a workflow that acts before a save: they touch nothing but the record. */
const saveSteps: Readonly<Record<string, (step: WorkflowStep, reading: Reading) => SaveStep>> = {
  updateRecord: (step, { object, placeOf }) => ({
    kind: 'set',
    values: Object.entries(step.input['values'] as Readonly<Record<string, string>>).map(([name, text]) => ({ field: object.fieldByName.get(name) as FieldModel, formula: typedFormula(text, placeOf(step)) })),
  }),
  compute: (step, { placeOf }) => ({ kind: 'keep', name: String(step.input['name']), formula: typedFormula(String(step.input['formula']), placeOf(step)) }),
  refuse: (step, { workflow }) => ({ kind: 'refuse', id: `${workflow}/${step.id}` }),
  branch: (step, reading) => {
    const cases = step.input['cases'] as readonly { readonly name: string; readonly when: string }[];
    const stepsOf = (name: string) => (step.paths?.[name] ?? []).map((one) => readStep(one, reading));
    return {
      kind: 'ways',
      ways: [...cases.map(({ name, when }) => ({ when: typedFormula(when, reading.placeOf(step), 'boolean'), steps: stepsOf(name) })), { steps: stepsOf('otherwise') }],
    };
  },
  stop: () => ({ kind: 'stop' }),
};
