import type { Model, ObjectModel } from '../model/model.js';
import type { WorkflowDocument, WorkflowStep } from './workflow-document.js';

/** A step and where it stands in its document: `['steps', 2, 'paths', 'yes', 0]`. */
export interface PlacedStep {
  readonly step: WorkflowStep;
  readonly place: readonly (string | number)[];
  /** The object whose record it runs on. Undefined where no model was given, or where the list that leads to it is unknown. */
  readonly object: ObjectModel | undefined;
}

/** The path of a step that runs for each record of its related list, on that record. */
export const EACH = 'each';

/** All steps of a workflow, those of paths behind the one they belong to. */
export function stepsOf({ steps, object }: Pick<WorkflowDocument, 'steps' | 'object'>, model?: Model): readonly PlacedStep[] {
  return within(steps, ['steps'], model?.objectByName.get(object), model);
}

/** The object that the steps of a path run on. */
export function objectOfPath(path: string, step: WorkflowStep, object: ObjectModel | undefined, model: Model): ObjectModel | undefined {
  const { relation } = step.input;
  if (path !== EACH || typeof relation !== 'string') return object;
  const names = relation.split('.');
  const last = names.pop() ?? '';
  const start = names.reduce((at, name) => model.objectByName.get(at?.fieldByName.get(name)?.target ?? ''), object);
  return model.objectByName.get(start?.relationByName.get(last)?.object ?? '');
}

function within(steps: readonly WorkflowStep[], at: PlacedStep['place'], object: ObjectModel | undefined, model: Model | undefined): readonly PlacedStep[] {
  return steps.flatMap((step, index) => {
    const place = [...at, index];
    const inner = Object.entries(step.paths ?? {}).flatMap(([path, itsSteps]) => within(itsSteps, [...place, 'paths', path], model && objectOfPath(path, step, object, model), model));
    return [{ step, place, object }, ...inner];
  });
}
