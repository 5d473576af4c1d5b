import type { FieldModel, ObjectModel } from '../../model/model.js';
import type { ElapsedAnchor, WorkflowInput, WorkflowTrigger } from '../documents.js';
import { nearMissHint } from '../near-miss.js';
import { findField, findRelation, optionalHint, type CheckContext, type PlaceInDocument } from './check-context.js';
import { checkNamed } from './check-named.js';

type TriggerName = WorkflowTrigger extends infer Trigger ? (Trigger extends unknown ? keyof Trigger : never) : never;
type Settings<Name extends TriggerName> = Extract<WorkflowTrigger, Readonly<Record<Name, unknown>>>[Name];
type Check<Name extends TriggerName> = (settings: Settings<Name>, object: ObjectModel, context: CheckContext) => void;

/** The fields, lists and views that a trigger names. What its words mean is the workflow engine's to judge. */
export function checkTrigger(trigger: WorkflowTrigger, object: ObjectModel, context: CheckContext): void {
  const [name, settings] = Object.entries(trigger)[0] as [TriggerName, never];
  (checks[name] as Check<TriggerName>)(settings, object, context);
}

const checks: { readonly [Name in TriggerName]: Check<Name> } = {
  created: () => undefined,
  deleted: () => undefined,
  restored: () => undefined,
  updated({ fields = [], from = {}, to = {} }, object, context) {
    checkFields(fields, object, ['trigger', 'updated', 'fields'], context);
    for (const [key, values] of Object.entries({ from, to })) for (const field of Object.keys(values)) findField(object, field, ['trigger', 'updated', key, field], context);
  },
  beforeSave({ fields = [] }, object, context) {
    checkFields(fields, object, ['trigger', 'beforeSave', 'fields'], context);
  },
  elapsed: ({ since }, object, context) => checkAnchor(object, since, context),
  before({ field: name }, object, context) {
    const place = ['trigger', 'before', 'field'];
    const field = findField(object, name, place, context);
    if (field) checkMoment(field, object, place, context);
  },
  schedule: () => undefined,
  webhook({ inputs, find, create = {} }, object, context) {
    const at = ['trigger', 'webhook'];
    checkInputs(inputs, [...at, 'inputs'], context);
    findField(object, find.field, [...at, 'find', 'field'], context);
    findInput(find.input, inputs, [...at, 'find', 'input'], context);
    for (const [field, input] of Object.entries(create)) {
      findField(object, field, [...at, 'create', field], context);
      findInput(input, inputs, [...at, 'create', field], context);
    }
  },
  button({ inputs = [], permissionSets = [] }, _, context) {
    permissionSets.forEach((set, index) => checkNamed('permissions', set, ['trigger', 'button', 'permissionSets', index], context));
    checkInputs(inputs, ['trigger', 'button', 'inputs'], context);
  },
  event: ({ inputs = [] }, _, context) => checkInputs(inputs, ['trigger', 'event', 'inputs'], context),
  segment({ view: name }, object, context) {
    const place = ['trigger', 'segment', 'view'];
    const views = context.model.views.filter((view) => view.object === object.name);
    if (views.some((view) => view.name === name)) return;
    context.report(place, { code: 'view.unknown', message: `${object.name} has no list view "${name}".`, ...optionalHint(nearMissHint(name, views.map((view) => view.name))) });
  },
};

function checkFields(fields: readonly string[], object: ObjectModel, place: PlaceInDocument, context: CheckContext): void {
  fields.forEach((field, index) => findField(object, field, [...place, index], context));
}

function checkInputs(inputs: readonly WorkflowInput[], place: PlaceInDocument, context: CheckContext): void {
  const seen = new Set<string>();
  inputs.forEach(({ name }, index) => {
    if (seen.has(name)) context.report([...place, index, 'name'], { code: 'input.repeated', message: `Two inputs have the name "${name}".` });
    seen.add(name);
  });
}

function findInput(name: string, inputs: readonly WorkflowInput[], place: PlaceInDocument, context: CheckContext): void {
  if (inputs.some((input) => input.name === name)) return;
  context.report(place, { code: 'input.unknown', message: `There is no input "${name}".`, ...optionalHint(nearMissHint(name, inputs.map((input) => input.name))) });
}

function checkAnchor(object: ObjectModel, since: ElapsedAnchor, context: CheckContext): void {
  const place = ['trigger', 'elapsed', 'since'];
  if ('field' in since) {
    const field = findField(object, since.field, [...place, 'field'], context);
    if (field) checkMoment(field, object, [...place, 'field'], context);
    return;
  }
  const relation = findRelation(object, since.max.relation, [...place, 'max', 'relation'], context);
  if (!relation) return;
  const related = context.model.objectByName.get(relation.object);
  const field = related && findField(related, since.max.field, [...place, 'max', 'field'], context);
  if (related && field) checkMoment(field, related, [...place, 'max', 'field'], context);
}

function checkMoment(field: FieldModel, object: ObjectModel, place: readonly string[], context: CheckContext): void {
  if (field.value.type === 'date' || field.value.type === 'dateTime') return;
  const moments = object.fields.filter((one) => one.value.type === 'date' || one.value.type === 'dateTime').map((one) => one.name);
  context.report(place, {
    code: 'workflow.anchor',
    message: `Time cannot be counted from "${field.name}" of ${object.name}: it is of kind "${field.value.type}", not a date or a date with time.`,
    ...optionalHint(moments.length > 0 ? `There is ${moments.map((name) => `"${name}"`).join(', ')}.` : undefined),
  });
}
