import type { FieldModel, Model, ObjectModel } from '@guanxi/metadata';

/** The platform's object of uploaded files. */
const FILE = 'File';

export interface FileField {
  readonly object: ObjectModel;
  readonly field: FieldModel;
}

/** Every field of an org whose values are files. */
export function fileFields(model: Model): readonly FileField[] {
  return model.objects.flatMap((object) => object.fields.filter(({ target, storage }) => target === FILE && storage === 'column').map((field) => ({ object, field })));
}
