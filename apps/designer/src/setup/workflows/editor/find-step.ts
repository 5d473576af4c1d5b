import type { JsonSchema } from '@guanxi/field-types';
import { checkFormula, type FormulaType } from '@guanxi/formula';
import { EACH, type ObjectDescription, type WorkflowInput, type WorkflowStep, type WorkflowTrigger } from '@guanxi/metadata';
import { leftByInputs } from '@guanxi/workflow/designer';
import { recordScope, relationPaths } from '../../formula/record-scope.js';
import type { WorkflowAction, WorkflowDraft } from '../automation-types.js';
import { isSaving, optionsOf } from './saving.js';

/** A step where it stands. */
export interface StepInFlow {
  readonly step: WorkflowStep;
  /** Its place in the document, as a pointer: `/steps/1/paths/yes/0`. */
  readonly pointer: string;
  /** Its list, and its place there. */
  readonly siblings: readonly WorkflowStep[];
  readonly index: number;
  /** Name of the object whose record it runs on. */
  readonly object: string;
  /** What came in with the trigger and what earlier steps leave: `$Run.<name>`. */
  readonly variables: ReadonlyMap<string, FormulaType>;
  /** What it leaves itself for those that follow. */
  readonly leaves: Readonly<Record<string, FormulaType>>;
}

/** All steps in the order in which they are read. */
export function stepsInFlow(workflow: WorkflowDraft, objects: readonly ObjectDescription[], actions: readonly WorkflowAction[]): readonly StepInFlow[] {
  const schemas = new Map(actions.map(({ name, inputSchema }) => [name, (inputSchema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>]));
  const variables = new Map<string, FormulaType>(Object.entries(leftByInputs(inputsOf(workflow.trigger))));
  const walk = (steps: readonly WorkflowStep[], at: string, object: string): readonly StepInFlow[] =>
    steps.flatMap((step, index) => {
      const pointer = `${at}/${index}`;
      const left = step.action === 'compute' ? typeLeft(step, { object, variables, objects, workflow }) : leftByInput(step, schemas.get(step.action) ?? {});
      const own: StepInFlow = { step, pointer, siblings: steps, index, object, variables: new Map(variables), leaves: left };
      for (const [name, type] of Object.entries(left)) variables.set(name, type);
      return [own, ...Object.entries(step.paths ?? {}).flatMap(([path, inner]) => walk(inner, `${pointer}/paths/${path}`, objectOf(path, step, object, objects)))];
    });
  return walk(workflow.steps, '/steps', workflow.object);
}

/** Calls, events and people bring values. */
function inputsOf(trigger: WorkflowTrigger): readonly WorkflowInput[] {
  return Object.values(trigger).flatMap((settings: { readonly inputs?: readonly WorkflowInput[] }) => settings.inputs ?? []);
}

function objectOf(path: string, { input }: WorkflowStep, object: string, objects: readonly ObjectDescription[]): string {
  return path === EACH ? relationPaths(objects, object).find((relation) => relation.path === input['relation'])?.object ?? '' : object;
}

interface Standing { readonly object: string; readonly variables: ReadonlyMap<string, FormulaType>; readonly objects: readonly ObjectDescription[]; readonly workflow: WorkflowDraft }

function typeLeft({ input }: WorkflowStep, { object, variables, objects, workflow }: Standing): Readonly<Record<string, FormulaType>> {
  const { name, formula } = input;
  if (typeof name !== 'string' || typeof formula !== 'string') return {};
  const checked = checkFormula(formula, recordScope(objects, object, { isUnattended: !isSaving(workflow), variables }), undefined, optionsOf(workflow));
  return checked.ok ? { [name]: checked.formula.type } : {};
}

/** The schema of the input says which names later formulas find, and of what type. */
function leftByInput({ input }: WorkflowStep, schemas: Readonly<Record<string, JsonSchema>>): Readonly<Record<string, FormulaType>> {
  const named = Object.entries(schemas).flatMap(([key, { leaves }]) => (typeof leaves === 'string' && typeof input[key] === 'string' ? [[input[key], leaves as FormulaType] as const] : []));
  const entries = Object.entries(schemas).flatMap(([key, { format }]) => (lists.has(String(format)) && Array.isArray(input[key]) ? (input[key] as readonly WorkflowInput[]) : []));
  return { ...Object.fromEntries(named), ...leftByInputs(entries) };
}

/** Lists of values that come in with the step. */
const lists: ReadonlySet<string> = new Set(['workflow-inputs', 'incoming-values']);
