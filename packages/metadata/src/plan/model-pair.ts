import type { FieldModel, Model, ObjectModel } from '../model/model.js';

/** Two models laid side by side by stable ids, so that a rename is a rename. */
export interface ModelPair {
  readonly from: Model;
  readonly to: Model;
  /** Those in which something may have changed. */
  readonly kept: readonly ObjectPair[];
  readonly added: readonly ObjectModel[];
  readonly removed: readonly ObjectModel[];
}

export interface ObjectPair {
  readonly from: ObjectModel;
  readonly to: ObjectModel;
  readonly kept: readonly FieldPair[];
  readonly added: readonly FieldModel[];
  readonly removed: readonly FieldModel[];
}

export interface FieldPair {
  readonly from: FieldModel;
  readonly to: FieldModel;
}

export const emptyModel: Model = {
  documents: [],
  objects: [],
  objectByName: new Map(),
  objectById: new Map(),
  picklists: [],
  workflows: [],
  messageTemplates: [], documentTemplates: [], businessCalendars: [], queues: [], roles: [], teams: [], sharingRules: [], retentionRules: [],
  actions: [],
  layouts: [],
  views: [],
  permissions: [],
  permissionGroups: [],
  apps: [],
};

export function pairModels(from: Model, to: Model): ModelPair {
  const paired = pairById(ownObjects(from), ownObjects(to));
  // The same value is the same table: an org of many objects is not gone through field by field.
  return { from, to, ...paired, kept: paired.kept.filter((one) => one.from !== one.to).map(pairObjects) };
}

/** The platform's own objects are none of a plan's business. */
export function ownObjects(model: Model): readonly ObjectModel[] {
  return model.objects.filter((object) => !object.platform);
}

/** The fields of the document, those that they bring along, and the record type where there is one. */
export function ownFields(object: ObjectModel): readonly FieldModel[] {
  return object.fields.filter((field) => !field.system || field.name === 'recordType');
}

function pairObjects({ from, to }: { readonly from: ObjectModel; readonly to: ObjectModel }): ObjectPair {
  return { from, to, ...pairById(ownFields(from), ownFields(to)) };
}

function pairById<T extends { readonly id: string }>(from: readonly T[], to: readonly T[]) {
  const before = new Map(from.map((one) => [one.id, one]));
  const after = new Set(to.map(({ id }) => id));
  return {
    kept: to.flatMap((one) => {
      const earlier = before.get(one.id);
      return earlier ? [{ from: earlier, to: one }] : [];
    }),
    added: to.filter((one) => !before.has(one.id)),
    removed: from.filter((one) => !after.has(one.id)),
  };
}
