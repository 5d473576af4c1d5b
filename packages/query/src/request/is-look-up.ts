import type { Model } from '@guanxi/metadata';
import type { ReadRequest, Selection } from './read-request.js';

/** Whether all that is read are records by their ids and what references lead to from there: a few steps down an index, however large the tables are. */
export function isLookUp({ roots }: ReadRequest, model: Model): boolean {
  return roots.every((root) => root.kind === 'typename' || (root.kind === 'one' && root.asOf === undefined && isNear(root.select, root.object, model)));
}

function isNear(select: Selection, objectName: string, model: Model): boolean {
  const fields = model.objectByName.get(objectName)?.fieldByName;
  return select.every((selected) => {
    if (selected.kind === 'typename') return true;
    if (selected.kind === 'page' || selected.kind === 'union') return false;
    const field = fields?.get(selected.field);
    if (!field) return false;
    if (selected.kind === 'one') return field.target !== undefined && isNear(selected.select, field.target, model);
    // What is added up over other records on reading takes as long as there are records.
    return field.storage !== 'computed';
  });
}
