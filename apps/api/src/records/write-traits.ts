import { fieldType } from '@guanxi/field-types';
import type { FieldModel, ObjectModel, RelationModel, ThroughModel } from '@guanxi/metadata';

/** What writing records of an object has to think of. Most objects have none of it. */
export interface WriteTraits {
  readonly encrypted: readonly FieldModel[];
  readonly defaultFormulas: readonly FieldModel[];
  readonly fixedDefaults: readonly FieldModel[];
  readonly unique: readonly FieldModel[];
  /** Many-to-many lists. */
  readonly through: readonly (RelationModel & { readonly through: ThroughModel })[];
  /** Some field can only be given while a condition holds: rows say then what they were given. */
  readonly locks: boolean;
}

const known = new WeakMap<ObjectModel, WriteTraits>();

/** Worked out once per object of a model. */
export function writeTraits(object: ObjectModel): WriteTraits {
  const found = known.get(object);
  if (found) return found;
  const { fields, relations } = object;
  const made: WriteTraits = {
    encrypted: fields.filter(({ type }) => fieldType(type).encrypted),
    defaultFormulas: fields.filter(({ defaultFormula }) => defaultFormula !== undefined),
    fixedDefaults: fields.filter((field) => field.default !== undefined),
    unique: fields.filter(({ unique }) => unique),
    through: relations.filter((relation): relation is RelationModel & { readonly through: ThroughModel } => relation.through !== undefined),
    locks: fields.some(({ rules }) => rules.readOnlyWhen),
  };
  known.set(object, made);
  return made;
}
