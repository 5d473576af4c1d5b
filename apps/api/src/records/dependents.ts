import type { FieldModel, Model, ObjectModel } from '@guanxi/metadata';

/** What becomes of the records that point to a deleted one: they go with it, lose the reference, or stand in its way. */
export type Following = 'cascade' | 'clear' | 'restrict';

export interface Dependent {
  readonly object: ObjectModel;
  readonly field: FieldModel;
  readonly following: Following;
}

const known = new WeakMap<Model, ReadonlyMap<string, readonly Dependent[]>>();
const NONE: readonly Dependent[] = [];

/** The lookups to an object that have a say when its records are deleted. */
export function dependentsOf(model: Model, { name }: ObjectModel): readonly Dependent[] {
  const all = known.get(model) ?? collect(model);
  known.set(model, all);
  return all.get(name) ?? NONE;
}

function collect({ objects }: Model): ReadonlyMap<string, readonly Dependent[]> {
  const dependents = objects.filter(({ platform }) => !platform).flatMap((object) => object.fields.flatMap((field) => dependentOf(object, field)));
  const byTarget = new Map<string, Dependent[]>();
  for (const dependent of dependents) byTarget.set(dependent.field.target ?? '', [...(byTarget.get(dependent.field.target ?? '') ?? []), dependent]);
  return byTarget;
}

function dependentOf(object: ObjectModel, field: FieldModel): Dependent[] {
  if (field.target === undefined || field.storage !== 'column' || field.system) return [];
  if (field.type === 'masterDetail') return [{ object, field, following: 'cascade' }];
  const following = field.settings['onDelete'];
  return following === 'clear' || following === 'restrict' ? [{ object, field, following }] : [];
}
