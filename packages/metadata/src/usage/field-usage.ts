import { jsonPointer } from '../json-pointer.js';
import type { MetadataDocument } from '../document/documents.js';
import type { Model } from '../model/model.js';
import { findInLayout } from './find-in-layout.js';
import { findInPermissions } from './find-in-permissions.js';
import { findInView } from './find-in-view.js';
import { findInWorkflow } from './find-in-workflow.js';
import type { SoughtField, Spot, Usage } from './usage.js';

/** Every place in an org's documents that names a field, directly or on the way through a reference; asked before it goes. */
export function fieldUsage(model: Model, objectName: string, fieldName: string): readonly Usage[] {
  const object = model.objectByName.get(objectName);
  const field = object?.fieldByName.get(fieldName);
  if (!object || !field) return [];
  const sought: SoughtField = { model, object, field };
  const isNameField = object.document !== undefined && object.nameField === fieldName;
  return [
    ...(isNameField && object.document ? usages(object.document, [['guanxi', 'nameField']]) : []),
    ...model.layouts.flatMap((layout) => usages(layout, findInLayout(layout, sought))),
    ...model.views.flatMap((view) => usages(view, findInView(view, sought))),
    ...model.workflows.flatMap((workflow) => usages(workflow, findInWorkflow(workflow, sought))),
    ...model.permissions.flatMap((permissions) => usages(permissions, findInPermissions(permissions, sought))),
  ];
}

function usages(document: MetadataDocument, spots: readonly Spot[]): readonly Usage[] {
  const { kind, name } = document;
  const title = 'title' in document ? document.title : name;
  return spots.map((spot) => ({ kind, name, title, path: `${jsonPointer(`${kind}:${name}`)}${jsonPointer(...spot)}` }));
}
