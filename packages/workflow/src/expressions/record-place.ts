import type { FieldModel, Model, ObjectModel } from '@guanxi/metadata';
import type { OrgFacts } from '@guanxi/query';
import type { RawBuilder } from 'kysely';

/** Where statements over an org's records are to run. */
export interface OrgPlace {
  readonly schema: string;
  /** The model that the workflow was written against: its names. */
  readonly named: Model;
  /**
   * The model the tables are in now: its columns. A run keeps its revision while fields may be renamed meanwhile, so
   * every name is carried over by the field's id.
   */
  readonly stored: Model;
  /** IANA name. */
  readonly timeZone: string;
  /** What formulas find as `$Org`. */
  readonly org: OrgFacts;
  /** Now, for the org: an instant as SQL. */
  readonly now: RawBuilder<unknown>;
  /** An instant as SQL: values are those that records had then, as far as their history knows. Without it, those they have; a replay then takes those of each moment. */
  readonly asOf?: RawBuilder<unknown>;
}

/** The object as it is now. Throws `NoLongerThere` where it was removed. */
export function storedObject(place: OrgPlace, object: ObjectModel): ObjectModel {
  const stored = place.stored.objectById.get(object.id);
  if (!stored) throw new NoLongerThere(`The object ${object.label} no longer exists.`);
  return stored;
}

/** The field as it is now. Throws `NoLongerThere` where it was removed. */
export function storedField(place: OrgPlace, object: ObjectModel, field: FieldModel): FieldModel {
  const stored = storedObject(place, object).fieldById.get(field.id);
  if (!stored) throw new NoLongerThere(`The field ${field.label} of ${object.label} no longer exists.`);
  return stored;
}

/** A workflow of an earlier revision speaks of something that has been removed since. */
export class NoLongerThere extends Error {
  override readonly name = 'NoLongerThere';
}
