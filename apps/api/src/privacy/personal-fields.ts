import type { FieldModel, Model, ObjectModel } from '@guanxi/metadata';

/** The fields by which an object's people are known; none where its records stand for something else. */
export function identifyingFields(object: ObjectModel): readonly FieldModel[] {
  return (object.document?.guanxi.person ?? []).flatMap((name) => object.fieldByName.get(name) ?? []);
}

/** The fields with values of their own that tell of a person. */
export function personalFields(object: ObjectModel): readonly FieldModel[] {
  return object.fields.filter(({ system, storage, personal }) => !system && storage === 'column' && personal);
}

/** Objects whose records stand for people. */
export function objectsOfPeople({ objects }: Model): readonly ObjectModel[] {
  return objects.filter((object) => !object.platform && identifyingFields(object).length > 0);
}
