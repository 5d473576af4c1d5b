import type { FieldModel, Model, ObjectModel } from '@guanxi/metadata';
import { orgTables } from '@guanxi/query';

const ACCOUNT_FIELDS = ['name', 'email'] as const;

/** Users of the org are people too: their records are their accounts. */
export function isAccount({ platform, table }: ObjectModel): boolean {
  return platform && table === orgTables.user;
}

/** The fields by which an object's people are known; none where its records stand for something else. */
export function identifyingFields(object: ObjectModel): readonly FieldModel[] {
  if (isAccount(object)) return ACCOUNT_FIELDS.flatMap((name) => object.fieldByName.get(name) ?? []);
  return (object.document?.guanxi.person ?? []).flatMap((name) => object.fieldByName.get(name) ?? []);
}

/** The fields with values of their own that tell of a person. */
export function personalFields(object: ObjectModel): readonly FieldModel[] {
  if (isAccount(object)) return identifyingFields(object);
  return object.fields.filter(({ system, storage, personal }) => !system && storage === 'column' && personal);
}

/** Objects whose records stand for people. */
export function objectsOfPeople({ objects }: Model): readonly ObjectModel[] {
  return objects.filter((object) => identifyingFields(object).length > 0);
}
