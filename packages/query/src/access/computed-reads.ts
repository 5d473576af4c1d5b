import type { TypedFormula } from '@guanxi/formula';
import type { ConversionModel, FieldModel, Model, ObjectModel } from '@guanxi/metadata';
import type { ObjectAccess } from './access.js';

/** A field that is worked out of others, and every field that this takes. */
interface Computed {
  readonly object: string;
  readonly field: string;
  readonly reads: readonly (readonly [object: string, field: string])[];
}

/**
 * Takes out of `objects` the fields that are worked out of what the person may not read: nobody learns through a formula
 * what its parts would not tell. What reads such a field goes too.
 */
export function hideUnreadable(model: Model, objects: Map<string, ObjectAccess>): void {
  const computed = computedFields(model);
  const hidden = new Map<string, Set<string>>();
  const isReadable = (object: string, field: string) => objects.get(object)?.readableFields.has(field) === true && hidden.get(object)?.has(field) !== true;
  for (let found = true; found; ) {
    found = false;
    for (const { object, field, reads } of computed) {
      if (!isReadable(object, field) || reads.every(([where, name]) => isReadable(where, name))) continue;
      hidden.set(object, (hidden.get(object) ?? new Set()).add(field));
      found = true;
    }
  }
  for (const [name, fields] of hidden) {
    const access = objects.get(name);
    if (!access) continue;
    const left = (names: ReadonlySet<string>) => new Set([...names].filter((field) => !fields.has(field)));
    objects.set(name, Object.freeze({ ...access, readableFields: left(access.readableFields), editableFields: left(access.editableFields) }));
  }
}

const known = new WeakMap<Model, readonly Computed[]>();

/** Fields that are worked out of others, with what each of them reads. */
export function computedFields(model: Model): readonly Computed[] {
  const found = known.get(model) ?? model.objects.flatMap((object) => object.fields.flatMap((field) => readsOf(model, object, field)));
  known.set(model, found);
  return found;
}

function readsOf(model: Model, object: ObjectModel, field: FieldModel): Computed[] {
  const reads = [
    ...(field.formula ? formulaReads(model, object, field.formula) : []),
    ...(field.rollUp ? rollUpReads(model, field.rollUp) : []),
    ...(field.conversion ? conversionReads(object, field.conversion) : []),
    ...(field.memberOf === undefined ? [] : [[object.name, field.memberOf] as const]),
    ...(field.storage === 'through' ? throughReads(object, field) : []),
  ];
  return reads.length === 0 ? [] : [{ object: object.name, field: field.name, reads }];
}

type Read = readonly [object: string, field: string];

/** Every step of every path: who follows a reference learns where it leads. */
export function formulaReads(model: Model, object: ObjectModel, formula: TypedFormula): Read[] {
  return formula.references.flatMap((path) => stepsOfPath(model, object, path));
}

/** The same of one path. */
export function stepsOfPath(model: Model, object: ObjectModel, path: readonly string[]): Read[] {
  if (path[0] === '$Org') return [];
  const person = path[0] === '$User';
  let at = person ? model.objectByName.get('User') : object;
  return (person ? path.slice(1) : path).flatMap((name): Read[] => {
    const field = at?.fieldByName.get(name);
    if (!at || !field) return [];
    const read: Read = [at.name, name];
    at = field.target === undefined ? undefined : model.objectByName.get(field.target);
    return [read];
  });
}

function rollUpReads(model: Model, { object: name, field, value, filter, orderBy }: NonNullable<FieldModel['rollUp']>): Read[] {
  const object = model.objectByName.get(name);
  if (!object) return [[name, field]];
  const formulas = [value, filter].flatMap((formula) => (formula ? formulaReads(model, object, formula) : []));
  return [[name, field], ...formulas, ...(orderBy === undefined ? [] : [[name, orderBy] as const])];
}

function conversionReads(object: ObjectModel, { field, codeFrom, rateOn }: ConversionModel): Read[] {
  return [field, codeFrom, rateOn].flatMap((name) => (name === undefined ? [] : [[object.name, name] as const]));
}

function throughReads(object: ObjectModel, field: FieldModel): Read[] {
  const relation = object.relationByName.get(field.name);
  if (!relation?.through) return [];
  const { object: between, near, far } = relation.through;
  return [[between, near], [between, far], [relation.object, 'id']];
}
